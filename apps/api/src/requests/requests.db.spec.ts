import type {
  ActivityPage,
  RequestNeighbours,
  RequestPage,
  RequestTail,
  RequestView,
  Role,
} from '@rollcall/admin-contracts';
import type { ConsoleBrowser } from '../testing/console-browser';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { E, U, type ScimConnection } from '../testing/scim-connection';

const PHONE = '+49 170 5550123';

describe('the request log in the console', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  let anaId: string;
  let groupId: string;

  beforeAll(async () => {
    acme = await givenOrganisation();
    entra = acme.scim(await acme.connect());
    const ana = { userName: 'ana@acme.example', displayName: 'Ana Lima', active: true };
    anaId = (await entra.createUser(ana)).id;
    await entra.patch(`/Users/${anaId}`, [{ op: 'Replace', path: 'active', value: 'False' }]);
    await entra.get('/Users?filter=nonsense');
    await entra.post('/Users', {
      schemas: [U, E],
      userName: 'ana@acme.example',
      externalId: 'ana-7',
      nickName: 'Secret agent',
      phoneNumbers: [{ value: PHONE }],
    });
    groupId = (await entra.createGroup('Engineers')).id;
    await entra.patch(`/Groups/${groupId}`, [{ op: 'Add', path: 'members', value: [{ value: anaId }] }]);
    await entra.get(`/Users/${anaId}`);
    await entra.delete('/Users/00000000-0000-4000-8000-000000000000');
    await entra.requestLog();
  });
  afterAll(() => acme.stop());

  const list = async (query = '', browser = acme.owner): Promise<RequestPage> =>
    (await browser.get<RequestPage>(`/requests${query}`)).body;
  const view = async (id: string, browser = acme.owner): Promise<RequestView> =>
    (await browser.get<RequestView>(`/requests/${id}`)).body;
  const clash = async (): Promise<string> => (await list('?result=refused&method=POST')).items[0]?.id ?? '';

  it('C01: lists what was asked, newest first, as sentences', async () => {
    const page = await list();

    expect(page.total).toBe(8);
    expect(page.totalIsMinimum).toBeUndefined();
    expect(page.items.map(({ method, status, outcome }) => `${method} ${status} ${outcome}`)).toEqual([
      'DELETE 404 refused',
      'GET 200 done',
      'PATCH 204 done',
      'POST 201 done',
      'POST 409 refused',
      'GET 400 failed',
      'PATCH 200 done',
      'POST 201 done',
    ]);
    expect(page.items[6]).toMatchObject({
      integrationName: 'Entra ID',
      summary: 'Entra turned off Ana Lima',
      resource: { type: 'User', id: anaId, name: 'Ana Lima' },
    });
  });

  it.each([
    ['?result=failure', 3],
    ['?result=refused', 2],
    ['?result=failed', 1],
    ['?result=success', 5],
    ['?method=PATCH', 2],
    ['?search=TURNED', 1],
    ['?search=deaktiviert', 0],
    ['?search=deaktiviert&said=turned…on again|turned off', 1],
    ['?search=deaktiviert&said=…|', 0],
    ['?search=deaktiviert&said=turned…Ben', 0],
    ['?said=turned off', 8],
    ['?search=100%25', 0],
    ['?result=failed&method=GET', 1],
    ['?provider=entra', 8],
    ['?provider=okta', 0],
    ['?kind=created', 2],
    ['?kind=changed', 1],
    ['?kind=turnedOff', 1],
    ['?kind=turnedOn', 0],
    ['?kind=membership', 1],
    ['?kind=deleted', 0],
    ['?kind=unchanged', 0],
    ['?kind=lookup', 1],
    ['?since=1h', 8],
    ['?since=30d&kind=created', 2],
    ['?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z', 0],
    ['?from=2020-01-01T00:00:00Z', 8],
  ])('C01: %s finds %i', async (query, count) => {
    const page = await list(query);
    expect([page.items.length, page.total, page.searchedBackTo]).toEqual([count, count, undefined]);
  });

  it.each(['?result=maybe', '?kind=odd', '?since=2h', '?from=yesterday', '?person=' + 'x'.repeat(201), '?nonsense=1'])(
    'SEC-18: %s is refused',
    async (query) => {
      expect((await acme.owner.get(`/requests${query}`)).status).toBe(400);
    },
  );

  it('C03: finds a person by id, userName in any case, and what was refused under that name', async () => {
    for (const person of [anaId, 'ANA@acme.example']) {
      const page = await list(`?person=${encodeURIComponent(person)}`);
      expect([person, page.items.map(({ method, status }) => `${method} ${status}`)]).toEqual([
        person,
        ['GET 200', 'POST 409', 'PATCH 200', 'POST 201'],
      ]);
    }
  });

  it('C03: finds who was refused and never came to be, by what the provider sent', async () => {
    expect((await list('?person=ana-7')).items.map(({ status }) => status)).toEqual([409]);
    expect((await list(`?person=${encodeURIComponent(PHONE.slice(0, 6))}`)).total).toBe(0);
    expect((await list('?person=nobody@acme.example')).total).toBe(0);
  });

  it('C01: finds by person, by integration and by id, and pages without gaps', async () => {
    expect((await list(`?resourceId=${anaId}`)).total).toBe(3);
    expect((await list(`?integrationId=${entra.facts.integrationId}`)).total).toBe(8);

    for (const filter of ['', '&search=e']) {
      const whole = (await list(`?limit=50${filter}`)).items.map(({ id }) => id);
      const first = await list(`?limit=3${filter}`);
      const rest = await list(`?limit=50${filter}&cursor=${first.nextCursor}`);
      expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(whole);
      expect(rest.nextCursor).toBeUndefined();
    }
    const { items } = await list();
    expect((await list(`?search=${items[1]?.id}`)).items.map(({ id }) => id)).toEqual([items[1]?.id]);
  });

  it('C02: a request tells its decision trail, and a refusal what to do about it', async () => {
    const [turnedOff] = (await list('?kind=turnedOff')).items;
    const patched = await view(turnedOff?.id ?? '');
    expect(patched.tokenLastFour).toBe(entra.facts.token.slice(-4));
    expect(patched.trail.changes).toEqual([{ path: 'active', before: true, after: false }]);
    expect(patched.trail.notes.map(({ kind }) => kind)).toContain('rewritten');
    expect(patched.scimUrl).toMatch(/\/api\/v1\/scim$/);

    const refused = await view(await clash());
    expect(refused.trail.error).toMatchObject({ scimType: 'uniqueness', remedy: 'makeUnique' });
    expect(refused.message.headers).toMatchObject({ 'content-type': 'application/scim+json' });
    expect(JSON.parse(refused.message.requestBody ?? '')).toMatchObject({ externalId: 'ana-7' });
    expect(JSON.parse(refused.message.responseBody ?? '')).toMatchObject({ scimType: 'uniqueness' });
    expect(JSON.stringify([patched, refused])).not.toContain(entra.facts.token.slice(0, 20));
  });

  it('line 19: a refused request says whom it was about, also before there is a record', async () => {
    await entra.post('/Users', {
      schemas: [U],
      userName: 'new@acme.example',
      displayName: 'Nia New',
      active: 'perhaps',
    });
    await entra.patch(`/Users/${anaId}`, [{ op: 'Replace', path: 'active', value: 'perhaps' }]);
    await entra.requestLog();
    const [patch, post] = (await list('?result=failed&limit=2')).items;

    expect(post?.summary).toContain("Refused Entra's POST about Nia New: ");
    expect(patch?.resource).toEqual({ type: 'User', id: anaId, name: 'Ana Lima' });
    await acme.sql(`delete from scim_request where id = any($1)`, [[patch?.id, post?.id]]);
  });

  it('C02: a change of members names who joined', async () => {
    const [joined] = (await list('?kind=membership')).items;
    const { trail } = await view(joined?.id ?? '');

    expect(trail.membersAdded).toEqual({ count: 1, names: [{ id: anaId, type: 'User', name: 'Ana Lima' }] });
    expect(trail.membersRemoved).toBeUndefined();
  });

  it('C02: next to a request stand its neighbours in the list that it was found in', async () => {
    const { items } = await list('?result=failure');
    const next = async (id = '') =>
      (await acme.owner.get<RequestNeighbours>(`/requests/${id}/neighbours?result=failure`)).body;

    expect(await next(items[0]?.id)).toEqual({ older: items[1]?.id });
    expect(await next(items[1]?.id)).toEqual({ newer: items[0]?.id, older: items[2]?.id });
    expect(await next(items[2]?.id)).toEqual({ newer: items[1]?.id });
  });

  it('C01: the tail brings what is new, once the list knows the rest', async () => {
    const page = await list('?kind=deleted');
    const tail = async (cursor: string) =>
      (await acme.owner.get<RequestTail>(`/requests/tail?kind=deleted&tail=${cursor}`)).body;
    expect((await tail(page.tail)).items).toEqual([]);

    const { id } = await entra.createUser({ userName: 'brief' });
    await entra.delete(`/Users/${id}`);
    await entra.requestLog();
    const news = await tail(page.tail);
    expect(news.items.map(({ summary }) => summary)).toEqual(['Entra deleted brief']);
    expect(news.hasMore).toBe(false);

    const old = Buffer.from(JSON.stringify([new Date(Date.now() - 3_600_000).toISOString()])).toString('base64url');
    expect(await tail(old)).toMatchObject({ items: [], hasMore: true });
    expect((await acme.owner.get('/requests/tail?tail=nonsense')).status).toBe(400);
  });

  describe('personal values', () => {
    let people: ReadonlyMap<Role, ConsoleBrowser>;
    const as = (role: Role): ConsoleBrowser => people.get(role) ?? acme.stranger();
    const reveal = (role: Role, id: string, body: unknown = {}) =>
      as(role).post<RequestView>(`/requests/${id}/reveal`, body);

    beforeAll(async () => {
      const others = (['admin', 'support', 'auditor'] as const).map(
        async (role) => [role, await acme.member(role)] as const,
      );
      people = new Map<Role, ConsoleBrowser>([['owner', acme.owner], ...(await Promise.all(others))]);
    });

    it.each(['owner', 'admin', 'auditor'] as const)('C02 A30: the %s sees them', async (role) => {
      const shown = await view(await clash(), as(role));
      expect([shown.masked, shown.message.requestBody]).toEqual([false, expect.stringContaining(PHONE)]);
    });

    it('C02 SEC-54: the server does not send them to Support', async () => {
      const whole = await as('support').get(`/requests/${await clash()}`);
      expect(JSON.stringify(whole.body)).not.toMatch(/Secret agent|\+49/);
      expect(whole.body).toMatchObject({ masked: true });
      const shown = await view(await clash(), as('support'));
      expect(JSON.parse(shown.message.requestBody ?? '')).toMatchObject({
        userName: 'ana@acme.example',
        nickName: '••••',
      });
    });

    it('SEC-53 C02: Support reveals them with a reason, and the activity says so', async () => {
      const id = await clash();
      const { status, body } = await reveal('support', id, { reason: 'ticket 7' });

      expect([status, body.masked]).toEqual([200, false]);
      expect(body.message.requestBody).toContain(PHONE);
      expect((await view(id, as('support'))).masked).toBe(true);
      const activity = await acme.owner.get<ActivityPage>('/activity?action=request.revealed');
      expect(activity.body.items[0]).toMatchObject({
        actor: { name: 'support person' },
        object: { type: 'request', id },
        details: { reason: 'ticket 7' },
      });
      expect(JSON.stringify(activity.body)).not.toContain(PHONE);
    });

    it('A30: an Auditor may not reveal, and nothing is written', async () => {
      const written = async () =>
        (await acme.sql<{ count: number }>(`select count(*)::int from activity where action = 'request.revealed'`))[0];
      const before = await written();

      expect((await reveal('auditor', await clash())).status).toBe(403);
      expect(await written()).toEqual(before);
    });

    it('SEC-49: revealing needs a recent sign-in', async () => {
      const late = await acme.member('support');
      await acme.sql(`update member_session set confirmed_at = now() - interval '11 minutes'
        where id = (select id from member_session order by created_at desc limit 1)`);
      const { status, body } = await late.post<{ code: string }>(`/requests/${await clash()}/reveal`, {});

      expect([status, body.code]).toEqual([403, 'step_up_required']);
    });
  });
});
