import type { PageQuery } from './paging';
import type { RevealRequest } from './requests';

/** Spans back from now. */
export const ACTIVITY_SPANS = ['24h', '7d', '30d', '365d'] as const;
export type ActivitySpan = (typeof ACTIVITY_SPANS)[number];

/** What the list, an export and a saved view choose from the log. `from` and `to` are ISO 8601; `to` itself is not included. */
export interface ActivityFilter {
  readonly action?: string;
  readonly actorId?: string;
  readonly objectId?: string;
  readonly integrationId?: string;
  readonly result?: 'success' | 'failure';
  readonly since?: ActivitySpan;
  readonly from?: string;
  readonly to?: string;
  /** A text in the name of an object, an actor or an integration. */
  readonly search?: string;
}

/** GET /api/console/activity?… -> ActivityPage, newest first */
export type ActivityQuery = ActivityFilter & PageQuery;

/**
 * Who did what (A34): deeds of the console and every change of the directory (A35). `details` holds old and new values where there are any;
 * never a secret. `integration` is the one that a change of the directory came through.
 */
export interface ActivityEntry {
  /** Unique within its source. */
  readonly id: string;
  readonly source: 'console' | 'directory';
  readonly at: string;
  readonly actor: { readonly type: ActorType; readonly id?: string; readonly name: string };
  readonly action: ActivityAction;
  readonly object?: { readonly type: string; readonly id: string; readonly name?: string };
  readonly integration?: { readonly id: string; readonly name: string };
  readonly result: 'success' | 'failure';
  readonly address?: string;
  /** Of a change of the directory: the SCIM request that caused it. Of a deed: the call of the console, as the server's own log names it. */
  readonly requestId?: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Personal values in the details are hidden behind HIDDEN_VALUE. */
  readonly masked?: boolean;
}

/** POST /api/console/activity/reveal -> ActivityEntry: a change of the directory with nothing hidden; written to the activity. */
export interface RevealActivityRequest extends RevealRequest {
  readonly integrationId: string;
  readonly objectId: string;
  readonly id: string;
}

/**
 * Where filters are so narrow that a page is not filled within a fraction of a second, `searchedBackTo` says how far it came, and
 * `nextCursor` goes on from there: nothing is left out.
 */
export interface ActivityPage {
  readonly items: readonly ActivityEntry[];
  readonly nextCursor?: string;
  readonly searchedBackTo?: string;
}

/** GET /api/console/activity/export?… with an ActivityFilter -> text/csv, newest first, at most so many entries. */
export const ACTIVITY_EXPORT_MAX = 100_000;

export const ACTIVITY_VIEW_NAME_MAX = 60;
export const ACTIVITY_VIEWS_MAX = 30;

/** GET, POST /api/console/activity/views; PATCH, DELETE …/{id}. Everybody has their own. 409 `conflict` when the name is used. */
export interface ActivityView {
  readonly id: string;
  readonly name: string;
  readonly filter: ActivityFilter;
}

export interface RenameActivityViewRequest {
  readonly name: string;
}

export interface SaveActivityViewRequest extends RenameActivityViewRequest {
  readonly filter: ActivityFilter;
}

/** `operator` works at the command line of the server, `system` is Rollcall itself, `integration` is an identity provider. */
export type ActorType = 'member' | 'operator' | 'system' | 'integration';

/** What identity providers do to the directory; a few of these names are also deeds of the console. */
export const DIRECTORY_ACTIONS = [
  'user.created',
  'user.updated',
  'user.deactivated',
  'user.reactivated',
  'user.deleted',
  'user.revived',
  'user.restored',
  'group.created',
  'group.updated',
  'group.deleted',
  'group.revived',
  'group.restored',
  'group.membersAdded',
  'group.membersRemoved',
] as const;
export type DirectoryAction = (typeof DIRECTORY_ACTIONS)[number];

export const ACTIVITY_ACTIONS = [
  'organisation.created',
  'member.signedIn',
  'member.signedOut',
  'member.signInFailed',
  'member.confirmed',
  'member.confirmationFailed',
  'member.invited',
  'member.invitationRenewed',
  'member.invitationRevoked',
  'member.joined',
  'member.roleChanged',
  'member.suspended',
  'member.reinstated',
  'member.removed',
  'member.ownershipTransferred',
  'member.sessionsEnded',
  'member.renamed',
  'member.passwordChanged',
  'access.refused',
  'integration.created',
  'integration.renamed',
  'integration.providerChanged',
  'integration.deleted',
  'integration.paused',
  'integration.resumed',
  'integration.restored',
  'integration.purged',
  'integration.diagnosticsDownloaded',
  'request.revealed',
  'user.revealed',
  'activity.revealed',
  'token.generated',
  'token.rotated',
  'token.revoked',
  'token.endChanged',
  'channel.created',
  'channel.changed',
  'channel.tested',
  'channel.deleted',
  'notifications.languageChanged',
  'notifications.ownChanged',
  'notifications.retried',
  'directory.purged',
  'directory.purgePaused',
  'directory.purgeResumed',
  'directory.exported',
  'brake.tripped',
  'brake.unanswered',
  'brake.released',
  'brake.restored',
  'brake.releaseAsked',
  'brake.thresholdChanged',
  'activity.exported',
  ...DIRECTORY_ACTIONS,
] as const;
export type ActivityAction = (typeof ACTIVITY_ACTIONS)[number];
