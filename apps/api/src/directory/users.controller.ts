import { Get, Param, Query } from '@nestjs/common';
import type { UserPage, UserView } from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { UserQueryDto } from './directory-query.dto';
import { DirectoryUsersService } from './users.service';

/** People, read-only: their source is the identity provider (A18). */
@ConsoleController('users')
export class DirectoryUsersController {
  constructor(private readonly users: DirectoryUsersService) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  list(@CurrentMember() { tenantId }: SignedInMember, @Query() query: UserQueryDto): Promise<UserPage> {
    return this.users.list(tenantId, query);
  }

  @Get(':id')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  show(@CurrentMember() { tenantId }: SignedInMember, @Param('id', IdPipe) id: string): Promise<UserView> {
    return this.users.get(tenantId, id);
  }
}
