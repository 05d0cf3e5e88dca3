import type { ActivityAction, ActivityView, MemberSession } from '@rollcall/admin-contracts';
import { RouteInventory } from '../access/route-inventory';
import type { ConsoleAnswer } from '../testing/console-browser';
import { givenOrganisation, PASSWORD, type TestOrganisation } from '../testing/organisation';
import { anInvitation, CHANNEL, NEW_PASSWORD, worldOf, type World } from './testing/console-world';

jest.setTimeout(60_000);

/** What somebody does at a route; whoever does it has an organisation with one integration. */
type Doing = (world: World) => Promise<ConsoleAnswer>;

/** Each route that changes something or gives something away, and what the log says of it. */
const DEEDS: Readonly<Record<string, readonly [ActivityAction, Doing]>> = {
  'POST /session': ['member.signedIn', ({ acme }) => acme.stranger().signIn('olga@acme.example', PASSWORD)],
  'POST /session/confirm': ['member.confirmed', ({ owner }) => owner.post('/session/confirm', { password: PASSWORD })],
  'DELETE /session': ['member.signedOut', async ({ acme }) => (await acme.member('auditor')).delete('/session')],
  'POST /invitation/accept': ['member.joined', ({ join }) => join()],
  'POST /integrations': [
    'integration.created',
    ({ owner }) => owner.post('/integrations', { name: 'New', provider: 'okta' }),
  ],
  'PATCH /integrations/:id': ['integration.renamed', ({ owner, path }) => owner.patch(path, { name: 'Renamed' })],
  'DELETE /integrations/:id': ['integration.deleted', ({ owner, path }) => owner.delete(path, { name: 'Entra ID' })],
  'POST /integrations/deleted/:id/restore': [
    'integration.restored',
    async ({ owner, path, integrationId }) => {
      await owner.delete(path, { name: 'Entra ID' });
      return owner.post(`/integrations/deleted/${integrationId}/restore`, {});
    },
  ],
  'POST /integrations/:id/pause': [
    'integration.paused',
    ({ owner, path }) => owner.post(`${path}/pause`, { hours: 1 }),
  ],
  'POST /integrations/:id/resume': [
    'integration.resumed',
    async ({ owner, path }) => {
      await owner.post(`${path}/pause`, { hours: 1 });
      return owner.post(`${path}/resume`);
    },
  ],
  'POST /integrations/:integrationId/diagnostics': [
    'integration.diagnosticsDownloaded',
    ({ owner, path }) => owner.post(`${path}/diagnostics`),
  ],
  'POST /integrations/:integrationId/tokens/rotate': [
    'token.rotated',
    ({ owner, path }) => owner.post(`${path}/tokens/rotate`, { overlap: '1h' }),
  ],
  'PATCH /integrations/:integrationId/tokens/:tokenId': [
    'token.endChanged',
    ({ owner, path, entra }) =>
      owner.patch(`${path}/tokens/${entra.facts.tokenId}`, {
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      }),
  ],
  'POST /integrations/:integrationId/tokens/:tokenId/revoke': [
    'token.revoked',
    ({ owner, path, entra }) => owner.post(`${path}/tokens/${entra.facts.tokenId}/revoke`),
  ],
  'PATCH /integrations/:id/brake': [
    'brake.thresholdChanged',
    ({ owner, path }) => owner.patch(`${path}/brake`, { peopleMin: 5, percent: 5 }),
  ],
  'POST /brake/trips/:id/restore': ['brake.restored', ({ decide }) => decide('restore')],
  'POST /brake/trips/:id/release': ['brake.released', ({ decide }) => decide('release')],
  'POST /users/:id/reveal': [
    'user.revealed',
    async ({ owner, entra }) => owner.post(`/users/${(await entra.createUser({ userName: 'ana' })).id}/reveal`, {}),
  ],
  'POST /users/:id/restore': ['user.restored', ({ restored }) => restored('users')],
  'POST /groups/:id/restore': ['group.restored', ({ restored }) => restored('groups')],
  'POST /users/export': ['directory.exported', ({ owner }) => owner.post('/users/export', {})],
  'POST /groups/export': ['directory.exported', ({ owner }) => owner.post('/groups/export', {})],
  'POST /groups/:id/members/export': [
    'directory.exported',
    async ({ owner, entra }) => owner.post(`/groups/${(await entra.createGroup('All')).id}/members/export`, {}),
  ],
  'POST /purge/pause': ['directory.purgePaused', ({ owner }) => owner.post('/purge/pause', { reason: 'an audit' })],
  'POST /purge/resume': [
    'directory.purgeResumed',
    async ({ owner }) => {
      await owner.post('/purge/pause', { reason: 'an audit' });
      return owner.post('/purge/resume');
    },
  ],
  'POST /requests/:id/reveal': ['request.revealed', ({ revealedRequest }) => revealedRequest()],
  'POST /activity/reveal': ['activity.revealed', ({ revealedEntry }) => revealedEntry()],
  'GET /activity/export': ['activity.exported', ({ owner }) => owner.get('/activity/export')],
  'PATCH /notifications': [
    'notifications.languageChanged',
    ({ owner }) => owner.patch('/notifications', { language: 'de' }),
  ],
  'POST /notifications/mail-test': ['channel.tested', ({ owner }) => owner.post('/notifications/mail-test')],
  'POST /notifications/deliveries/:id/retry': ['notifications.retried', ({ retried }) => retried()],
  'POST /notifications/channels': ['channel.created', ({ owner }) => owner.post('/notifications/channels', CHANNEL)],
  'PATCH /notifications/channels/:id': [
    'channel.changed',
    async ({ owner, channel }) => owner.patch(`/notifications/channels/${await channel()}`, { name: 'Day' }),
  ],
  'DELETE /notifications/channels/:id': [
    'channel.deleted',
    async ({ owner, channel }) => owner.delete(`/notifications/channels/${await channel()}`),
  ],
  'POST /notifications/channels/:id/test': [
    'channel.tested',
    async ({ owner, channel }) => owner.post(`/notifications/channels/${await channel()}/test`),
  ],
  'PATCH /account/notifications': [
    'notifications.ownChanged',
    ({ owner }) => owner.patch('/account/notifications', { kinds: ['brake'] }),
  ],
  'POST /team/invitations': ['member.invited', ({ owner }) => owner.post('/team/invitations', anInvitation())],
  'POST /team/invitations/:id/resend': [
    'member.invitationRenewed',
    async ({ owner, invite }) => owner.post(`/team/invitations/${(await invite()).invitation.id}/resend`),
  ],
  'DELETE /team/invitations/:id': [
    'member.invitationRevoked',
    async ({ owner, invite }) => owner.delete(`/team/invitations/${(await invite()).invitation.id}`),
  ],
  'PATCH /team/members/:id': [
    'member.roleChanged',
    async ({ owner, memberId }) => owner.patch(`/team/members/${await memberId()}`, { role: 'auditor' }),
  ],
  'POST /team/members/:id/suspend': [
    'member.suspended',
    async ({ owner, memberId }) => owner.post(`/team/members/${await memberId()}/suspend`),
  ],
  'POST /team/members/:id/reinstate': [
    'member.reinstated',
    async ({ owner, memberId }) => {
      const path = `/team/members/${await memberId()}`;
      await owner.post(`${path}/suspend`);
      return owner.post(`${path}/reinstate`);
    },
  ],
  'DELETE /team/members/:id': [
    'member.removed',
    async ({ owner, memberId }) => owner.delete(`/team/members/${await memberId()}`),
  ],
  'DELETE /team/members/:id/sessions': [
    'member.sessionsEnded',
    async ({ owner, memberId }) => owner.delete(`/team/members/${await memberId()}/sessions`),
  ],
  'POST /team/members/:id/transfer-ownership': [
    'member.ownershipTransferred',
    async ({ acme, memberId }) =>
      (await acme.member('owner')).post(`/team/members/${await memberId()}/transfer-ownership`),
  ],
  'PATCH /account': [
    'member.renamed',
    async ({ acme }) => (await acme.member('admin')).patch('/account', { name: 'Eva' }),
  ],
  'POST /account/password': [
    'member.passwordChanged',
    async ({ acme }) =>
      (await acme.member('admin')).post('/account/password', { password: PASSWORD, newPassword: NEW_PASSWORD }),
  ],
  'DELETE /account/sessions/others': [
    'member.sessionsEnded',
    async ({ twice }) => (await twice()).delete('/account/sessions/others'),
  ],
  'DELETE /account/sessions/:id': [
    'member.sessionsEnded',
    async ({ twice }) => {
      const browser = await twice();
      const { body } = await browser.get<MemberSession[]>('/account/sessions');
      return browser.delete(`/account/sessions/${body.find(({ current }) => !current)?.id}`);
    },
  ],
};

