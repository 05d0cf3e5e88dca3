import type {
  RequestFilter,
  RequestNeighbours,
  RequestPage,
  RequestTail,
  RequestView,
  RevealRequest,
} from '@rollcall/admin-contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client';

const TAIL_EVERY_MS = 2_000;

/** New requests come by `requestTailQuery`, so the pages themselves are not asked for again and again. */
export const requestsQuery = (filter: RequestFilter) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', filter],
    queryFn: ({ pageParam, signal }) => api.get<RequestPage>('/requests', { ...filter, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** What has come to the list of the filter since `tail`, asked for again every two seconds while the window is in view. */
export const requestTailQuery = (filter: RequestFilter, tail: string | undefined) =>
  queryOptions({
    queryKey: ['requests', 'tail', filter],
    refetchInterval: TAIL_EVERY_MS,
    enabled: tail !== undefined,
    gcTime: 0,
    queryFn: ({ signal }) => api.get<RequestTail>('/requests/tail', { ...filter, tail }, signal),
  });

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', id],
    queryFn: ({ signal }) => api.get<RequestView>(`/requests/${encodeURIComponent(id)}`, {}, signal),
  });

export const neighboursQuery = (id: string, filter: RequestFilter) =>
  queryOptions({
    queryKey: ['requests', id, 'neighbours', filter],
    queryFn: ({ signal }) =>
      api.get<RequestNeighbours>(`/requests/${encodeURIComponent(id)}/neighbours`, { ...filter }, signal),
  });

/** The answer holds personal values: for the page's own state, never for a cache. */
export function revealRequest(id: string, reason: string): Promise<RequestView> {
  const body: RevealRequest = reason === '' ? {} : { reason };
  return api.post<RequestView>(`/requests/${encodeURIComponent(id)}/reveal`, body);
}
