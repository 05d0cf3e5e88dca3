import {
  HIDDEN_VALUE,
  ROLES,
  type ActivityEntry,
  type ActivityPage,
  type ConsoleErrorBody,
  type PersonReveal,
  type RequestPage,
  type Role,
  type SearchAnswer,
  type UserPage,
  type UserView,
} from '@rollcall/admin-contracts';
import { RouteInventory } from '../access/route-inventory';
import type { ConsoleBrowser } from '../testing/console-browser';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { E, U, type ScimConnection } from '../testing/scim-connection';

const HR = 'urn:acme:params:scim:schemas:hr:2.0:User';
/** Stands in each value that Support may not see, and nowhere else. */
const CANARY = /c4nary/i;
const cursorOf = (...values: readonly string[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
/** Before all that will ever be. */
const NEWEST = cursorOf('999999999999999999', '1');
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Where those who may see personal values meet them, of all routes that are read. */
const TELLING = [
  '/activity',
  '/activity/export',
  '/requests',
  '/requests/:id',
  '/requests/tail',
  '/search',
  '/users/:id',
];
const TELLING_BY_TIME = ['/users/:id/as-of', '/users/:id/history'];

const person = (name: string) => ({
  userName: `${name.toLowerCase()}@acme.example`,
  displayName: name,
  nickName: 'C4nary nick',
  title: 'Lead',
  emails: [
    { type: 'work', primary: true, value: `${name.toLowerCase()}@acme.example` },
    { type: 'home', value: `c4nary.${name.toLowerCase()}@home.example` },
  ],
  phoneNumbers: [{ type: 'mobile', value: '+49 c4nary' }],
  addresses: [{ type: 'home', formatted: '1 C4nary Street' }],
  [E]: { department: 'Sales', employeeNumber: 'c4nary-77' },
  [HR]: { birthday: 'c4nary-1990' },
});

describe('personal values', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  let people: ReadonlyMap<Role, ConsoleBrowser>;
  let ids: { readonly [collection: string]: readonly string[] };
  let ana: string;

  beforeAll(async () => {
    acme = await givenOrganisation();
    const others = (['admin', 'support', 'auditor'] as const).map(
      async (role) => [role, await acme.member(role)] as const,
    );
    people = new Map<Role, ConsoleBrowser>([['owner', acme.owner], ...(await Promise.all(others))]);
    entra = acme.scim(await acme.connect('Entra ID', 'entra'));
    ana = (await entra.createUser(person('Ana'))).id as string;
    await entra.patch(`/Users/${ana}`, [
      { op: 'replace', path: 'nickName', value: 'Other c4nary' },
      { op: 'replace', path: 'phoneNumbers[type eq "mobile"].value', value: '+50 c4nary' },
    ]);
    const bo = (await entra.createUser(person('Bo'))).id as string;
    await entra.delete(`/Users/${bo}`);
    const group = await entra.createGroup('Engineers', [ana]);
    await entra.post('/Users', { schemas: [U], ...person('Zoe'), name: 'c4nary-zoe' });
    await entra.filter('/Users', 'phoneNumbers.value eq "+50 c4nary"');
    await entra.requestLog();
    const requests = (await acme.owner.get<RequestPage>('/requests')).body.items.map(({ id }) => id);
    ids = { users: [ana, bo], groups: [group.id as string], requests, integrations: [entra.facts.integrationId] };
  });
  afterAll(() => acme.stop());

  const as = (role: Role): ConsoleBrowser => people.get(role) ?? acme.stranger();
  /** What a route has to be asked with. */
  function queryOf(route: string): string {
    if (route === '/search') return '?q=c4nary';
    if (route === '/users/work-values') return '?field=title';
    if (route === '/integrations/:id/brake/history') return '?peopleMin=20&percent=5';
    if (route === '/requests/tail') return `?tail=${cursorOf(new Date().toISOString())}`;
    if (route.endsWith('/as-of')) return `?at=${new Date().toISOString()}`;
    return /^\/(users|groups)\/:id\/history$/.test(route) ? `?cursor=${NEWEST}` : '';
  }

  function addressesOf(route: string): readonly string[] {
    const targets = route.includes(':') ? (ids[route.split('/')[1] ?? ''] ?? [NOBODY]) : [''];
    return targets.map((id) => `${route.replace(/:\w+/g, id)}${queryOf(route)}`);
  }

  /** Every path of the console; one that is written to only is not found when it is read. */
  function paths(): ReadonlySet<string> {
    const routes = acme.app.get(RouteInventory, { strict: false }).routes();
    const own = routes.filter(({ access }) => access?.kind === 'console');
    return new Set(own.map(({ path }) => path.replace('/api/console', '').replace(/\/$/, '')));
  }

  /** Routes whose answers hold a canary, for one role. */
  async function telling(role: Role): Promise<string[]> {
    const found = new Set<string>();
    for (const route of paths()) {
      for (const address of addressesOf(route)) {
        const { status, body } = await as(role).get(address);
        expect([address, [200, 403, 404]]).toEqual([address, expect.arrayContaining([status])]);
        if (CANARY.test(JSON.stringify(body ?? ''))) found.add(route);
      }
    }
    return [...found].sort();
  }

  it('A30 SEC-54: no answer of any route that is read holds a hidden value for Support', async () => {
    expect(await telling('support')).toEqual([]);
  });

  it.each(ROLES.filter((role) => role !== 'support'))('A30: the %s sees them where they belong', async (role) => {
    expect(await telling(role)).toEqual([...TELLING, ...TELLING_BY_TIME].sort());
  });

  it('A30: what an investigation needs stays open to Support', async () => {
    const { body } = await as('support').get<UserView>(`/users/${ana}`);

    expect(body).toMatchObject({ masked: true, displayName: 'Ana', userName: 'ana@acme.example', title: 'Lead' });
    expect(body.attributes).toMatchObject({
      nickName: HIDDEN_VALUE,
      emails: [{ value: 'ana@acme.example' }, { value: HIDDEN_VALUE }],
      phoneNumbers: [{ type: 'mobile', value: HIDDEN_VALUE }],
      [E]: { department: 'Sales', employeeNumber: HIDDEN_VALUE },
      [HR]: { birthday: HIDDEN_VALUE },
      meta: { resourceType: 'User' },
    });
    expect(body.history.items.map(({ summary }) => summary)).toContain('nickName changed; phoneNumbers changed');
  });

  describe('SEC-27: a search tells Support nothing that is hidden', () => {
    it.each([
      ['an address by its beginning', '/users?search=c4nary.an', 1, 0],
      ['an address that is known whole', `/users?search=${encodeURIComponent('c4nary.ana@home.example')}`, 1, 1],
      ['a request by a filter’s value', `/requests?search=${encodeURIComponent('+50 c4n')}`, 1, 0],
      ['the same in the words of the log', `/requests?search=zzz&said=${encodeURIComponent('+50 c4n')}`, 1, 0],
      ['a refusal by a value that was sent', `/requests?person=c4nary-zoe`, 1, 0],
      ['a refusal by who it is about', `/requests?person=${encodeURIComponent('zoe@acme.example')}`, 1, 1],
    ])('%s', async (_what, path, toOwner, toSupport) => {
      const total = async (role: Role) => (await as(role).get<UserPage | RequestPage>(path)).body.items.length;
      expect([await total('owner'), await total('support')]).toEqual([toOwner, toSupport]);
    });

    it('the trace of somebody who was refused', async () => {
      const traces = async (role: Role, q: string) =>
        (await as(role).get<SearchAnswer>(`/search?q=${encodeURIComponent(q)}`)).body.traces.map(({ kind }) => kind);

      expect(await traces('owner', 'c4nary-zo')).toEqual(['refused']);
      expect(await traces('support', 'c4nary-zo')).toEqual([]);
      expect(await traces('support', 'zoe@acme.example')).toEqual(['refused']);
    });
  });

  describe('revealed', () => {
    const lastOf = async (action: string) =>
      (await acme.owner.get<ActivityPage>(`/activity?action=${action}`)).body.items[0];

    it('SEC-53: of a person, whole and as of a moment, once, with the reason in the activity', async () => {
      const at = new Date().toISOString();
      const { status, body } = await as('support').post<PersonReveal>(`/users/${ana}/reveal`, {
        reason: 'ticket 7',
        at,
        cursor: NEWEST,
      });

      expect([status, body.user.masked, body.asOf?.masked]).toEqual([200, false, undefined]);
      for (const part of [body.user.attributes, body.user.history, body.asOf, body.earlier])
        expect(JSON.stringify(part)).toMatch(CANARY);
      expect((await as('support').get<UserView>(`/users/${ana}`)).body.masked).toBe(true);
      const entry = await lastOf('user.revealed');
      expect(entry).toMatchObject({
        actor: { name: 'support person' },
        object: { type: 'user', id: ana, name: 'Ana' },
        details: { reason: 'ticket 7', asOf: at, part: 'history' },
      });
      expect(JSON.stringify(entry)).not.toMatch(CANARY);
    });

    it('SEC-53: of an entry of the activity', async () => {
      const path = `/activity?objectId=${ana}&action=user.updated`;
      const hidden = (await as('support').get<ActivityPage>(path)).body.items[0];
      expect(hidden).toMatchObject({ masked: true });
      const { body } = await as('support').post<ActivityEntry>('/activity/reveal', {
        integrationId: hidden?.integration?.id,
        objectId: hidden?.object?.id,
        id: hidden?.id,
      });

      expect(body).toEqual((await acme.owner.get<ActivityPage>(path)).body.items[0]);
      expect(JSON.stringify(body)).toMatch(CANARY);
      expect(await lastOf('activity.revealed')).toMatchObject({
        object: { id: ana },
        details: { entry: 'user.updated' },
      });
    });

    it.each([
      ['/users/[ana]/reveal', {}],
      ['/activity/reveal', { integrationId: NOBODY, objectId: NOBODY, id: '1' }],
    ])('SEC-49 A30: %s needs a recent sign-in, and is no way for an Auditor', async (path, body) => {
      const late = await acme.member('support');
      await acme.sql(`update member_session set confirmed_at = now() - interval '11 minutes'
        where id = (select id from member_session order by created_at desc limit 1)`);
      const address = path.replace('[ana]', ana);

      const { status, body: refusal } = await late.post<ConsoleErrorBody>(address, body);
      expect([status, refusal.code]).toEqual([403, 'step_up_required']);
      expect((await as('auditor').post(address, body)).status).toBe(403);
    });

    it('A30: Support has no file of people or of the activity', async () => {
      expect((await as('support').post('/users/export', {})).status).toBe(403);
      expect((await as('support').get('/activity/export')).status).toBe(403);
    });
  });
});
