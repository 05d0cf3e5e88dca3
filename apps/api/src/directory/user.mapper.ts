import type { TimeLinePage, UserSummary, UserView } from '@rollcall/admin-contracts';
import { isJsonObject, type Json } from '@rollcall/scim-protocol';
import { withoutPersonalValues } from '../masking/personal-values';
import { deletion } from './deleted.mapper';
import type { DeletedDetailRow } from './deleted-resources.repository';
import { fullAttributes } from './full-attributes';
import type { AttributeFacts } from './people-stories.service';
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
    ...(row.externalId === null ? {} : { externalId: row.externalId }),
    created: row.createdAt.toISOString(),
    lastModified: row.lastModified.toISOString(),
  };
}

export interface UserSurroundings {
  readonly integrationName: string;
  readonly scimUrl: string;
  readonly groups: UserView['groups'];
  readonly history: TimeLinePage;
  readonly facts: AttributeFacts;
  /** Personal values are hidden. */
  readonly masked: boolean;
}

export function userView(row: UserDetailRow, around: UserSurroundings): UserView {
  const version = `W/"${row.version}"`;
  const { masked } = around;
  const attributes = fullAttributes(row.resource, {
    id: row.id,
    resourceType: 'User',
    created: row.createdAt,
    lastModified: row.lastModified,
    location: `${around.scimUrl}/Users/${row.id}`,
    version,
  });
  return {
    ...userSummary(row, around.integrationName),
    version,
    attributes: masked
      ? (withoutPersonalValues(attributes, '', row.email ?? undefined) as UserView['attributes'])
      : attributes,
    groups: around.groups,
    history: around.history,
    ...around.facts,
    masked,
  };
}

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Somebody who was deleted, as they were then. */
export function deletedUserView(row: DeletedDetailRow, around: UserSurroundings): UserView {
  const stored = JSON.parse(row.resource) as Json;
  const attributes = isJsonObject(stored) ? stored : {};
  const enterprise = attributes[ENTERPRISE];
  const user: UserDetailRow = {
    ...row,
    userName: row.userName ?? '',
    title: textOr(attributes['title']),
    department: enterprise !== undefined && isJsonObject(enterprise) ? textOr(enterprise['department']) : null,
    active: attributes['active'] !== false,
    lastModified: row.deletedAt,
  };
  return { ...userView(user, around), deleted: deletion(row) };
}

function textOr(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
