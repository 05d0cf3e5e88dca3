import { Injectable } from '@nestjs/common';
import type {
  AsOfView,
  GroupMemberSummary,
  GroupQuery,
  GroupSummary,
  GroupView,
  Page,
  PageQuery,
  PastMember,
  TimeLinePage,
} from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { notFound } from '../console/console-error';
import { decodeCursor, encodeCursor } from '../console/cursor';
import { ConsoleDatabase } from '../database/console-database';
import type { Reader } from '../masking/who-sees';
import { TenantHosts } from '../tenants/tenant-hosts';
import { GroupMembersRepository, type MemberWish } from './group-members.repository';
import { DeletedResourcesRepository, type DeletedDetailRow } from './deleted-resources.repository';
import { deletedGroupView, groupMemberSummary, groupSummary, groupView, pastMember } from './group.mapper';
import { GroupsRepository, type GroupDetailRow, type GroupSelection } from './groups.repository';
import { PastMembersRepository } from './past-members.repository';
import { PeopleStories } from './people-stories.service';
import { TimeLine } from './time-line';
import { UsersRepository } from './users.repository';
import { visibleIntegrations, type VisibleIntegration } from './visible-integrations';

/** Above this the members of a group are no longer sorted by name: that would read all of them for each page. */
const SORTED_MEMBERS_MAX = 5_000;

/** A group in the directory, or a deleted one. */
type FoundGroup = { readonly integrationId: string; readonly integrationName: string } & (
  | { readonly row: GroupDetailRow; readonly gone?: undefined }
  | { readonly gone: DeletedDetailRow; readonly row?: undefined }
);

type Limited<Query> = Query & { readonly limit: number };

