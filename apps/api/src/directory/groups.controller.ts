import { Get, Param, Query } from '@nestjs/common';
import type {
  AsOfView,
  DeletedSummary,
  GroupMemberSummary,
  GroupSummary,
  GroupView,
  Page,
} from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { DeletedResourcesService } from './deleted-resources.service';
import { AsOfQueryDto, DeletedQueryDto, GroupMemberQueryDto, GroupQueryDto } from './directory-query.dto';
import { DirectoryGroupsService } from './groups.service';

/** Groups, read-only: their source is the identity provider (A18). */
@ConsoleController('groups')
export class DirectoryGroupsController {
  constructor(
    private readonly groups: DirectoryGroupsService,
    private readonly deleted: DeletedResourcesService,
  ) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  list(@CurrentMember() { tenantId }: SignedInMember, @Query() query: GroupQueryDto): Promise<Page<GroupSummary>> {
    return this.groups.list(tenantId, query);
  }

  @Get('deleted')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  listDeleted(
    @CurrentMember() { tenantId }: SignedInMember,
    @Query() query: DeletedQueryDto,
  ): Promise<Page<DeletedSummary>> {
    return this.deleted.list(tenantId, 'Group', query);
  }

  @Get(':id/as-of')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  asOf(
    @CurrentMember() { tenantId }: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Query() { at }: AsOfQueryDto,
  ): Promise<AsOfView> {
    return this.groups.asOf(tenantId, id, new Date(at));
  }

  @Get(':id')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  show(@CurrentMember() { tenantId }: SignedInMember, @Param('id', IdPipe) id: string): Promise<GroupView> {
    return this.groups.get(tenantId, id);
  }

  @Get(':id/members')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  listMembers(
    @CurrentMember() { tenantId }: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Query() query: GroupMemberQueryDto,
  ): Promise<Page<GroupMemberSummary>> {
    return this.groups.listMembers(tenantId, id, query);
  }
}
