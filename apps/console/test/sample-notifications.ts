import type { Channel, Delivery, NotificationsView, OwnNotifications } from '@rollcall/admin-contracts';
import { minutesAgo } from './builders';
import { ok, type FakeApi } from './fake-api';

export function aChannel(over: Partial<Channel> = {}): Channel {
  return {
    id: 'c1',
    type: 'slack',
    name: 'On call',
    hint: 'hooks.slack.com …8nHc',
    enabled: true,
    kinds: ['failing', 'quiet', 'tokenExpiry', 'tokenAge', 'pause', 'brake'],
    createdAt: minutesAgo(9000),
    createdBy: 'Mara Keller',
    lastDelivery: { state: 'sent', at: minutesAgo(40) },
    ...over,
  };
}

export function aDelivery(over: Partial<Delivery> = {}): Delivery {
  return {
    id: 'd1',
    createdAt: minutesAgo(40),
    state: 'sent',
    recipient: { type: 'slack', name: 'On call' },
    about: [{ event: 'failing.began', integrationId: 'i1', integrationName: 'Entra ID', at: minutesAgo(41) }],
    attempts: 1,
    sentAt: minutesAgo(40),
    ...over,
  };
}

export function aNotificationsView(over: Partial<NotificationsView> = {}): NotificationsView {
  return {
    mail: { configured: true, from: 'rollcall@example.com' },
    mailRecipients: 3,
    language: 'en',
    channels: [aChannel()],
    ...over,
  };
}

export function ownNotifications(over: Partial<OwnNotifications> = {}): OwnNotifications {
  return { mailConfigured: true, kinds: ['failing', 'quiet', 'brake'], organisationLanguage: 'en', ...over };
}

/** A bit of everything. */
export const SAMPLE_CHANNELS: readonly Channel[] = [
  aChannel(),
  aChannel({
    id: 'c2',
    type: 'teams',
    name: 'Identity team',
    hint: 'prod-12.westeurope.logic.azure.com …9kQz',
    kinds: ['failing', 'quiet'],
    integrationIds: ['i1'],
    lastDelivery: { state: 'failed', at: minutesAgo(300) },
  }),
  aChannel({ id: 'c3', type: 'email', name: 'Night shift', hint: 'night@example.com', enabled: false }),
];

export const SAMPLE_DELIVERIES: readonly Delivery[] = [
  aDelivery(),
  aDelivery({
    id: 'd2',
    state: 'failed',
    recipient: { type: 'teams', name: 'Identity team' },
    about: [
      { event: 'quiet.began', integrationId: 'i3', integrationName: 'Subsidiary', at: minutesAgo(300) },
      { event: 'token.expiring', integrationId: 'i3', integrationName: 'Subsidiary', at: minutesAgo(300) },
    ],
    createdAt: minutesAgo(300),
    fault: 'webhookGone',
    status: 404,
  }),
  aDelivery({
    id: 'd3',
    state: 'pending',
    recipient: { type: 'member', name: 'Mara Keller' },
    about: [{ event: 'brake.tripped', integrationId: 'i1', integrationName: 'Entra ID', at: minutesAgo(2) }],
    createdAt: minutesAgo(2),
    attempts: 2,
    nextAt: minutesAgo(-4),
    fault: 'mailUnreachable',
  }),
];

/** What is changed stays changed. */
export function withNotifications(
  api: FakeApi,
  view = aNotificationsView(),
  deliveries: readonly Delivery[] = [aDelivery()],
): FakeApi {
  let own = ownNotifications();
  let channels = [...view.channels];
  return api
    .on('GET /notifications', () => ok({ ...view, channels }))
    .on('PATCH /notifications', ({ body }) => ok({ ...view, ...(body as object) }))
    .on('GET /notifications/deliveries', () => ok({ items: deliveries, total: deliveries.length }))
    .on('POST /notifications/deliveries/:id/retry', () => ok(aDelivery({ state: 'pending' })))
    .on('POST /notifications/mail-test', ok({ delivered: true }))
    .on('POST /notifications/channels', ({ body }) => {
      const made = aChannel({ ...(body as Channel), id: `c${String(channels.length + 1)}` });
      channels.push(made);
      return { status: 201, body: made };
    })
    .on('PATCH /notifications/channels/:id', ({ body }, [id]) => {
      channels = channels.map((channel) => (channel.id === id ? { ...channel, ...(body as object) } : channel));
      return ok(channels.find((channel) => channel.id === id));
    })
    .on('DELETE /notifications/channels/:id', (_call, [id]) => {
      channels = channels.filter((channel) => channel.id !== id);
      return { status: 204 };
    })
    .on('POST /notifications/channels/:id/test', ok({ delivered: false, fault: 'webhookGone', status: 404 }))
    .on('GET /account/notifications', () => ok(own))
    .on('PATCH /account/notifications', ({ body }) => {
      own = { ...own, ...(body as object) };
      return ok(own);
    });
}
