import type { PageQuery } from './paging';

/** What people can choose to be told of. `failing` and `quiet` tell of the end, too. */
export const NOTIFICATION_KINDS = ['failing', 'quiet', 'tokenExpiry', 'tokenAge', 'pause', 'brake'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** One thing that happened; each belongs to a kind. */
export const NOTIFICATION_EVENTS = [
  'failing.began',
  'failing.ended',
  'quiet.began',
  'quiet.ended',
  'token.expiring',
  'token.expired',
  'token.old',
  'pause.endsSoon',
  'pause.ended',
  'pause.lasting',
  'brake.tripped',
  'brake.unanswered',
] as const;
export type NotificationEvent = (typeof NOTIFICATION_EVENTS)[number];

/** Before a token ends, all who want to know are told so many hours ahead: 90, 30, 7 and 1 days, and one hour (SEC-06). */
export const TOKEN_ALARM_HOURS = [2160, 720, 168, 24, 1] as const;
/** A reminder, no end: so old a token should be rotated. */
export const TOKEN_OLD_DAYS = 180;

/** Owners are reminded of a hold of the brake that nobody answers after so many days, and every so many days after the last of them. */
export const HOLD_REMINDER_DAYS = [1, 3, 7, 29] as const;
export const HOLD_REMINDER_EVERY_DAYS = 30;

/** The languages of messages. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

export const CHANNEL_TYPES = ['email', 'slack', 'teams'] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

export const CHANNEL_NAME_MAX = 60;
export const CHANNELS_MAX = 20;
export const WEBHOOK_URL_MAX = 2_000;

/** A place that messages go to beside the personal e-mails. The address of a webhook is a secret and never answered again. */
export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly name: string;
  /** An e-mail address, or host and last four characters of a webhook's address; for Owners and Admins only. */
  readonly hint?: string;
  readonly enabled: boolean;
  readonly kinds: readonly NotificationKind[];
  /** Absent: all integrations, also later ones. */
  readonly integrationIds?: readonly string[];
  readonly createdAt: string;
  readonly createdBy: string;
  /** How the newest message to it fared. */
  readonly lastDelivery?: { readonly state: DeliveryState; readonly at: string };
}

/** GET /api/console/notifications */
export interface NotificationsView {
  /** Whether the operator has named a mail server (ROLLCALL_SMTP_URL), and whose address mails come from. */
  readonly mail: { readonly configured: boolean; readonly from?: string };
  /** Owners and Admins who get e-mail of at least one kind. */
  readonly mailRecipients: number;
  /** Of messages to channels, and to people who have chosen none. */
  readonly language: Language;
  readonly channels: readonly Channel[];
}

/** PATCH /api/console/notifications -> NotificationsView */
export interface UpdateNotificationsRequest {
  readonly language: Language;
}

/** POST /api/console/notifications/channels -> Channel. `address` is an e-mail address or the webhook's URL. 409 `conflict` beyond CHANNELS_MAX. */
export interface CreateChannelRequest {
  readonly type: ChannelType;
  readonly name: string;
  readonly address: string;
  readonly kinds: readonly NotificationKind[];
  /** Absent: all integrations. */
  readonly integrationIds?: readonly string[];
}

/** PATCH …/channels/{id} -> Channel. What is absent stays; `integrationIds: null` means all. DELETE …/channels/{id} (204). */
export interface UpdateChannelRequest {
  readonly name?: string;
  readonly address?: string;
  readonly enabled?: boolean;
  readonly kinds?: readonly NotificationKind[];
  readonly integrationIds?: readonly string[] | null;
}

/** Why a message did not arrive: a closed set, so that no answer of a foreign server reaches a page. */
export const DELIVERY_FAULTS = [
  'mailNotConfigured',
  'mailUnreachable',
  'mailSignInRefused',
  'mailRefused',
  'addressNotFound',
  'addressNotPublic',
  'unreachable',
  'tooSlow',
  'redirected',
  'webhookGone',
  'webhookRefused',
  'webhookBusy',
  'channelUnreadable',
] as const;
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number];

/** POST …/channels/{id}/test, and POST …/mail-test for the person's own address -> TestResult */
export interface TestResult {
  readonly delivered: boolean;
  readonly fault?: DeliveryFault;
  /** Of the other server's answer: its HTTP or SMTP status. */
  readonly status?: number;
}

/** `pending` also while it is tried again; `failed` for good after a day. */
export type DeliveryState = 'pending' | 'sent' | 'failed';

/** Deliveries are listed for so long. */
export const DELIVERIES_DAYS = 30;

/** GET …/deliveries -> Page<Delivery>, newest first. POST …/deliveries/{id}/retry -> Delivery tries a failed one again. */
export interface Delivery {
  readonly id: string;
  readonly createdAt: string;
  readonly state: DeliveryState;
  readonly recipient: DeliveryRecipient;
  /** What the message tells, oldest first. */
  readonly about: readonly DeliverySubject[];
  readonly attempts: number;
  readonly sentAt?: string;
  /** When a pending one is tried next. */
  readonly nextAt?: string;
  readonly fault?: DeliveryFault;
  readonly status?: number;
}

/** `name` is the channel's or the person's; absent when they are gone. */
export interface DeliveryRecipient {
  readonly type: ChannelType | 'member';
  readonly name?: string;
}

export interface DeliverySubject {
  readonly event: NotificationEvent;
  readonly integrationId: string;
  readonly integrationName: string;
  readonly at: string;
}

export type DeliveriesQuery = PageQuery;

/** GET, PATCH /api/console/account/notifications: what one gets by e-mail oneself, for Owners and Admins. */
export interface OwnNotifications {
  readonly mailConfigured: boolean;
  readonly kinds: readonly NotificationKind[];
  /** Absent: the organisation's. */
  readonly language?: Language;
  readonly organisationLanguage: Language;
}

export interface UpdateOwnNotificationsRequest {
  readonly kinds?: readonly NotificationKind[];
  readonly language?: Language | null;
}
