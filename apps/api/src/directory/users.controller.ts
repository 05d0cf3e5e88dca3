import { Get, Param, Query } from '@nestjs/common';
import type { AsOfView, DeletedSummary, Page, UserPage, UserView } from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { DeletedResourcesService } from './deleted-resources.service';
import { AsOfQueryDto, DeletedQueryDto, UserQueryDto, WorkValuesQueryDto } from './directory-query.dto';
import { DirectoryUsersService } from './users.service';

/** People, read-only: their source is the identity provider (A18). */
@ConsoleController('users')
export class DirectoryUsersController {
  constructor(
    private readonly users: DirectoryUsersService,
    private readonly deleted: DeletedResourcesService,
  ) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  list(@CurrentMember() { tenantId }: SignedInMember, @Query() query: UserQueryDto): Promise<UserPage> {
    return this.users.list(tenantId, query);
  }

  @Get('deleted')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  listDeleted(
    @CurrentMember() { tenantId }: SignedInMember,
    @Query() query: DeletedQueryDto,
  ): Promise<Page<DeletedSummary>> {
    return this.deleted.list(tenantId, 'User', query);
  }

  @Get('work-values')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  workValues(@CurrentMember() { tenantId }: SignedInMember, @Query() query: WorkValuesQueryDto): Promise<string[]> {
    return this.users.valuesOf(tenantId, query);
  }

  @Get(':id/as-of')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  asOf(
    @CurrentMember() { tenantId }: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Query() { at }: AsOfQueryDto,
  ): Promise<AsOfView> {
    return this.users.asOf(tenantId, id, new Date(at));
  }

  @Get(':id')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  show(@CurrentMember() { tenantId }: SignedInMember, @Param('id', IdPipe) id: string): Promise<UserView> {
    return this.users.get(tenantId, id);
  }
}
