import type {
  Channel,
  CreateChannelRequest,
  Delivery,
  Language,
  NotificationsView,
  OwnNotifications,
  Page,
  TestResult,
  UpdateChannelRequest,
  UpdateOwnNotificationsRequest,
} from '@rollcall/admin-contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { whileOnFirstPage } from './list-refresh';

export const notificationsKey = ['notifications'] as const;

export const notificationsQuery = queryOptions({
  queryKey: [...notificationsKey, 'view'],
  queryFn: ({ signal }) => api.get<NotificationsView>('/notifications', {}, signal),
});

export const deliveriesQuery = infiniteQueryOptions({
  queryKey: [...notificationsKey, 'deliveries'],
  refetchInterval: whileOnFirstPage(10_000),
  queryFn: ({ pageParam, signal }) =>
    api.get<Page<Delivery>>('/notifications/deliveries', { cursor: pageParam }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor,
});

export const ownNotificationsQuery = queryOptions({
  queryKey: [...notificationsKey, 'own'],
  queryFn: ({ signal }) => api.get<OwnNotifications>('/account/notifications', {}, signal),
});

const channel = (id: string): string => `/notifications/channels/${encodeURIComponent(id)}`;

/** The address of a webhook goes out with `create` and `update` and never comes back. */
export const notificationCalls = {
  setLanguage: (language: Language) => api.patch<NotificationsView>('/notifications', { language }),
  create: (request: CreateChannelRequest) => api.post<Channel>('/notifications/channels', request),
  update: (id: string, request: UpdateChannelRequest) => api.patch<Channel>(channel(id), request),
  delete: (id: string) => api.delete(channel(id)),
  test: (id: string) => api.post<TestResult>(`${channel(id)}/test`),
  testMail: () => api.post<TestResult>('/notifications/mail-test'),
  retry: (id: string) => api.post<Delivery>(`/notifications/deliveries/${encodeURIComponent(id)}/retry`),
  updateOwn: (request: UpdateOwnNotificationsRequest) => api.patch<OwnNotifications>('/account/notifications', request),
};
