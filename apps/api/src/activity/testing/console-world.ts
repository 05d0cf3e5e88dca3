import type {
  ActivityEntry,
  BrakeOutcome,
  BrakeTrip,
  Channel,
  IssuedInvitation,
  Page,
  SessionView,
} from '@rollcall/admin-contracts';
import { BrakeWatch } from '../../brake/brake-watch';
import { givenPeople, turnOff } from '../../brake/testing/storm';
import type { ConsoleAnswer, ConsoleBrowser } from '../../testing/console-browser';
import { givenOrganisation, PASSWORD, type TestOrganisation } from '../../testing/organisation';
import type { ScimConnection } from '../../testing/scim-connection';

export const NEW_PASSWORD = 'nine loud geese over the lake';
const SLACK = 'https://hooks.slack.com/services/T0000000/B0000000/uzQ7vXk2mPq9LwRt4sYb8nHc';

/** A channel and an invitation as the console sends them. */
export const CHANNEL = { type: 'slack', name: 'Night', address: SLACK, kinds: ['failing'] };

let invited = 0;

/** Nobody is invited twice. */
export const anInvitation = () => ({ email: `person-${(invited += 1)}@acme.example`, role: 'support' });

/** An organisation with one integration, and how to get at what deeds are done to. */
export interface World {
  readonly acme: TestOrganisation;
  readonly owner: ConsoleBrowser;
  readonly entra: ScimConnection;
  readonly integrationId: string;
  /** Of the integration. */
  readonly path: string;
  /** What the log of an organisation says that has just been set up. */
  firstStart(): Promise<ConsoleAnswer<Page<ActivityEntry>>>;
  invite(): Promise<IssuedInvitation>;
  join(): Promise<ConsoleAnswer>;
  memberId(): Promise<string>;
  /** Somebody who is signed in in another browser, too. */
  twice(): Promise<ConsoleBrowser>;
  channel(): Promise<string>;
  retried(): Promise<ConsoleAnswer>;
  restored(list: 'users' | 'groups'): Promise<ConsoleAnswer>;
  decide(action: 'release' | 'restore'): Promise<ConsoleAnswer>;
  revealedRequest(): Promise<ConsoleAnswer>;
  revealedEntry(): Promise<ConsoleAnswer>;
}

export function worldOf(acme: TestOrganisation, entra: ScimConnection): World {
  const { owner } = acme;
  const { integrationId } = entra.facts;
  const idOf = async (browser: ConsoleBrowser) => (await browser.get<SessionView>('/session')).body.member.id;
  const invite = async () => (await owner.post<IssuedInvitation>('/team/invitations', anInvitation())).body;
  const channel = async () => (await owner.post<Channel>('/notifications/channels', CHANNEL)).body.id;
  return {
    acme,
    owner,
    entra,
    integrationId,
    path: `/integrations/${integrationId}`,
    invite,
    channel,
    memberId: async () => idOf(await acme.member('support')),
    firstStart: async () => {
      const fresh = await givenOrganisation();
      try {
        return await fresh.owner.get('/activity?action=organisation.created');
      } finally {
        await fresh.stop();
      }
    },
    join: async () => {
      const invitationToken = new URL((await invite()).link).hash.slice(1);
      return acme.stranger().post('/invitation/accept', { invitationToken, name: 'Ana', password: NEW_PASSWORD });
    },
    twice: async () => {
      const browser = await acme.member('auditor');
      const [member] = await acme.sql<{ email: string }>('select email from member where id = $1', [
        await idOf(browser),
      ]);
      await acme.stranger().signIn(member?.email ?? '', PASSWORD);
      return browser;
    },
    retried: async () => {
      const [row] = await acme.sql<{ id: string }>(
        `insert into notification_message (tenant_id, id, channel_id, notification_ids, state, fault)
         values ($1, gen_random_uuid(), $2, '{}', 'failed', 'unreachable') returning id`,
        [acme.tenantId, await channel()],
      );
      return owner.post(`/notifications/deliveries/${row?.id}/retry`);
    },
    restored: async (list) => {
      const { id } = list === 'users' ? await entra.createUser({ userName: 'ana' }) : await entra.createGroup('All');
      await entra.delete(`/${list === 'users' ? 'Users' : 'Groups'}/${id}`);
      return owner.post(`/${list}/${id}/restore`);
    },
    decide: async (action) => {
      const people = await givenPeople(entra, 100);
      for (const id of people.slice(0, 20)) await entra.patch(`/Users/${id}`, [turnOff()]);
      await acme.app.get(BrakeWatch, { strict: false }).lookNow(entra.facts);
      const [trip] = (await owner.get<BrakeTrip[]>('/brake/trips')).body;
      const { body: expected } = await owner.post<BrakeOutcome>(`/brake/trips/${trip?.id}/preview`, { action });
      return owner.post(`/brake/trips/${trip?.id}/${action}`, { expected });
    },
    revealedRequest: async () => {
      await entra.filter('/Users', 'userName xx "ana"');
      const [request] = await entra.requestLog();
      return owner.post(`/requests/${request?.id}/reveal`, {});
    },
    revealedEntry: async () => {
      const { id: objectId } = await entra.createUser({ userName: 'ana' });
      await entra.patch(`/Users/${objectId}`, [{ op: 'replace', path: 'title', value: 'Poet' }]);
      const entries = await owner.get<Page<ActivityEntry>>('/activity?action=user.updated');
      return owner.post('/activity/reveal', { integrationId, objectId, id: entries.body.items[0]?.id });
    },
  };
}
