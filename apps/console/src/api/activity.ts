import type {
  ActivityEntry,
  ActivityFilter,
  ActivityPage,
  ActivityView,
  RenameActivityViewRequest,
  RevealActivityRequest,
  SaveActivityViewRequest,
} from '@rollcall/admin-contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Download } from './client';
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
  renameView: (id: string, request: RenameActivityViewRequest) =>
    api.patch<ActivityView>(`/activity/views/${encodeURIComponent(id)}`, request),
  deleteView: (id: string) => api.delete(`/activity/views/${encodeURIComponent(id)}`),
  export: (filter: ActivityFilter, download: Download) =>
    api.download({ path: '/activity/export', query: { ...filter } }, download),
};

/** The answer holds personal values: for the view's own state, never for a cache. */
export function revealEntry({ id, integration, object }: ActivityEntry, reason: string): Promise<ActivityEntry> {
  const body: RevealActivityRequest = {
    integrationId: integration?.id ?? '',
    objectId: object?.id ?? '',
    id,
    ...(reason === '' ? {} : { reason }),
  };
  return api.post<ActivityEntry>('/activity/reveal', body);
}
