import type { Page, PageQuery } from './paging';

/** GET /api/console/activity?… -> ActivityPage, newest first */
export interface ActivityQuery extends PageQuery {
  readonly action?: string;
  readonly actorId?: string;
  readonly objectId?: string;
  readonly search?: string;
}

/** Who did what in the console (A34). `details` holds old and new values where there are any; never a secret. */
export interface ActivityEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly type: ActorType; readonly id?: string; readonly name: string };
  readonly action: ActivityAction;
  readonly object?: { readonly type: string; readonly id: string; readonly name?: string };
  readonly result: 'success' | 'failure';
  readonly address?: string;
  readonly requestId?: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export type ActivityPage = Page<ActivityEntry>;

/** `operator` works at the command line of the server, `system` is Rollcall itself. */
export type ActorType = 'member' | 'operator' | 'system';

export const ACTIVITY_ACTIONS = [
  'organisation.created',
  'member.signedIn',
  'member.signedOut',
  'member.signInFailed',
  'integration.created',
  'integration.renamed',
  'integration.providerChanged',
  'integration.deleted',
  'token.generated',
  'token.rotated',
  'token.revoked',
] as const;
export type ActivityAction = (typeof ACTIVITY_ACTIONS)[number];
