import { ROLES, type Role } from '@rollcall/admin-contracts';
import { RouteInventory } from '../access/route-inventory';
import type { ConsoleBrowser } from './console-browser';
import { givenOrganisation, type TestOrganisation } from './organisation';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const EVERYBODY = ROLES;
const OWNERS: readonly Role[] = ['owner'];
const ADMINS: readonly Role[] = ['owner', 'admin'];
const EXPORTERS: readonly Role[] = ['owner', 'admin', 'auditor'];
const HELPERS: readonly Role[] = ['owner', 'admin', 'support'];

/** Every route of the console's API that asks who is there, and who may use it (A30). `[id]` is an id that nothing has. */
const ROUTES: readonly (readonly [string, string, unknown, readonly Role[]])[] = [
  ['GET', '/session', undefined, EVERYBODY],
  ['POST', '/session/confirm', {}, EVERYBODY],
  ['GET', '/integrations', undefined, EVERYBODY],
  ['POST', '/integrations', {}, ADMINS],
  ['POST', '/integrations/name-check', { name: 'x' }, ADMINS],
  ['GET', '/integrations/[id]', undefined, EVERYBODY],
  ['PATCH', '/integrations/[id]', { name: 'x' }, ADMINS],
  ['GET', '/integrations/deleted', undefined, EVERYBODY],
  ['POST', '/integrations/deleted/[id]/restore', {}, ADMINS],
  ['POST', '/integrations/[id]/pause', { hours: 24 }, ADMINS],
  ['POST', '/integrations/[id]/resume', undefined, ADMINS],
  ['GET', '/integrations/[id]/health', undefined, EVERYBODY],
  ['POST', '/integrations/[id]/health/refresh', undefined, HELPERS],
  ['POST', '/integrations/[id]/diagnostics', undefined, EVERYBODY],
  ['GET', '/integrations/[id]/deletion', undefined, ADMINS],
  ['DELETE', '/integrations/[id]', { name: 'x' }, ADMINS],
  ['GET', '/integrations/[id]/tokens', undefined, EVERYBODY],
  ['POST', '/integrations/[id]/tokens/rotate', { overlap: 'now' }, ADMINS],
  ['PATCH', '/integrations/[id]/tokens/[id]', { expiresAt: null }, ADMINS],
  ['POST', '/integrations/[id]/tokens/[id]/revoke', undefined, HELPERS],
  ['GET', '/users', undefined, EVERYBODY],
  ['GET', '/users/deleted', undefined, EVERYBODY],
  ['GET', '/users/work-values', undefined, EVERYBODY],
  ['GET', '/users/[id]', undefined, EVERYBODY],
  ['GET', '/users/[id]/as-of', undefined, EVERYBODY],
  ['GET', '/users/[id]/history', undefined, EVERYBODY],
  ['POST', '/users/[id]/reveal', {}, HELPERS],
  ['GET', '/search', undefined, EVERYBODY],
  ['POST', '/users/[id]/restore', undefined, ADMINS],
  ['POST', '/groups/[id]/restore', undefined, ADMINS],
  ['GET', '/purge', undefined, EVERYBODY],
  ['POST', '/purge/pause', {}, ADMINS],
  ['POST', '/purge/resume', undefined, ADMINS],
  ['GET', '/brake/trips', undefined, EVERYBODY],
  ['GET', '/brake/trips/[id]', undefined, EVERYBODY],
  ['GET', '/brake/trips/[id]/people', undefined, EVERYBODY],
  ['POST', '/brake/trips/[id]/preview', { action: 'restore' }, ADMINS],
  ['POST', '/brake/trips/[id]/restore', {}, ADMINS],
  ['POST', '/brake/trips/[id]/release', {}, ADMINS],
  ['GET', '/integrations/[id]/brake', undefined, EVERYBODY],
  ['GET', '/integrations/[id]/brake/history', undefined, EVERYBODY],
  ['PATCH', '/integrations/[id]/brake', { peopleMin: 20, percent: 5 }, ADMINS],
  ['GET', '/groups', undefined, EVERYBODY],
  ['GET', '/groups/deleted', undefined, EVERYBODY],
  ['GET', '/groups/[id]', undefined, EVERYBODY],
  ['GET', '/groups/[id]/as-of', undefined, EVERYBODY],
  ['GET', '/groups/[id]/history', undefined, EVERYBODY],
  ['GET', '/groups/[id]/members', undefined, EVERYBODY],
  ['GET', '/groups/[id]/members/as-of', undefined, EVERYBODY],
  ['POST', '/users/export', {}, EXPORTERS],
  ['POST', '/groups/export', {}, EXPORTERS],
  ['POST', '/groups/[id]/members/export', {}, EXPORTERS],
  ['GET', '/requests', undefined, EVERYBODY],
  ['GET', '/requests/tail', undefined, EVERYBODY],
  ['GET', '/requests/[id]', undefined, EVERYBODY],
  ['GET', '/requests/[id]/neighbours', undefined, EVERYBODY],
  ['POST', '/requests/[id]/reveal', {}, HELPERS],
  ['GET', '/activity', undefined, EVERYBODY],
  ['POST', '/activity/reveal', {}, HELPERS],
  ['GET', '/activity/export', undefined, ['owner', 'admin', 'auditor']],
  ['GET', '/activity/views', undefined, EVERYBODY],
  ['POST', '/activity/views', {}, EVERYBODY],
  ['PATCH', '/activity/views/[id]', { name: 'x' }, EVERYBODY],
  ['DELETE', '/activity/views/[id]', undefined, EVERYBODY],
  ['GET', '/notifications', undefined, EVERYBODY],
  ['PATCH', '/notifications', {}, ADMINS],
  ['POST', '/notifications/mail-test', undefined, ADMINS],
  ['GET', '/notifications/deliveries', undefined, EVERYBODY],
  ['POST', '/notifications/deliveries/[id]/retry', undefined, ADMINS],
  ['POST', '/notifications/channels', {}, ADMINS],
  ['PATCH', '/notifications/channels/[id]', {}, ADMINS],
  ['DELETE', '/notifications/channels/[id]', undefined, ADMINS],
  ['POST', '/notifications/channels/[id]/test', undefined, ADMINS],
  ['GET', '/account/notifications', undefined, ADMINS],
  ['PATCH', '/account/notifications', {}, ADMINS],
  ['GET', '/alerts', undefined, OWNERS],
  ['POST', '/alerts/seen', { id: '1' }, OWNERS],
  ['GET', '/team', undefined, EVERYBODY],
  ['POST', '/team/invitations', { email: 'x', role: 'auditor' }, ADMINS],
  ['POST', '/team/invitations/[id]/resend', undefined, ADMINS],
  ['DELETE', '/team/invitations/[id]', undefined, ADMINS],
  ['PATCH', '/team/members/[id]', { role: 'auditor' }, ADMINS],
  ['POST', '/team/members/[id]/suspend', undefined, ADMINS],
  ['POST', '/team/members/[id]/reinstate', undefined, ADMINS],
  ['DELETE', '/team/members/[id]', undefined, ADMINS],
  ['DELETE', '/team/members/[id]/sessions', undefined, OWNERS],
  ['POST', '/team/members/[id]/transfer-ownership', undefined, OWNERS],
  ['PATCH', '/account', {}, EVERYBODY],
  ['POST', '/account/password', {}, EVERYBODY],
  ['GET', '/account/sessions', undefined, EVERYBODY],
  ['DELETE', '/account/sessions/others', undefined, EVERYBODY],
  ['DELETE', '/account/sessions/[id]', undefined, EVERYBODY],
  ['DELETE', '/session', undefined, EVERYBODY],
];

