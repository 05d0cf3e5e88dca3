import {
  ACTIVITY_ACTIONS,
  ACTIVITY_SPANS,
  PROVIDERS,
  REQUEST_KINDS,
  REQUEST_METHODS,
  REQUEST_RESULTS,
  REQUEST_SPANS,
  type Provider,
  type RequestFilter,
  type UserQuery,
  type ActivityFilter,
} from '@rollcall/admin-contracts';
import { safeReturnPath } from './return-path';

type Search = Record<string, unknown>;

/*
 * What an address may carry. Anything else in it is dropped, so that a mistyped link still opens its page. The router
 * hands on what these have refused, too, so a page reads its search through the same function again.
 */

export interface UserSearch {
  readonly search?: string;
  readonly status?: 'active' | 'inactive' | 'deleted';
  readonly integrationId?: string;
  readonly groupId?: string;
  readonly department?: string;
  readonly title?: string;
  readonly sort?: NonNullable<UserQuery['sort']>;
  readonly direction?: 'asc' | 'desc';
}

const USER_SORTS = ['displayName', 'userName', 'created', 'lastModified'] as const;

export function readUserSearch(search: Search): UserSearch {
  return present({
    search: text(search.search),
    status: oneOf(search.status, ['active', 'inactive', 'deleted']),
    integrationId: text(search.integrationId),
    groupId: text(search.groupId),
    department: text(search.department),
    title: text(search.title),
    sort: oneOf(search.sort, USER_SORTS),
    direction: oneOf(search.direction, ['asc', 'desc']),
  });
}

export interface GroupSearch {
  readonly search?: string;
  readonly status?: 'deleted';
  readonly integrationId?: string;
}

export function readGroupSearch(search: Search): GroupSearch {
  return present({
    search: text(search.search),
    status: oneOf(search.status, ['deleted']),
    integrationId: text(search.integrationId),
  });
}

export type ActivitySearch = ActivityFilter;

export function readActivitySearch(search: Search): ActivitySearch {
  return present({
    search: text(search.search),
    action: oneOf(search.action, ACTIVITY_ACTIONS),
    actorId: text(search.actorId),
    objectId: text(search.objectId),
    integrationId: text(search.integrationId),
    result: oneOf(search.result, ['success', 'failure']),
    since: oneOf(search.since, ACTIVITY_SPANS),
    from: instant(search.from),
    to: instant(search.to),
  });
}

export type RequestSearch = RequestFilter;

export function readRequestSearch(search: Search): RequestSearch {
  return present({
    search: text(search.search),
    person: text(search.person),
    integrationId: text(search.integrationId),
    provider: oneOf(search.provider, PROVIDERS),
    result: oneOf(search.result, REQUEST_RESULTS),
    method: oneOf(search.method, REQUEST_METHODS),
    kind: oneOf(search.kind, REQUEST_KINDS),
    resourceId: text(search.resourceId),
    since: oneOf(search.since, REQUEST_SPANS),
    from: instant(search.from),
    to: instant(search.to),
  });
}

export interface TabSearch<Tab> {
  /** Absent on the first one. */
  readonly tab?: Tab;
  readonly search?: string;
}

export const INTEGRATION_TABS = ['overview', 'guide', 'tokens', 'requests', 'health', 'settings'] as const;
export const GROUP_TABS = ['members', 'attributes', 'history'] as const;

export function readIntegrationTab(search: Search): TabSearch<(typeof INTEGRATION_TABS)[number]> {
  return present({ tab: oneOf(search.tab, INTEGRATION_TABS) });
}

/** `asOf` is a moment in ISO 8601: the record is shown as it was then. */
export interface AsOfSearch {
  readonly asOf?: string;
}

export function readUserPageSearch(search: Search): AsOfSearch {
  return present({ asOf: instant(search.asOf) });
}

export function readGroupTab(search: Search): TabSearch<(typeof GROUP_TABS)[number]> & AsOfSearch {
  return present({
    tab: oneOf(search.tab, GROUP_TABS),
    search: text(search.search),
    asOf: instant(search.asOf),
  });
}

/** The provider that is chosen already when the wizard begins. */
export function readWizardSearch(search: Search): { readonly provider?: Provider } {
  return present({ provider: oneOf(search.provider, PROVIDERS) });
}

export function readSetupSearch(search: Search): { readonly token?: string } {
  return present({ token: text(search.token) });
}

export function readSignInSearch(search: Search): { readonly to?: string } {
  return present({ to: safeReturnPath(search.to) });
}

type Present<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

function present<Values extends object>(values: Values): Present<Values> {
  // Only entries with a value are kept, which is what Present says.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<Values>;
}

/** The router reads a search of digits as a number; people search for those, too. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function instant(value: unknown): string | undefined {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

function oneOf<const Value extends string>(value: unknown, allowed: readonly Value[]): Value | undefined {
  return allowed.find((candidate) => candidate === value);
}
