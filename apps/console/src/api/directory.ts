import type {
  GroupMemberSummary,
  GroupQuery,
  GroupSummary,
  GroupView,
  Page,
  UserPage,
  UserQuery,
  UserView,
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
