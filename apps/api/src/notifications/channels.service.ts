import { Injectable } from '@nestjs/common';
import {
  CHANNELS_MAX,
  EMAIL_MAX,
  type Channel,
  type ChannelType,
  type CreateChannelRequest,
  type Language,
  type NotificationsView,
  type UpdateChannelRequest,
} from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ActivityLog } from '../activity/activity-log';
import { MailConfig } from '../config/mail.config';
import { badInput, conflict, notFound } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import type { SignedInMember } from '../team/signed-in-member';
import { channelView } from './channel.mapper';
import { ChannelsRepository, type ChannelContent, type ChannelKey, type ChannelRow } from './channels.repository';
import { EgressRules } from './egress/egress-rules';
import { webhookHint } from './egress/webhook-address';
import { SealedAddresses } from './sealed-address';

const EMAIL = /^[^@\s<>,;"]{1,64}@[^@\s<>,;"]{1,255}$/;

const WRONG_ADDRESS: Readonly<Record<ChannelType, string>> = {
  email: 'Enter an e-mail address.',
  slack: 'Enter the address of an incoming webhook of Slack; it begins with https://hooks.slack.com/.',
  teams: 'Enter the address that the Workflows app of Microsoft Teams shows; it begins with https://.',
};

/** Where messages go beside people's own e-mail, and in which language. */
@Injectable()
export class ChannelsService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly channels: ChannelsRepository,
    private readonly activity: ActivityLog,
    private readonly sealed: SealedAddresses,
    private readonly rules: EgressRules,
    private readonly mail: MailConfig,
  ) {}

  view(member: SignedInMember): Promise<NotificationsView> {
    const { tenantId, role } = member;
    return this.database.inTenant(tenantId, async (em) => ({
      mail: {
        configured: this.mail.server !== undefined,
        ...(this.mail.from === undefined ? {} : { from: this.mail.from.address }),
      },
      mailRecipients: await this.channels.mailRecipients(em, tenantId),
      language: await this.channels.language(em, tenantId),
      channels: (await this.channels.list(em, tenantId)).map((row) => channelView(row, role)),
    }));
  }

  async setLanguage(member: SignedInMember, language: Language): Promise<NotificationsView> {
    await this.database.inTenant(member.tenantId, async (em) => {
      const before = await this.channels.language(em, member.tenantId);
      if (before === language) return;
      await this.channels.setLanguage(em, member.tenantId, language);
      const details = { before, after: language };
      await this.activity.record(em, member, { action: 'notifications.languageChanged', details });
    });
    return this.view(member);
  }

  /** @throws badInput, conflict when there are CHANNELS_MAX already */
  create(member: SignedInMember, request: CreateChannelRequest): Promise<Channel> {
    const { type, name, kinds, integrationIds } = request;
    const key = { tenantId: member.tenantId, channelId: uuid() };
    const content = { name, kinds, enabled: true, integrationIds: integrationIds ?? null };
    const address = this.addressOf(key, type, request.address);
    return this.database.inTenant(member.tenantId, async (em) => {
      await this.channels.lock(em, key.tenantId);
      if ((await this.channels.list(em, key.tenantId)).length >= CHANNELS_MAX) {
        throw conflict(`There are ${CHANNELS_MAX} channels already. Delete one first.`);
      }
      await this.requireIntegrations(em, key, content.integrationIds);
      await this.channels.insert(em, key, { ...content, ...address, type, createdBy: member.name });
      const details = { type, kinds, integrations: integrationIds?.length ?? 'all' };
      const object = { type: 'channel', id: key.channelId, name };
      await this.activity.record(em, member, { action: 'channel.created', object, details });
      return channelView(await this.found(em, key), member.role);
    });
  }

  /** @throws badInput, notFound */
  update(member: SignedInMember, channelId: string, request: UpdateChannelRequest): Promise<Channel> {
    const key = { tenantId: member.tenantId, channelId };
    return this.database.inTenant(member.tenantId, async (em) => {
      await this.channels.lock(em, key.tenantId);
      const before = await this.found(em, key);
      const address = request.address === undefined ? {} : this.addressOf(key, before.type, request.address);
      const given = Object.entries(request).filter(([name, value]) => name !== 'address' && value !== undefined);
      const after: ChannelContent = {
        ...before,
        ...(Object.fromEntries(given) as Partial<ChannelContent>),
        ...address,
      };
      if (request.integrationIds !== undefined) await this.requireIntegrations(em, key, after.integrationIds);
      await this.channels.update(em, key, after);
      const details = changesOf(before, after, request.address !== undefined);
      if (Object.keys(details).length > 0) {
        const object = { type: 'channel', id: channelId, name: after.name };
        await this.activity.record(em, member, { action: 'channel.changed', object, details });
      }
      return channelView(await this.found(em, key), member.role);
    });
  }

  /** @throws notFound */
  async delete(member: SignedInMember, channelId: string): Promise<void> {
    const key = { tenantId: member.tenantId, channelId };
    await this.database.inTenant(member.tenantId, async (em) => {
      const { name, type } = await this.found(em, key);
      await this.channels.delete(em, key);
      const object = { type: 'channel', id: channelId, name };
      await this.activity.record(em, member, { action: 'channel.deleted', object, details: { type } });
    });
  }

  private addressOf(key: ChannelKey, type: ChannelType, text: string): Pick<ChannelRow, 'address' | 'hint'> {
    if (type === 'email') {
      if (!EMAIL.test(text) || text.length > EMAIL_MAX) throw badInput({ address: WRONG_ADDRESS.email });
      return { address: this.sealed.seal(text, key), hint: text };
    }
    const url = this.rules.webhook(type, text);
    if (url === undefined) throw badInput({ address: WRONG_ADDRESS[type] });
    return { address: this.sealed.seal(url.href, key), hint: webhookHint(url) };
  }

  private async requireIntegrations(
    em: EntityManager,
    { tenantId }: ChannelKey,
    ids: readonly string[] | null,
  ): Promise<void> {
    if (ids === null || (await this.channels.unknownIntegrations(em, tenantId, ids)).length === 0) return;
    throw badInput({ integrationIds: 'One of these integrations does not exist any more.' });
  }

  private async found(em: EntityManager, key: ChannelKey): Promise<ChannelRow> {
    const row = await this.channels.find(em, key);
    if (!row) throw notFound('channel');
    return row;
  }
}

/** Old and new values by name; of the address only that it is another one. */
function changesOf(before: ChannelRow, after: ChannelContent, readdressed: boolean): Readonly<Record<string, unknown>> {
  const told = (channel: ChannelContent): Readonly<Record<string, unknown>> => ({
    name: channel.name,
    enabled: channel.enabled,
    kinds: channel.kinds,
    integrations: channel.integrationIds?.length ?? 'all',
  });
  const [old, now] = [told(before), told(after)];
  const changed = Object.keys(now).filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]));
  const changes = changed.map((path) => ({ path, before: old[path], after: now[path] }));
  return { ...(changes.length > 0 ? { changes } : {}), ...(readdressed ? { addressChanged: true } : {}) };
}
