import { Injectable } from '@nestjs/common';
import type { Language, TestResult } from '@rollcall/admin-contracts';
import { v7 as uuid } from 'uuid';
import { ActivityLog, type Deed } from '../activity/activity-log';
import { HostsConfig } from '../config/hosts.config';
import { notFound, tooManyTries } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import type { SignedInMember } from '../team/signed-in-member';
import { ChannelsRepository } from './channels.repository';
import { Courier, type Destination } from './courier';
import { notSent, type Outcome } from './egress/outcome';
import { OwnNotificationsRepository } from './own-notifications.repository';
import { testMessage } from './render/message';
import { SealedAddresses } from './sealed-address';

/** Nobody tries a channel out more often; what sends mail to any address must not become a means to flood it. */
export const TESTS_IN_TEN_MINUTES_MAX = 10;
const TEN_MINUTES_S = 600;

interface Trial {
  readonly destination: Destination | undefined;
  readonly language: Language;
  readonly to: 'person' | 'channel';
  readonly object: NonNullable<Deed['object']>;
}

/** Sends a message at once and says how it went. */
@Injectable()
export class TestMessages {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly channels: ChannelsRepository,
    private readonly own: OwnNotificationsRepository,
    private readonly courier: Courier,
    private readonly sealed: SealedAddresses,
    private readonly activity: ActivityLog,
    private readonly hosts: HostsConfig,
  ) {}

  /** @throws notFound, tooManyTries */
  async toChannel(member: SignedInMember, channelId: string): Promise<TestResult> {
    const { tenantId } = member;
    const trial = await this.database.inTenant(tenantId, async (em): Promise<Trial> => {
      const row = await this.channels.find(em, { tenantId, channelId });
      if (!row) throw notFound('channel');
      const { type, name } = row;
      const address = this.sealed.open(row.address, { tenantId, channelId });
      return {
        destination: address === undefined ? undefined : { type, name, address },
        language: await this.channels.language(em, tenantId),
        to: 'channel',
        object: { type: 'channel', id: channelId, name },
      };
    });
    return this.send(member, trial);
  }

  /** To the person's own address. @throws tooManyTries */
  async toSelf(member: SignedInMember): Promise<TestResult> {
    const { tenantId, id, name, email } = member;
    const language = await this.database.inTenant(tenantId, async (em) => {
      return (await this.own.find(em, { tenantId, memberId: id })).language ?? this.channels.language(em, tenantId);
    });
    const destination = { type: 'email', name, address: email } as const;
    return this.send(member, { destination, language, to: 'person', object: { type: 'member', id, name } });
  }

  private async send(member: SignedInMember, { destination, language, to, object }: Trial): Promise<TestResult> {
    const { tenantId, tenantName } = member;
    const recent = await this.database.inTenant(tenantId, (em) => this.channels.recentTests(em, tenantId));
    if (recent >= TESTS_IN_TEN_MINUTES_MAX) throw tooManyTries(TEN_MINUTES_S);
    const context = { language, organisation: tenantName, publicUrl: this.hosts.publicUrl, to };
    const outcome =
      destination === undefined
        ? notSent('channelUnreadable')
        : await this.courier.send(destination, testMessage(context), uuid());
    const result = testResult(outcome);
    await this.database.inTenant(tenantId, (em) =>
      this.activity.record(em, member, {
        action: 'channel.tested',
        object,
        result: result.delivered ? 'success' : 'failure',
        details: result.fault === undefined ? {} : { reason: result.fault },
      }),
    );
    return result;
  }
}

function testResult(outcome: Outcome): TestResult {
  if (outcome.sent) return { delivered: true };
  const { fault, status } = outcome;
  return { delivered: false, fault, ...(status === undefined ? {} : { status }) };
}
