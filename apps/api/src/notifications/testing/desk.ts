import type { Channel, CreateChannelRequest } from '@rollcall/admin-contracts';
import { ActivityLog } from '../../activity/activity-log';
import { HostsConfig } from '../../config/hosts.config';
import { MailConfig } from '../../config/mail.config';
import { RequestLog } from '../../requests/request-log';
import type { SignedInMember } from '../../team/signed-in-member';
import type { TestOrganisation } from '../../testing/organisation';
import { ChannelsRepository } from '../channels.repository';
import { ChannelsService } from '../channels.service';
import { Courier } from '../courier';
import { MailSender } from '../egress/mail-sender';
import { WebhookSender } from '../egress/webhook-sender';
import { NotificationDispatch } from '../notification-dispatch';
import { NotificationWatch } from '../notification-watch';
import { SealedAddresses } from '../sealed-address';
import type { TestEgressRules } from './webhook-server';

/** Notifications by hand: the server's own clocks stand still, and messages to webhooks reach a server of the test. */
export interface Desk {
  /** Looks at all integrations as if it were so many minutes later. */
  watch(minutesLater?: number): Promise<void>;
  /** Sends everything, without waiting for what may come besides. */
  dispatch(): Promise<void>;
  addChannel(request: Omit<CreateChannelRequest, 'kinds'> & Partial<CreateChannelRequest>): Promise<Channel>;
}

export async function openDesk(acme: TestOrganisation, rules: TestEgressRules): Promise<Desk> {
  const get = <Thing>(type: abstract new (...args: never[]) => Thing): Thing => acme.app.get(type, { strict: false });
  const watch = get(NotificationWatch);
  await watch.onApplicationShutdown();
  await get(NotificationDispatch).onApplicationShutdown();
  const { worker, console: database } = acme.databases;
  const mail = get(MailConfig);
  const byHand = new NotificationWatch(worker);
  const courier = new Courier(new MailSender(mail), new WebhookSender(rules));
  const dispatch = new NotificationDispatch(worker, courier, get(SealedAddresses), get(HostsConfig));
  const channels = new ChannelsService(
    database,
    new ChannelsRepository(),
    new ActivityLog(),
    get(SealedAddresses),
    rules,
    mail,
  );
  const member = { tenantId: acme.tenantId, type: 'member', name: 'Olga Owner', role: 'owner' } as SignedInMember;
  return {
    watch: async (minutesLater = 0) => {
      await get(RequestLog).flush();
      await byHand.run(new Date(Date.now() + minutesLater * 60_000));
    },
    dispatch: () => dispatch.run(0),
    addChannel: (request) =>
      channels.create(member, { kinds: ['failing', 'quiet', 'tokenExpiry', 'brake'], ...request }),
  };
}
