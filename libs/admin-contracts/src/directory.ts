import type { ChangeSentence } from './change-sentence';
import type { PageQuery } from './paging';
import type { RevealRequest } from './requests';

export type UserStatus = 'active' | 'inactive';

/** GET /api/console/users?… -> UserPage */
export interface UserQuery extends PageQuery {
  readonly search?: string;
  readonly status?: UserStatus;
  readonly integrationId?: string;
  readonly groupId?: string;
  /** Exactly as received; GET /api/console/users/work-values offers those there are. */
  readonly department?: string;
  readonly title?: string;
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
  readonly externalId?: string;
  readonly created: string;
  readonly lastModified: string;
}

/** GET /api/console/users/work-values?field=…&search=… -> string[], in alphabetical order, up to WORK_VALUES_MAX of them */
export interface WorkValuesQuery {
  readonly field: 'department' | 'title';
  readonly search?: string;
}
export const WORK_VALUES_MAX = 50;

/** `counts` ignore the status filter, so that the tabs can show them; `deleted` ignores department, title and group, too. */
export interface UserPage {
  readonly items: readonly UserSummary[];
  readonly total: number;
  readonly nextCursor?: string;
  readonly counts: {
    readonly all: number;
    readonly active: number;
    readonly inactive: number;
    readonly deleted: number;
  };
}

/** GET /api/console/users/{id} */
export interface UserView extends UserSummary {
  readonly version: string;
  /** Every attribute received, as the SCIM API answers it. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly groups: readonly { readonly id: string; readonly displayName: string }[];
  /** Own changes and groups joined and left. */
  readonly history: TimeLinePage;
  /** When each attribute last changed, by its path as in the history; what is missing is as it was first received. */
  readonly origins: Readonly<Record<string, Occasion>>;
  readonly firstReceived?: Occasion;
  /** What the identity provider sent and Rollcall did not keep, newest first. */
  readonly ignored: readonly IgnoredAttribute[];
  /** Only for people who were deleted and can still be restored. */
  readonly deleted?: Deletion;
  /** Personal values are hidden behind HIDDEN_VALUE; POST …/reveal answers the same without. */
  readonly masked: boolean;
}

/**
 * POST /api/console/users/{id}/reveal -> PersonReveal: what the page shows, with nothing hidden; each call is written to the activity.
 * `at` asks for the record as of a moment, too, `cursor` for an earlier page of the time line.
 */
export interface PersonRevealRequest extends RevealRequest {
  readonly at?: string;
  readonly cursor?: string;
}

export interface PersonReveal {
  readonly user: UserView;
  readonly asOf?: AsOfView;
  readonly earlier?: TimeLinePage;
}

/** A moment, and the request that brought it about if it was one. */
export interface Occasion {
  readonly at: string;
  readonly requestId?: string;
}

export interface Deletion extends Occasion {
  readonly restorableUntil: string;
}

export interface IgnoredAttribute {
  readonly message: string;
  readonly at: string;
  readonly requestId: string;
}

/** GET /api/console/users/deleted?…, GET /api/console/groups/deleted?… -> Page<DeletedSummary>, newest first: the last 30 days */
export interface DeletedQuery extends PageQuery {
  readonly search?: string;
  readonly integrationId?: string;
}

export interface DeletedSummary {
  readonly id: string;
  readonly integrationId: string;
  readonly integrationName: string;
  readonly displayName: string;
  readonly userName?: string;
  readonly email?: string;
  readonly externalId?: string;
  readonly deleted: Deletion;
}

/**
 * GET /api/console/users/{id}/as-of?at=… and /groups/{id}/as-of?at=…: the record at that moment, rebuilt from its changes. `unknown` when
 * it was there but what it held is not recorded: it came back under its old id later, with new attributes.
 */
export interface AsOfView {
  readonly at: string;
  readonly state: 'present' | 'notYet' | 'deleted' | 'unknown';
  readonly active?: boolean;
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Of a person; the members of a group have a list of their own. */
  readonly groups?: readonly { readonly id: string; readonly displayName: string }[];
  readonly masked?: boolean;
}

/** GET /api/console/users/{id}/history?cursor=… and /groups/{id}/history?cursor=… -> newest first; without a cursor from now on. */
export interface TimeLinePage {
  readonly items: readonly ChangeView[];
  readonly nextCursor?: string;
}

/** One change of the directory, newest first, with the request that caused it. */
export interface ChangeView {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  /** In English. */
  readonly summary: string;
  readonly sentence?: ChangeSentence;
  readonly requestId?: string;
  /** The group that a person joined or left. */
  readonly group?: { readonly id: string; readonly displayName: string };
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
  readonly history: TimeLinePage;
  /** The groups that it is itself a member of. */
  readonly groups: readonly { readonly id: string; readonly displayName: string }[];
  readonly deleted?: Deletion;
}

export interface GroupMemberSummary {
  readonly id: string;
  readonly type: 'User' | 'Group';
  readonly displayName: string;
  readonly userName?: string;
  readonly active?: boolean;
}

/**
 * GET /api/console/groups/{id}/members/as-of?at=…&cursor&limit -> Page<PastMember>: who was in the group at that moment, rebuilt from the
 * changes since it was made. Names are those of today, or those that deleted ones had; of the purged ones only the id is left.
 */
export interface PastMember extends GroupMemberSummary {
  readonly presence: 'present' | 'deleted' | 'purged';
}

/**
 * POST /api/console/users/export, /groups/export and /groups/{id}/members/export with the filters of the list -> text/csv (RFC 4180), streamed.
 * The header EXPORT_TOTAL_HEADER says how many rows there were when it began. Needs a recent sign-in (SEC-49).
 */
export type UserExportRequest = Omit<UserQuery, 'cursor' | 'limit' | 'sort' | 'direction'>;
export type GroupExportRequest = Omit<GroupQuery, 'cursor' | 'limit'>;
export interface MemberExportRequest {
  readonly search?: string;
}
export const EXPORT_TOTAL_HEADER = 'x-rollcall-rows';
