import type {
  AffectedPerson,
  AffectedQuery,
  BrakeAction,
  BrakeDecisionRequest,
  BrakeHistory,
  BrakeOutcome,
  BrakePreviewRequest,
  BrakeThreshold,
  BrakeTrip,
  BrakeTripView,
  BrakeView,
  Page,
} from '@rollcall/admin-contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client';

const POLL_MS = 10_000;
const POLL_AT_WORK_MS = 1_000;

export const brakeKey = ['brake'] as const;
const tripPath = (id: string): string => `/brake/trips/${encodeURIComponent(id)}`;
const settingPath = (integrationId: string): string => `/integrations/${encodeURIComponent(integrationId)}/brake`;

/** The open trips of all integrations. */
export const openTripsQuery = queryOptions({
  queryKey: [...brakeKey, 'open'],
  queryFn: ({ signal }) => api.get<readonly BrakeTrip[]>('/brake/trips', {}, signal),
  refetchInterval: POLL_MS,
  retry: false,
});

/** Polls quickly while a release or restoration is under way. */
export const tripQuery = (id: string) =>
  queryOptions({
    queryKey: [...brakeKey, 'trip', id],
    queryFn: ({ signal }) => api.get<BrakeTripView>(tripPath(id), {}, signal),
    refetchInterval: ({ state }) => (isAtWork(state.data) ? POLL_AT_WORK_MS : POLL_MS),
  });

export function isAtWork(trip: BrakeTripView | undefined): boolean {
  return trip?.job !== undefined && trip.job.finishedAt === undefined;
}

export const affectedQuery = (tripId: string, filter: Omit<AffectedQuery, 'cursor' | 'limit'>) =>
  infiniteQueryOptions({
    queryKey: [...brakeKey, 'people', tripId, filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<AffectedPerson>>(`${tripPath(tripId)}/people`, { ...filter, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** What a decision would do; never remembered, because the state moves. */
export const previewQuery = (tripId: string, request: BrakePreviewRequest) =>
  queryOptions({
    queryKey: [...brakeKey, 'preview', tripId, request],
    queryFn: () => api.post<BrakeOutcome>(`${tripPath(tripId)}/preview`, request),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export const brakeQuery = (integrationId: string) =>
  queryOptions({
    queryKey: [...brakeKey, 'setting', integrationId],
    queryFn: ({ signal }) => api.get<BrakeView>(settingPath(integrationId), {}, signal),
  });

export const brakeHistoryQuery = (integrationId: string, { peopleMin, percent }: BrakeThreshold) =>
  queryOptions({
    queryKey: [...brakeKey, 'history', integrationId, peopleMin, percent],
    queryFn: ({ signal }) =>
      api.get<BrakeHistory>(`${settingPath(integrationId)}/history`, { peopleMin, percent }, signal),
    placeholderData: keepPreviousData,
  });

export const brakeCalls = {
  decide: (tripId: string, action: BrakeAction, request: Omit<BrakeDecisionRequest, 'action'>) =>
    api.post<BrakeTripView>(`${tripPath(tripId)}/${action}`, request),
  setThreshold: (integrationId: string, threshold: BrakeThreshold) =>
    api.patch<BrakeView>(settingPath(integrationId), threshold),
};
