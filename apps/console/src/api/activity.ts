import type { ActivityFilter, ActivityPage, ActivityView, SaveActivityViewRequest } from '@rollcall/admin-contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { whileOnFirstPage } from './list-refresh';

export const activityQuery = (filter: ActivityFilter) =>
  infiniteQueryOptions({
    queryKey: ['activity', 'list', filter],
    refetchInterval: whileOnFirstPage(10_000),
    queryFn: ({ pageParam, signal }) => api.get<ActivityPage>('/activity', { ...filter, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const activityViewsQuery = queryOptions({
  queryKey: ['activity', 'views'],
  queryFn: ({ signal }) => api.get<readonly ActivityView[]>('/activity/views', {}, signal),
});

export const activityCalls = {
  saveView: (request: SaveActivityViewRequest) => api.post<ActivityView>('/activity/views', request),
  deleteView: (id: string) => api.delete(`/activity/views/${encodeURIComponent(id)}`),
  export: (filter: ActivityFilter, onText: (text: string) => void, signal: AbortSignal) =>
    api.file('/activity/export', { ...filter }, onText, signal),
};