/** Before it there is no organisation, and no log. */
const FIRST_START = 'POST /setup';

/** What leaves no entry, and why none is missed. */
const SILENT: Readonly<Record<string, string>> = {
  'POST /invitation/open': 'reads what a link invites to; it is a POST to keep the secret out of addresses',
  'POST /integrations/name-check': 'reads whether a name is free',
  'POST /integrations/:integrationId/health/refresh': 'counts again what anybody may read',
  'POST /brake/trips/:id/preview': 'reads: what it does is rolled back',
  'POST /activity/views': 'a bookmark of one’s own that nobody else sees',
  'PATCH /activity/views/:id': 'a bookmark of one’s own that nobody else sees',
  'DELETE /activity/views/:id': 'a bookmark of one’s own that nobody else sees',
  'POST /alerts/seen': 'puts away, for oneself alone, a reminder of entries that stay in the log',
};

describe('the log of the console', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  beforeEach(async () => {
    await acme.startAfresh();
    await acme.sql('truncate notification_channel, notification_message, purge_pause, invitation cascade');
  });
  afterAll(() => acme.stop());

  const routes = (): readonly string[] =>
    acme.app
      .get(RouteInventory, { strict: false })
      .routes()
      .filter(({ access, path }) => access?.kind !== 'scim' && path.startsWith('/api/console/'))
      .map(({ method, path }) => `${method} ${path.replace('/api/console', '').replace(/\/$/, '')}`);

  it('A34: every route that is no GET leaves an entry, or stands on the short list with its reason', () => {
    const told = [FIRST_START, ...Object.keys(DEEDS), ...Object.keys(SILENT)];
    expect(routes().filter((route) => !route.startsWith('GET ') && !told.includes(route))).toEqual([]);
    expect(told.filter((route) => !routes().includes(route))).toEqual([]);
    expect(Object.keys(DEEDS).filter((route) => route in SILENT)).toEqual([]);
  });

  it.each(Object.entries(DEEDS))('A34: %s is logged, with who did it', async (_route, [action, doing]) => {
    const world = worldOf(acme, acme.scim(await acme.connect()));
    await acme.sql('delete from activity');
    const { status, body } = await doing(world);
    expect({ status: status < 400 ? 'done' : status, body: status < 400 ? undefined : body }).toEqual({
      status: 'done',
    });
    const entries = await acme.sql<{ actor_type: string; actor_id: string | null; address: string | null }>(
      'select actor_type, actor_id, address from activity where action = $1',
      [action],
    );
    expect(entries).toEqual([{ actor_type: 'member', actor_id: expect.any(String), address: '127.0.0.1' }]);
  });

  it('A34: the first entry of an organisation is that it was set up, and by whom', async () => {
    const { body } = await worldOf(acme, acme.scim(await acme.connect())).firstStart();

    expect(body.items).toMatchObject([{ actor: { type: 'member', name: 'Olga Owner' }, result: 'success' }]);
  });

  it('A34: what stands on the short list leaves no entry of its own', async () => {
    const { body } = await acme.owner.post<ActivityView>('/activity/views', { name: 'Mine', filter: {} });
    await acme.sql('delete from activity');
    await acme.owner.patch(`/activity/views/${body.id}`, { name: 'Still mine' });
    await acme.owner.delete(`/activity/views/${body.id}`);
    await acme.owner.post('/integrations/name-check', { name: 'x' });

    expect(await acme.sql('select action from activity')).toEqual([]);
  });
});