describe('routes of the console', () => {
  let acme: TestOrganisation;
  let people: ReadonlyMap<Role, ConsoleBrowser>;

  beforeAll(async () => {
    acme = await givenOrganisation();
    const others = (['admin', 'support', 'auditor'] as const).map(
      async (role) => [role, await acme.member(role)] as const,
    );
    people = new Map<Role, ConsoleBrowser>([['owner', acme.owner], ...(await Promise.all(others))]);
  });
  afterAll(() => acme.stop());

  const address = (path: string): string => path.replaceAll('[id]', NOBODY);

  describe.each(ROUTES)('%s %s', (method, path, body, allowed) => {
    it('A30: needs a session', async () => {
      const { status } = await acme.stranger().send(method, address(path), body);
      expect(status).toBe(401);
    });

    it.each(ROLES)('A30: answers the %s as the role says', async (role) => {
      const { status } = (await people.get(role)?.send(method, address(path), body)) ?? { status: 0 };

      if (allowed.includes(role)) expect([200, 204, 400, 404]).toContain(status);
      else expect(status).toBe(403);
    });
  });

  it('A30 SEC-15: this table names every route there is', () => {
    const inventory = acme.app.get(RouteInventory, { strict: false }).routes();
    const known = new Set(ROUTES.map(([, path]) => `/api/console${path}`));
    const missing = inventory
      .filter(({ access }) => access?.kind === 'console')
      .map(({ path }) => path.replace(/:\w+/g, '[id]').replace(/\/$/, ''))
      .filter((path) => !known.has(path));

    expect(missing).toEqual([]);
    expect(inventory.filter(({ access }) => access?.kind === 'console')).toHaveLength(ROUTES.length);
  });
});