/** The groups of all integrations that are not deleted, and who is in them. */
@Injectable()
export class DirectoryGroupsService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly groups: GroupsRepository,
    private readonly members: GroupMembersRepository,
    private readonly pastMembers: PastMembersRepository,
    private readonly timeLine: TimeLine,
    private readonly deleted: DeletedResourcesRepository,
    private readonly users: UsersRepository,
    private readonly stories: PeopleStories,
    private readonly hosts: TenantHosts,
  ) {}

  list(tenantId: string, wish: Limited<GroupQuery>): Promise<Page<GroupSummary>> {
    return this.database.inTenant(tenantId, async (em) => {
      const integrations = await visibleIntegrations(em, tenantId, wish.integrationId);
      const selection = selectionOf(tenantId, integrations, wish.search);
      const cursor = decodeCursor(wish.cursor, ['string', 'uuid']) as [string, string] | undefined;
      const after = cursor && { key: cursor[0], id: cursor[1] };
      const rows = await this.groups.page(em, selection, wish.limit + 1, after);
      const names = new Map(integrations.map(({ id, name }) => [id, name]));
      const last = rows[wish.limit - 1];
      return {
        items: rows.slice(0, wish.limit).map((row) => groupSummary(row, names.get(row.integrationId) ?? '')),
        total: await this.total(em, selection, integrations),
        ...(rows.length > wish.limit && last ? { nextCursor: encodeCursor([last.sortKey, last.id]) } : {}),
      };
    });
  }

  /** A group of the directory, or one that was deleted and can still be restored. */
  get(tenantId: string, groupId: string): Promise<GroupView> {
    return this.database.inTenant(tenantId, async (em) => {
      const { row, gone, integrationId, integrationName } = await this.findEver(em, tenantId, groupId);
      const around = {
        integrationName,
        scimUrl: this.hosts.scimUrl(tenantId),
        history: await this.timeLine.ofGroup(em, { tenantId, integrationId, resourceId: groupId }, undefined),
        groups: await this.users.groupsOf(em, { tenantId, integrationId, userId: groupId }),
      };
      return gone ? deletedGroupView(gone, around) : groupView(row, around);
    });
  }

  history(tenantId: string, groupId: string, cursor: string | undefined): Promise<TimeLinePage> {
    return this.database.inTenant(tenantId, async (em) => {
      const { integrationId } = await this.findEver(em, tenantId, groupId);
      return this.timeLine.ofGroup(em, { tenantId, integrationId, resourceId: groupId }, cursor);
    });
  }

  /** The group's own attributes at a moment; for its members see `membersAsOf`. */
  asOf(tenantId: string, groupId: string, at: Date): Promise<AsOfView> {
    return this.database.inTenant(tenantId, async (em) => {
      const { row, gone, integrationId } = await this.findEver(em, tenantId, groupId);
      const stored = { resource: gone?.resource ?? row?.resource ?? '{}', isPresent: gone === undefined };
      const { active: _none, ...view } = await this.stories.asOf(
        em,
        { tenantId, integrationId, resourceId: groupId },
        stored,
        at,
      );
      return view;
    });
  }

  /** Who was in the group at a moment, also in one that has been deleted since. */
  membersAsOf(
    tenantId: string,
    groupId: string,
    wish: Limited<PageQuery & { readonly at: string }>,
  ): Promise<Page<PastMember>> {
    const at = new Date(wish.at);
    return this.database.inTenant(tenantId, async (em) => {
      const { integrationId } = await this.findEver(em, tenantId, groupId);
      const key = { tenantId, integrationId, groupId };
      const total = await this.pastMembers.count(em, key, at);
      const cursor = memberCursor(wish.cursor);
      const isLarge = cursor?.isLarge ?? total > SORTED_MEMBERS_MAX;
      const after = cursor === undefined ? {} : { after: cursor };
      const rows = await this.pastMembers.page(em, key, at, { isLarge, limit: wish.limit + 1, ...after });
      return { items: rows.slice(0, wish.limit).map(pastMember), total, ...nextMembers(rows, wish.limit, isLarge) };
    });
  }

  listMembers(
    { tenantId, masked }: Reader,
    groupId: string,
    wish: Limited<PageQuery & { readonly search?: string }>,
  ): Promise<Page<GroupMemberSummary>> {
    return this.database.inTenant(tenantId, async (em) => {
      const { row } = await this.find(em, tenantId, groupId);
      const key = { tenantId, integrationId: row.integrationId, groupId };
      const text = wish.search?.trim() ?? '';
      const cursor = memberCursor(wish.cursor);
      const isLarge = cursor?.isLarge ?? row.memberCount > SORTED_MEMBERS_MAX;
      const wanted: MemberWish = { isLarge, ...(text === '' ? {} : { search: { text, masked } }) };
      const after = cursor === undefined ? {} : { after: cursor };
      const rows = await this.members.page(em, key, { ...wanted, limit: wish.limit + 1, ...after });
      return {
        items: rows.slice(0, wish.limit).map(groupMemberSummary),
        total: text === '' ? row.memberCount : (rows[0]?.foundAll ?? (await this.members.count(em, key, wanted))),
        ...nextMembers(rows, wish.limit, isLarge),
      };
    });
  }

  private async findEver(em: EntityManager, tenantId: string, groupId: string): Promise<FoundGroup> {
    const integrations = await visibleIntegrations(em, tenantId);
    const integrationIds = integrations.map(({ id }) => id);
    const nameOf = (wanted: string): string => integrations.find(({ id }) => id === wanted)?.name ?? '';
    const row = await this.groups.find(em, tenantId, integrationIds, groupId);
    if (row) return { row, integrationId: row.integrationId, integrationName: nameOf(row.integrationId) };
    const gone = await this.deleted.find(em, { tenantId, integrationIds, type: 'Group' }, groupId);
    if (gone) return { gone, integrationId: gone.integrationId, integrationName: nameOf(gone.integrationId) };
    throw notFound('group');
  }

  private async find(
    em: EntityManager,
    tenantId: string,
    groupId: string,
  ): Promise<{ row: GroupDetailRow; integrationName: string }> {
    const integrations = await visibleIntegrations(em, tenantId);
    const ids = integrations.map(({ id }) => id);
    const row = await this.groups.find(em, tenantId, ids, groupId);
    if (!row) throw notFound('group');
    return { row, integrationName: integrations.find(({ id }) => id === row.integrationId)?.name ?? '' };
  }

  private async total(
    em: EntityManager,
    selection: GroupSelection,
    integrations: readonly VisibleIntegration[],
  ): Promise<number> {
    if (selection.search !== undefined) return this.groups.count(em, selection);
    return integrations.reduce((sum, { groupCount }) => sum + groupCount, 0);
  }
}

/** The order of a list of members is settled by its first page. */
interface MemberCursor {
  readonly isLarge: boolean;
  readonly key: string;
  readonly id: string;
}

function memberCursor(cursor: string | undefined): MemberCursor | undefined {
  const values = decodeCursor(cursor, ['boolean', 'string', 'uuid']) as [boolean, string, string] | undefined;
  return values && { isLarge: values[0], key: values[1], id: values[2] };
}

function nextMembers(
  rows: readonly { readonly id: string; readonly sortKey: string }[],
  limit: number,
  isLarge: boolean,
): { nextCursor?: string } {
  const last = rows[limit - 1];
  return rows.length > limit && last ? { nextCursor: encodeCursor([isLarge, last.sortKey, last.id]) } : {};
}

function selectionOf(
  tenantId: string,
  integrations: readonly VisibleIntegration[],
  search: string | undefined,
): GroupSelection {
  const text = search?.trim() ?? '';
  return { tenantId, integrationIds: integrations.map(({ id }) => id), ...(text === '' ? {} : { search: text }) };
}
