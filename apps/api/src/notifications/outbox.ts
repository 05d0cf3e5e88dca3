import type { ChannelType, Language, NotificationEvent } from '@rollcall/admin-contracts';
import type pg from 'pg';
import { secondsToNextTry } from './back-off';
import type { Outcome } from './egress/outcome';
import type { Told, ToldFacts } from './told';

/** A message that a process has taken. Until its lease ends nobody else takes it; a process that dies has sent it or will be followed. */
export interface TakenMessage {
  readonly id: string;
  readonly attempts: number;
  readonly notificationIds: readonly string[];
  readonly language: Language;
  readonly organisation: string;
  /** Null when it goes to a member. */
  readonly channelId: string | null;
  readonly channelType: ChannelType | null;
  readonly channelName: string | null;
  readonly sealedAddress: Buffer | null;
  readonly memberName: string | null;
  readonly memberEmail: string | null;
  /** The channel is on, or the member still looks after integrations. */
  readonly wanted: boolean;
}

/** Longer than any one try takes. */
const LEASE_S = 120;

const TAKE = `
  with taken as (
    update notification_message set attempts = attempts + 1, due_at = now() + interval '${LEASE_S} seconds',
           first_tried_at = coalesce(first_tried_at, now())
     where tenant_id = $1 and id = (
       select id from notification_message where tenant_id = $1 and state = 'pending' and due_at <= now()
        order by due_at, id limit 1 for update skip locked)
    returning id, attempts, notification_ids, channel_id, member_id
  )
  select t.id, t.attempts, t.notification_ids as "notificationIds", t.channel_id as "channelId", c.type as "channelType",
         c.name as "channelName", c.address as "sealedAddress", m.name as "memberName", m.email as "memberEmail",
         coalesce(n.language, s.language, 'en') as language,
         (select name from tenants() where tenant_id = $1) as organisation,
         coalesce(c.enabled, m.status = 'active' and m.role in ('owner', 'admin')) as wanted
    from taken t
    left join notification_channel c on c.tenant_id = $1 and c.id = t.channel_id
    left join member m on m.tenant_id = $1 and m.id = t.member_id
    left join member_notification n on n.tenant_id = $1 and n.member_id = t.member_id
    left join notification_setting s on s.tenant_id = $1`;

const TOLD = `
  select event, integration_id as "integrationId", integration_name as "integrationName", at, facts
    from notification where tenant_id = $1 and id = any ($2) order by noted_at, id`;

/** $3 the try that it is the outcome of: whoever has overstayed the lease changes nothing. */
const SETTLE = `
  update notification_message
     set state = $4, fault = $5, status = $6, sent_at = case when $4 = 'sent' then now() end,
         due_at = now() + make_interval(secs => $7)
   where tenant_id = $1 and id = $2 and attempts = $3 and state = 'pending'`;

const DROP = `delete from notification_message where tenant_id = $1 and id = $2`;

/** The next message that is due, or undefined. */
export async function takeMessage(tx: pg.ClientBase, tenantId: string): Promise<TakenMessage | undefined> {
  return (await tx.query<TakenMessage>(TAKE, [tenantId])).rows[0];
}

export async function toldIn(tx: pg.ClientBase, tenantId: string, ids: readonly string[]): Promise<Told[]> {
  type Row = Omit<Told, 'event' | 'facts'> & { readonly event: NotificationEvent; readonly facts: ToldFacts };
  return (await tx.query<Row>(TOLD, [tenantId, ids])).rows;
}

/** Sent, to be tried again, or failed for good: when another try cannot help or a day has passed. */
export async function settle(
  tx: pg.ClientBase,
  tenantId: string,
  { id, attempts }: Pick<TakenMessage, 'id' | 'attempts'>,
  outcome: Outcome,
): Promise<'sent' | 'pending' | 'failed'> {
  const next = outcome.sent || outcome.final ? undefined : secondsToNextTry(attempts);
  const state = outcome.sent ? 'sent' : next === undefined ? 'failed' : 'pending';
  const [fault, status] = outcome.sent ? [null, null] : [outcome.fault, outcome.status ?? null];
  await tx.query(SETTLE, [tenantId, id, attempts, state, fault, status, next ?? 0]);
  return state;
}

export async function dropMessage(tx: pg.ClientBase, tenantId: string, id: string): Promise<void> {
  await tx.query(DROP, [tenantId, id]);
}
