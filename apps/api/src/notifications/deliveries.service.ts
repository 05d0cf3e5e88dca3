import { Injectable } from '@nestjs/common';
import {
  DELIVERIES_DAYS,
  type ChannelType,
  type Delivery,
  type DeliveryFault,
  type DeliveryState,
  type DeliverySubject,
  type NotificationEvent,
  type Page,
} from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { ActivityLog } from '../activity/activity-log';
import { conflict, notFound } from '../console/console-error';
import { decodeCursor, encodeCursor } from '../console/cursor';
import { ConsoleDatabase } from '../database/console-database';
import type { SignedInMember } from '../team/signed-in-member';

const SUBJECTS_MAX = 20;

const COLUMNS = `
  m.id, m.created_at as "createdAt", m.state, m.attempts, m.due_at as "dueAt", m.sent_at as "sentAt", m.fault, m.status,
  c.type as "channelType", coalesce(c.name, p.name) as name,
  (select coalesce(jsonb_agg(jsonb_build_object('event', n.event, 'integrationId', n.integration_id,
            'integrationName', coalesce(i.name, n.integration_name), 'at', n.at) order by n.noted_at, n.id), '[]')
     from (select * from notification where tenant_id = m.tenant_id and id = any (m.notification_ids)
            order by noted_at, id limit ${SUBJECTS_MAX}) n
     left join integration i on i.tenant_id = n.tenant_id and i.id = n.integration_id) as about`;

const FROM = `
  from notification_message m
  left join notification_channel c on c.tenant_id = m.tenant_id and c.id = m.channel_id
  left join member p on p.tenant_id = m.tenant_id and p.id = m.member_id
 where m.tenant_id = $1 and m.created_at >= now() - make_interval(days => ${DELIVERIES_DAYS})`;

/** $2, $3 where the page before ended, or null; $4 rows. */
const PAGE = `
  select ${COLUMNS} ${FROM} and ($2::timestamptz is null or (m.created_at, m.id) < ($2, $3::uuid))
   order by m.created_at desc, m.id desc limit $4`;

const ONE = `select ${COLUMNS} ${FROM} and m.id = $2`;

const COUNT = `select count(*)::int as total ${FROM}`;

/** A failed one begins anew. */
const RETRY = `
  update notification_message set state = 'pending', attempts = 0, due_at = now(), fault = null, status = null
   where tenant_id = $1 and id = $2 and state = 'failed' returning id`;

interface Row {
  readonly id: string;
  readonly createdAt: Date;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly fault: DeliveryFault | null;
  readonly status: number | null;
  readonly channelType: ChannelType | null;
  readonly name: string | null;
  readonly about: readonly (Omit<DeliverySubject, 'event'> & { readonly event: NotificationEvent })[];
}

/** Each message of the last days, and how it fared. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly activity: ActivityLog,
  ) {}

  page(tenantId: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<Delivery>> {
    const [at = null, id = null] = decodeCursor(cursor, ['string', 'uuid']) ?? [];
    return this.database.inTenant(tenantId, async (em) => {
      const rows = await em.query<Row[]>(PAGE, [tenantId, at, id, limit + 1]);
      const [counted] = await em.query<{ total: number }[]>(COUNT, [tenantId]);
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      const more = rows.length > limit && last !== undefined;
      return {
        items: items.map(delivery),
        total: counted?.total ?? 0,
        ...(more ? { nextCursor: encodeCursor([last.createdAt.toISOString(), last.id]) } : {}),
      };
    });
  }

  /** Sends a failed one again. @throws notFound, conflict when it has not failed */
  retry(member: SignedInMember, id: string): Promise<Delivery> {
    const { tenantId } = member;
    return this.database.inTenant(tenantId, async (em) => {
      const before = await this.one(em, tenantId, id);
      const [rows] = await em.query<[unknown[]]>(RETRY, [tenantId, id]);
      if (rows.length === 0) throw conflict('This message has not failed.');
      const object = { type: 'delivery', id, ...(before.name === null ? {} : { name: before.name }) };
      await this.activity.record(em, member, { action: 'notifications.retried', object });
      return delivery(await this.one(em, tenantId, id));
    });
  }

  private async one(em: EntityManager, tenantId: string, id: string): Promise<Row> {
    const [row] = await em.query<Row[]>(ONE, [tenantId, id]);
    if (!row) throw notFound('delivery');
    return row;
  }
}

function delivery(row: Row): Delivery {
  return {
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    state: row.state,
    recipient: { type: row.channelType ?? 'member', ...(row.name === null ? {} : { name: row.name }) },
    about: row.about.map((subject) => ({ ...subject, at: new Date(subject.at).toISOString() })),
    attempts: row.attempts,
    ...(row.sentAt === null ? {} : { sentAt: row.sentAt.toISOString() }),
    ...(row.state === 'pending' ? { nextAt: row.dueAt.toISOString() } : {}),
    ...(row.fault === null ? {} : { fault: row.fault }),
    ...(row.status === null ? {} : { status: row.status }),
  };
}
