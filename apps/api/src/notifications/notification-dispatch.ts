import { Injectable, Logger } from '@nestjs/common';
import { DELIVERIES_DAYS } from '@rollcall/admin-contracts';
import { HostsConfig } from '../config/hosts.config';
import { RepeatingJob } from '../database/repeating-job';
import { WorkerDatabase } from '../database/worker-database';
import { Courier, type Destination } from './courier';
import { notSent } from './egress/outcome';
import { gather, GATHER_MS } from './gathering';
import { dropMessage, settle, takeMessage, toldIn, type TakenMessage } from './outbox';
import { messageOf } from './render/message';
import { SealedAddresses } from './sealed-address';

const EVERY_MS = 5_000;
/** Messages on their way at the same time, so that a slow server holds up few others. */
const LANES = 4;
/** Longer than the longest time between two alarms of one token: what is forgotten could be told again. */
const NOTES_KEPT_DAYS = 200;

const FORGET_MESSAGES = `delete from notification_message where tenant_id = $1 and created_at < now() - make_interval(days => ${DELIVERIES_DAYS})`;
const FORGET_NOTES = `delete from notification where tenant_id = $1 and noted_at < now() - make_interval(days => ${NOTES_KEPT_DAYS})`;

/**
 * Makes messages of what was noted and sends them, each until it has arrived or a day has passed. At least once: a process that dies
 * between sending and remembering it sends again. No connection to the database is held while a message is on its way.
 */
@Injectable()
export class NotificationDispatch extends RepeatingJob {
  private readonly logger = new Logger('notifications');

  constructor(
    private readonly database: WorkerDatabase,
    private readonly courier: Courier,
    private readonly sealed: SealedAddresses,
    private readonly hosts: HostsConfig,
  ) {
    super(EVERY_MS);
  }

  /** Everything that is due has been tried when this resolves. `gatherMs`: how long the first of several waits for the others. */
  async run(gatherMs = GATHER_MS): Promise<void> {
    try {
      for (const { tenant_id } of await this.database.query<{ tenant_id: string }>('select tenant_id from tenants()')) {
        if (this.stopped) return;
        await this.database.inTenant(tenant_id, async (tx) => {
          await gather(tx, tenant_id, { gatherMs, mail: this.courier.sendsMail });
          await tx.query(FORGET_MESSAGES, [tenant_id]);
          await tx.query(FORGET_NOTES, [tenant_id]);
        });
        await Promise.all(Array.from({ length: LANES }, () => this.sendAll(tenant_id)));
      }
    } catch (error) {
      this.logger.warn({ event: 'notifications.notDispatched', error: String(error) });
    }
  }

  private async sendAll(tenantId: string): Promise<void> {
    while (!this.stopped) {
      const message = await this.database.inTenant(tenantId, (tx) => takeMessage(tx, tenantId));
      if (message === undefined) return;
      await this.send(tenantId, message);
    }
  }

  private async send(tenantId: string, message: TakenMessage): Promise<void> {
    const { id, attempts, notificationIds, language, organisation } = message;
    if (!message.wanted) return this.database.inTenant(tenantId, (tx) => dropMessage(tx, tenantId, id));
    const told = await this.database.inTenant(tenantId, (tx) => toldIn(tx, tenantId, notificationIds));
    if (told.length === 0) return this.database.inTenant(tenantId, (tx) => dropMessage(tx, tenantId, id));
    const to = message.channelId === null ? 'person' : 'channel';
    const context = { language, organisation, publicUrl: this.hosts.publicUrl, to } as const;
    const destination = this.destinationOf(tenantId, message);
    const outcome =
      destination === undefined
        ? notSent('channelUnreadable', { final: true })
        : await this.courier.send(destination, messageOf(told, context), id);
    const state = await this.database.inTenant(tenantId, (tx) => settle(tx, tenantId, message, outcome));
    const counts = { tenantId, messageId: id, attempts, about: told.length };
    if (outcome.sent) this.logger.log({ event: 'notification.sent', ...counts });
    else this.logger.warn({ event: `notification.${state}`, ...counts, fault: outcome.fault, status: outcome.status });
  }

  private destinationOf(tenantId: string, message: TakenMessage): Destination | undefined {
    const { channelId, channelType, channelName, sealedAddress, memberName, memberEmail } = message;
    if (channelId === null || channelType === null || sealedAddress === null) {
      return { type: 'email', name: memberName ?? '', address: memberEmail ?? '' };
    }
    const address = this.sealed.open(sealedAddress, { tenantId, channelId });
    return address === undefined ? undefined : { type: channelType, name: channelName ?? '', address };
  }
}
