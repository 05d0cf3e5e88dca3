import type { UserQuery } from '@rollcall/admin-contracts';
import { safeReturnPath } from './return-path';

type Search = Record<string, unknown>;

/*
 * What an address may carry. Anything else in it is dropped, so that a mistyped link still opens its page. The router
 * hands on what these have refused, too, so a page reads its search through the same function again.
 */

export interface UserSearch {
  readonly search?: string;
  readonly status?: 'active' | 'inactive';
  readonly integrationId?: string;
  readonly sort?: NonNullable<UserQuery['sort']>;
  readonly direction?: 'asc' | 'desc';
}

const USER_SORTS = ['displayName', 'userName', 'created', 'lastModified'] as const;

export function readUserSearch(search: Search): UserSearch {
  return present({
    search: text(search.search),
    status: oneOf(search.status, ['active', 'inactive']),
    integrationId: text(search.integrationId),
    sort: oneOf(search.sort, USER_SORTS),
    direction: oneOf(search.direction, ['asc', 'desc']),
  });
}

export interface GroupSearch {
  readonly search?: string;
  readonly integrationId?: string;
}

export function readGroupSearch(search: Search): GroupSearch {
  return present({ search: text(search.search), integrationId: text(search.integrationId) });
}

export interface RequestSearch {
  readonly search?: string;
  readonly integrationId?: string;
  readonly result?: 'success' | 'failure';
  readonly method?: string;
  readonly resourceId?: string;
}

export const REQUEST_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export function readRequestSearch(search: Search): RequestSearch {
  return present({
    search: text(search.search),
    integrationId: text(search.integrationId),
    result: oneOf(search.result, ['success', 'failure']),
    method: oneOf(search.method, REQUEST_METHODS),
    resourceId: text(search.resourceId),
  });
}

export interface TabSearch<Tab> {
  /** Absent on the first one. */
  readonly tab?: Tab;
  readonly search?: string;
}

export const INTEGRATION_TABS = ['overview', 'guide', 'tokens'] as const;
export const GROUP_TABS = ['members', 'attributes', 'history'] as const;

export function readIntegrationTab(search: Search): TabSearch<(typeof INTEGRATION_TABS)[number]> {
  return present({ tab: oneOf(search.tab, INTEGRATION_TABS) });
}

export function readGroupTab(search: Search): TabSearch<(typeof GROUP_TABS)[number]> {
  return present({ tab: oneOf(search.tab, GROUP_TABS), search: text(search.search) });
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

function oneOf<const Value extends string>(value: unknown, allowed: readonly Value[]): Value | undefined {
  return allowed.find((candidate) => candidate === value);
}
