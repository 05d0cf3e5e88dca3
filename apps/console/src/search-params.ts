import type { UserQuery } from '@rollcall/admin-contracts';

type Search = Record<string, unknown>;

/** What an address may carry for a list. Anything else in it is dropped, so that a mistyped link still opens the list. */
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

/** The tab of a page, and what is searched for on it; the first tab is the one without a name in the address. */
export function readTab<const Tab extends string>(tabs: readonly Tab[]) {
  return (search: Search): { tab?: Tab; search?: string } =>
    present({ tab: oneOf(search.tab, tabs), search: text(search.search) });
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
