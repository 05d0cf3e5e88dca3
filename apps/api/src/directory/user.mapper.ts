import type { ChangeView, UserSummary, UserView } from '@rollcall/admin-contracts';
import { fullAttributes } from './full-attributes';
import type { UserDetailRow, UserRow } from './users.repository';

export function userSummary(row: UserRow, integrationName: string): UserSummary {
  return {
    id: row.id,
    integrationId: row.integrationId,
    integrationName,
    displayName: row.displayName,
    userName: row.userName,
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.department === null ? {} : { department: row.department }),
    active: row.active,
    lastModified: row.lastModified.toISOString(),
  };
}

export interface UserSurroundings {
  readonly integrationName: string;
  readonly scimUrl: string;
  readonly groups: UserView['groups'];
  readonly history: readonly ChangeView[];
}

export function userView(row: UserDetailRow, around: UserSurroundings): UserView {
  const version = `W/"${row.version}"`;
  return {
    ...userSummary(row, around.integrationName),
    ...(row.externalId === null ? {} : { externalId: row.externalId }),
    created: row.createdAt.toISOString(),
    version,
    attributes: fullAttributes(row.resource, {
      id: row.id,
      resourceType: 'User',
      created: row.createdAt,
      lastModified: row.lastModified,
      location: `${around.scimUrl}/Users/${row.id}`,
      version,
    }),
    groups: around.groups,
    history: around.history,
  };
}
