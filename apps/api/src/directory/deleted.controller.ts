import { Get, Query } from '@nestjs/common';
import type { DeletedSummary, Page } from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { DeletedResourcesService } from './deleted-resources.service';
import { DeletedQueryDto } from './directory-query.dto';

/** What was deleted and can still be restored (A19, C09). */
@ConsoleController('')
export class DeletedController {
  constructor(private readonly deleted: DeletedResourcesService) {}

  @Get('users/deleted')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  users(@CurrentMember() { tenantId }: SignedInMember, @Query() query: DeletedQueryDto): Promise<Page<DeletedSummary>> {
    return this.deleted.list(tenantId, 'User', query);
  }

  @Get('groups/deleted')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  groups(
    @CurrentMember() { tenantId }: SignedInMember,
    @Query() query: DeletedQueryDto,
  ): Promise<Page<DeletedSummary>> {
    return this.deleted.list(tenantId, 'Group', query);
  }
}
