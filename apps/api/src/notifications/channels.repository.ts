import { Injectable } from '@nestjs/common';
import type { ChannelType, DeliveryState, Language, NotificationKind } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';

export interface ChannelKey {
  readonly tenantId: string;
  readonly channelId: string;
}

export interface ChannelRow {
  readonly id: string;
  readonly type: ChannelType;
  readonly name: string;
  readonly address: Buffer;
  readonly hint: string;
  readonly enabled: boolean;
  readonly kinds: readonly NotificationKind[];
  /** Null is all. */
  readonly integrationIds: readonly string[] | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly lastState: DeliveryState | null;
  readonly lastAt: Date | null;
}

export type ChannelContent = Pick<ChannelRow, 'name' | 'address' | 'hint' | 'enabled' | 'kinds' | 'integrationIds'>;

/** $1 organisation, $2 one channel or null for all. */
const LIST = `
  select c.id, c.type, c.name, c.address, c.hint, c.enabled, c.kinds, c.integration_ids as "integrationIds",
         c.created_at as "createdAt", c.created_by as "createdBy", l.state as "lastState", l.at as "lastAt"
    from notification_channel c
    left join lateral (
      select m.state, coalesce(m.sent_at, m.first_tried_at, m.created_at) as at from notification_message m
       where m.tenant_id = c.tenant_id and m.channel_id = c.id order by m.created_at desc, m.id desc limit 1
    ) l on true
   where c.tenant_id = $1 and ($2::uuid is null or c.id = $2)
   order by lower(c.name), c.id`;

const INSERT = `
  insert into notification_channel (tenant_id, id, type, name, address, hint, enabled, kinds, integration_ids, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const UPDATE = `
  update notification_channel set name = $3, address = $4, hint = $5, enabled = $6, kinds = $7, integration_ids = $8
   where tenant_id = $1 and id = $2`;

/** What the newest key of the outbox says; without a mail server nobody gets e-mail. */
const MAIL_RECIPIENTS = `
  select count(*)::int as count from member m
    left join member_notification n on n.tenant_id = m.tenant_id and n.member_id = m.id
   where m.tenant_id = $1 and m.status = 'active' and m.role in ('owner', 'admin') and coalesce(cardinality(n.kinds), 1) > 0`;

/** Channels and what an organisation chose for all its messages. */
@Injectable()
export class ChannelsRepository {
  list(em: EntityManager, tenantId: string): Promise<ChannelRow[]> {
    return em.query<ChannelRow[]>(LIST, [tenantId, null]);
  }

  async find(em: EntityManager, { tenantId, channelId }: ChannelKey): Promise<ChannelRow | undefined> {
    return (await em.query<ChannelRow[]>(LIST, [tenantId, channelId]))[0];
  }

  /** Nobody else adds or changes channels until the transaction ends. */
  async lock(em: EntityManager, tenantId: string): Promise<void> {
    await em.query(`select pg_advisory_xact_lock(7262017, hashtext($1))`, [tenantId]);
  }

  async insert(
    em: EntityManager,
    { tenantId, channelId }: ChannelKey,
    channel: ChannelContent & Pick<ChannelRow, 'type' | 'createdBy'>,
  ): Promise<void> {
    const { type, name, address, hint, enabled, kinds, integrationIds, createdBy } = channel;
    const values = [tenantId, channelId, type, name, address, hint, enabled, kinds, integrationIds, createdBy];
    await em.query(INSERT, values);
  }

  async update(em: EntityManager, { tenantId, channelId }: ChannelKey, channel: ChannelContent): Promise<void> {
    const { name, address, hint, enabled, kinds, integrationIds } = channel;
    await em.query(UPDATE, [tenantId, channelId, name, address, hint, enabled, kinds, integrationIds]);
  }

  /** Its deliveries go with it. */
  async delete(em: EntityManager, { tenantId, channelId }: ChannelKey): Promise<void> {
    await em.query('delete from notification_channel where tenant_id = $1 and id = $2', [tenantId, channelId]);
  }

  /** Those of the ids that are no integrations, deleted ones among them. */
  async unknownIntegrations(em: EntityManager, tenantId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await em.query<{ id: string }[]>(
      `select wanted.id from unnest($2::uuid[]) as wanted (id)
        where not exists (select from integration i where i.tenant_id = $1 and i.id = wanted.id and i.deleted_at is null)`,
      [tenantId, ids],
    );
    return rows.map(({ id }) => id);
  }

  async language(em: EntityManager, tenantId: string): Promise<Language> {
    const text = 'select language from notification_setting where tenant_id = $1';
    return (await em.query<{ language: Language }[]>(text, [tenantId]))[0]?.language ?? 'en';
  }

  async setLanguage(em: EntityManager, tenantId: string, language: Language): Promise<void> {
    await em.query(
      `insert into notification_setting (tenant_id, language) values ($1, $2)
       on conflict (tenant_id) do update set language = excluded.language`,
      [tenantId, language],
    );
  }

  async mailRecipients(em: EntityManager, tenantId: string): Promise<number> {
    return (await em.query<{ count: number }[]>(MAIL_RECIPIENTS, [tenantId]))[0]?.count ?? 0;
  }

  /** Test messages of the organisation within the last ten minutes. */
  async recentTests(em: EntityManager, tenantId: string): Promise<number> {
    const text = `select count(*)::int as count from activity
                   where tenant_id = $1 and action = 'channel.tested' and at > now() - interval '10 minutes'`;
    return (await em.query<{ count: number }[]>(text, [tenantId]))[0]?.count ?? 0;
  }
}
