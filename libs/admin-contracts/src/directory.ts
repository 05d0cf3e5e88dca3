import type { PageQuery } from './paging';

export type UserStatus = 'active' | 'inactive';

/** GET /api/console/users?… -> UserPage */
export interface UserQuery extends PageQuery {
  readonly search?: string;
  readonly status?: UserStatus;
  readonly integrationId?: string;
  readonly groupId?: string;
  readonly sort?: 'displayName' | 'userName' | 'created' | 'lastModified';
  readonly direction?: 'asc' | 'desc';
}

export interface UserSummary {
  readonly id: string;
  readonly integrationId: string;
  readonly integrationName: string;
  readonly displayName: string;
  readonly userName: string;
  readonly email?: string;
  readonly title?: string;
  readonly department?: string;
  readonly active: boolean;
  readonly lastModified: string;
}

/** `counts` ignore the status filter, so that the tabs can show them. */
export interface UserPage {
  readonly items: readonly UserSummary[];
  readonly total: number;
  readonly nextCursor?: string;
  readonly counts: { readonly all: number; readonly active: number; readonly inactive: number };
}

/** GET /api/console/users/{id} */
export interface UserView extends UserSummary {
  readonly externalId?: string;
  readonly created: string;
  readonly version: string;
  /** Every attribute received, as the SCIM API answers it. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly groups: readonly { readonly id: string; readonly displayName: string }[];
  readonly history: readonly ChangeView[];
}

/** One change of the directory, newest first, with the request that caused it. */
export interface ChangeView {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly summary: string;
  readonly requestId?: string;
}

/** GET /api/console/groups?… -> Page<GroupSummary> */
export interface GroupQuery extends PageQuery {
  readonly search?: string;
  readonly integrationId?: string;
}

export interface GroupSummary {
  readonly id: string;
  readonly integrationId: string;
  readonly integrationName: string;
  readonly displayName: string;
  readonly externalId?: string;
  readonly memberCount: number;
  readonly lastModified: string;
}

/** GET /api/console/groups/{id}; members by GET /api/console/groups/{id}/members?search&cursor&limit -> Page<MemberSummary> */
export interface GroupView extends GroupSummary {
  readonly created: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly history: readonly ChangeView[];
}

export interface GroupMemberSummary {
  readonly id: string;
  readonly type: 'User' | 'Group';
  readonly displayName: string;
  readonly userName?: string;
  readonly active?: boolean;
}
