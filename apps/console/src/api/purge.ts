import type { PurgeView } from '@rollcall/admin-contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client';

const POLL_MS = 60_000;

/** What leaves for good next, or who holds it back. */
export const purgeQuery = queryOptions({
  queryKey: ['purge'],
  queryFn: ({ signal }) => api.get<PurgeView>('/purge', {}, signal),
  refetchInterval: POLL_MS,
});

export const purgeCalls = {
  pause: (reason: string) => api.post<PurgeView>('/purge/pause', { reason }),
  resume: () => api.post<PurgeView>('/purge/resume'),
};
