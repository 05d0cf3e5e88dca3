import { Get, Param, Query } from '@nestjs/common';
import type {
  AsOfView,
  GroupMemberSummary,
  GroupSummary,
  GroupView,
  Page,
  PastMember,
  TimeLinePage,
} from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { readerOf } from '../masking/who-sees';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import {
  AsOfQueryDto,
  GroupMemberQueryDto,
  GroupQueryDto,
  PastMembersQueryDto,
  TimeLineQueryDto,
} from './directory-query.dto';
import { DirectoryGroupsService } from './groups.service';

/** Groups, read-only: their source is the identity provider (A18). */
@ConsoleController('groups')
export class DirectoryGroupsController {
  constructor(private readonly groups: DirectoryGroupsService) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  list(@CurrentMember() { tenantId }: SignedInMember, @Query() query: GroupQueryDto): Promise<Page<GroupSummary>> {
    return this.groups.list(tenantId, query);
  }

  @Get(':id')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  show(@CurrentMember() { tenantId }: SignedInMember, @Param('id', IdPipe) id: string): Promise<GroupView> {
    return this.groups.get(tenantId, id);
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

  @Get(':id/history')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  history(
    @CurrentMember() { tenantId }: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Query() { cursor }: TimeLineQueryDto,
  ): Promise<TimeLinePage> {
    return this.groups.history(tenantId, id, cursor);
  }

  @Get(':id/members')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  listMembers(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Query() query: GroupMemberQueryDto,
  ): Promise<Page<GroupMemberSummary>> {
    return this.groups.listMembers(readerOf(member), id, query);
  }

  @Get(':id/members/as-of')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  membersAsOf(
    @CurrentMember() { tenantId }: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Query() query: PastMembersQueryDto,
  ): Promise<Page<PastMember>> {
    return this.groups.membersAsOf(tenantId, id, query);
  }
}
