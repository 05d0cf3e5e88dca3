import type {
  AsOfView,
  DeletedQuery,
  DeletedSummary,
  GroupMemberSummary,
  GroupQuery,
  GroupSummary,
  GroupView,
  Page,
  PastMember,
  PersonReveal,
  PersonRevealRequest,
  TimeLinePage,
  UserPage,
  UserQuery,
  UserView,
  WorkValuesQuery,
} from '@rollcall/admin-contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { whileOnFirstPage } from './list-refresh';

const first = undefined as string | undefined;

export const usersQuery = (filter: Omit<UserQuery, 'cursor' | 'limit'>) =>
  infiniteQueryOptions({
    queryKey: ['users', 'list', filter],
    refetchInterval: whileOnFirstPage(10_000),
    queryFn: ({ pageParam, signal }) => api.get<UserPage>('/users', { ...filter, cursor: pageParam }, signal),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', id],
    queryFn: ({ signal }) => api.get<UserView>(`/users/${encodeURIComponent(id)}`, {}, signal),
  });

export const groupsQuery = (filter: Omit<GroupQuery, 'cursor' | 'limit'>) =>
  infiniteQueryOptions({
    queryKey: ['groups', 'list', filter],
    refetchInterval: whileOnFirstPage(10_000),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<GroupSummary>>('/groups', { ...filter, cursor: pageParam }, signal),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** A few groups by name, to choose one. */
export const groupSuggestionsQuery = (search: string) =>
  queryOptions({
    queryKey: ['groups', 'suggestions', search],
    queryFn: ({ signal }) => api.get<Page<GroupSummary>>('/groups', { search, limit: 20 }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const groupQuery = (id: string) =>
  queryOptions({
    queryKey: ['groups', id],
    queryFn: ({ signal }) => api.get<GroupView>(`/groups/${encodeURIComponent(id)}`, {}, signal),
  });

export const groupMembersQuery = (id: string, search: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['groups', id, 'members', search ?? ''],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<GroupMemberSummary>>(
        `/groups/${encodeURIComponent(id)}/members`,
        { search, cursor: pageParam },
        signal,
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export type DeletedKind = 'users' | 'groups';

/** What happened to a person or group, page by page; `known` is the first page, which came with the record. */
export const historyQuery = (kind: DeletedKind, id: string, known: TimeLinePage) =>
  infiniteQueryOptions({
    queryKey: [kind, id, 'history'],
    queryFn: ({ pageParam, signal }) =>
      api.get<TimeLinePage>(`/${kind}/${encodeURIComponent(id)}/history`, { cursor: pageParam }, signal),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor,
    initialData: { pages: [known], pageParams: [first] },
  });

/** Who was in a group at a moment. */
export const pastMembersQuery = (id: string, at: string) =>
  infiniteQueryOptions({
    queryKey: ['groups', id, 'members', 'as-of', at],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<PastMember>>(`/groups/${encodeURIComponent(id)}/members/as-of`, { at, cursor: pageParam }, signal),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor,
  });

/** The answer holds personal values: for the page's own state, never for a cache. */
export function revealPerson(id: string, wish: PersonRevealRequest): Promise<PersonReveal> {
  return api.post<PersonReveal>(`/users/${encodeURIComponent(id)}/reveal`, wish);
}

export const deletedQuery = (kind: DeletedKind, filter: Omit<DeletedQuery, 'cursor' | 'limit'>) =>
  infiniteQueryOptions({
    queryKey: [kind, 'deleted', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<DeletedSummary>>(`/${kind}/deleted`, { ...filter, cursor: pageParam }, signal),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** The record at a moment; the past does not change, so it is asked for once. */
export const asOfQuery = (kind: DeletedKind, id: string, at: string) =>
  queryOptions({
    queryKey: [kind, id, 'as-of', at],
    queryFn: ({ signal }) => api.get<AsOfView>(`/${kind}/${encodeURIComponent(id)}/as-of`, { at }, signal),
    placeholderData: keepPreviousData,
  });

export const workValuesQuery = (field: WorkValuesQuery['field'], search: string) =>
  queryOptions({
    queryKey: ['users', 'work-values', field, search],
    queryFn: ({ signal }) => api.get<readonly string[]>('/users/work-values', { field, search }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export function restoreRecord(kind: DeletedKind, id: string): Promise<UserView | GroupView> {
  return api.post(`/${kind}/${encodeURIComponent(id)}/restore`);
}
