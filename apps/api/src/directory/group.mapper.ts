import type { GroupMemberSummary, GroupSummary, GroupView, PastMember, TimeLinePage } from '@rollcall/admin-contracts';
import { deletion } from './deleted.mapper';
import type { DeletedDetailRow } from './deleted-resources.repository';
import { fullAttributes } from './full-attributes';
import type { MemberRow } from './group-members.repository';
import type { PastMemberRow } from './past-members.repository';
import type { GroupDetailRow, GroupRow } from './groups.repository';

export function groupSummary(row: GroupRow, integrationName: string): GroupSummary {
  return {
    id: row.id,
    integrationId: row.integrationId,
    integrationName,
    displayName: row.displayName,
    ...(row.externalId === null ? {} : { externalId: row.externalId }),
    memberCount: row.memberCount,
    lastModified: row.lastModified.toISOString(),
  };
}

export interface GroupSurroundings {
  readonly integrationName: string;
  readonly scimUrl: string;
  readonly history: TimeLinePage;
  readonly groups: GroupView['groups'];
}

export function groupView(row: GroupDetailRow, around: GroupSurroundings): GroupView {
  return {
    ...groupSummary(row, around.integrationName),
    created: row.createdAt.toISOString(),
    attributes: fullAttributes(row.resource, {
      id: row.id,
      resourceType: 'Group',
      created: row.createdAt,
      lastModified: row.lastModified,
      location: `${around.scimUrl}/Groups/${row.id}`,
      version: `W/"${row.version}"`,
    }),
    history: around.history,
    groups: around.groups,
  };
}

/** A group that was deleted, as it was then; its members are not listed. */
export function deletedGroupView(row: DeletedDetailRow, around: GroupSurroundings): GroupView {
  const group: GroupDetailRow = {
    ...row,
    memberCount: 0,
    lastModified: row.deletedAt,
    sortKey: '',
    version: String(row.version),
  };
  return { ...groupView(group, around), deleted: deletion(row) };
}

export function groupMemberSummary(row: MemberRow): GroupMemberSummary {
  return {
    id: row.id,
    type: row.isGroup ? 'Group' : 'User',
    displayName: row.displayName,
    ...(row.userName === null ? {} : { userName: row.userName }),
    ...(row.active === null ? {} : { active: row.active }),
  };
}

export function pastMember(row: PastMemberRow): PastMember {
  const { displayName, isDeleted } = row;
  return {
    ...groupMemberSummary({ ...row, displayName: displayName ?? row.id }),
    presence: displayName === null ? 'purged' : isDeleted ? 'deleted' : 'present',
  };
}
