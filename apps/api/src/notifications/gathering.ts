import { NOTIFICATION_KINDS, type NotificationEvent, type NotificationKind } from '@rollcall/admin-contracts';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { isForEveryOwner, kindOf } from './event-kinds';

/** What begins within so long after the first is told in one message. */
export const GATHER_MS = 30_000;

/** By default everything that needs a hand: SEC-06 and A15 want people warned without anybody's set-up. */
export const KINDS_BY_DEFAULT: readonly NotificationKind[] = NOTIFICATION_KINDS;

const WAITING = `
  select id, integration_id as "integrationId", event, noted_at as "notedAt"
    from notification where tenant_id = $1 and gathered_at is null order by noted_at, id for update skip locked`;

const CHANNELS = `
  select id as "channelId", kinds, integration_ids as "integrationIds" from notification_channel where tenant_id = $1 and enabled`;

const PEOPLE = `
  select m.id as "memberId", n.kinds, null as "integrationIds", m.role = 'owner' as "isOwner"
    from member m left join member_notification n on n.tenant_id = m.tenant_id and n.member_id = m.id
   where m.tenant_id = $1 and m.status = 'active' and m.role in ('owner', 'admin')`;

const INSERT = `
  insert into notification_message (tenant_id, id, channel_id, member_id, notification_ids) values ($1, $2, $3, $4, $5)`;

const DONE = `update notification set gathered_at = now() where tenant_id = $1 and id = any ($2)`;

interface Waiting {
  readonly id: string;
  readonly integrationId: string;
  readonly event: NotificationEvent;
  readonly notedAt: Date;
}

interface Subscriber {
  readonly channelId?: string;
  readonly memberId?: string;
  readonly isOwner?: boolean;
  /** Null is the default. */
  readonly kinds: readonly NotificationKind[] | null;
  /** Null is all. */
  readonly integrationIds: readonly string[] | null;
}

export interface GatherOptions {
  readonly gatherMs: number;
  /** Whether people get e-mail at all. */
  readonly mail: boolean;
}

/**
 * Makes one message a recipient of everything that waits to be told, once the first of it has waited long enough. Several processes may try
 * at the same time: each row is taken by one.
 */
export async function gather(tx: pg.ClientBase, tenantId: string, { gatherMs, mail }: GatherOptions): Promise<void> {
  const waiting = (await tx.query<Waiting>(WAITING, [tenantId])).rows;
  const [first] = waiting;
  if (first === undefined || Date.now() - first.notedAt.getTime() < gatherMs) return;
  const channels = (await tx.query<Subscriber>(CHANNELS, [tenantId])).rows;
  const people = mail ? (await tx.query<Subscriber>(PEOPLE, [tenantId])).rows : [];
  for (const subscriber of [...channels, ...people]) {
    const ids = waiting.filter((one) => wants(subscriber, one)).map(({ id }) => id);
    if (ids.length === 0) continue;
    await tx.query(INSERT, [tenantId, uuid(), subscriber.channelId ?? null, subscriber.memberId ?? null, ids]);
  }
  await tx.query(DONE, [tenantId, waiting.map(({ id }) => id)]);
}

function wants({ kinds, integrationIds, isOwner }: Subscriber, { event, integrationId }: Waiting): boolean {
  if (isOwner === true && isForEveryOwner(event)) return true;
  const chosen = kinds ?? KINDS_BY_DEFAULT;
  return chosen.includes(kindOf(event)) && (integrationIds?.includes(integrationId) ?? true);
}
