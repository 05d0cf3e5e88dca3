import type { Page, RequestQuery, RequestSummary, RequestView } from '@rollcall/admin-contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { whileOnFirstPage } from './list-refresh';

export const requestsQuery = (filter: Omit<RequestQuery, 'cursor' | 'limit'>) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', filter],
    refetchInterval: whileOnFirstPage(5_000),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<RequestSummary>>('/requests', { ...filter, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', id],
    queryFn: ({ signal }) => api.get<RequestView>(`/requests/${encodeURIComponent(id)}`, {}, signal),
  });
