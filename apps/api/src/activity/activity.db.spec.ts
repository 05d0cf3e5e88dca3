import type {
  ActivityEntry,
  ActivityPage,
  ActivityView,
  ConsoleErrorBody,
  SessionView,
} from '@rollcall/admin-contracts';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';
import { until } from '../testing/until';

describe('the activity log', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  let entraId: string;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  afterAll(() => acme.stop());

  beforeEach(async () => {
    await acme.startAfresh();
    const generated = await acme.connect('Entra ID');
    entra = acme.scim(generated);
    entraId = generated.integrationId;
  });

  const page = async (query = ''): Promise<ActivityPage> =>
    (await acme.owner.get<ActivityPage>(`/activity${query}`)).body;
  const actions = async (query = ''): Promise<string[]> => (await page(query)).items.map(({ action }) => action);

  async function all(query: string, limit: number): Promise<ActivityEntry[]> {
    const found: ActivityEntry[] = [];
    let cursor: string | undefined;
    do {
      const next = await page(`?limit=${limit}${query}${cursor === undefined ? '' : `&cursor=${cursor}`}`);
      found.push(...next.items);
      cursor = next.nextCursor;
    } while (cursor !== undefined);
    return found;
  }

  it('A35: each change of the directory stands beside the deeds of the console, newest first', async () => {
    const ana = await entra.createUser({ userName: 'ana@acme.example', displayName: 'Ana Lima', active: true });
    const group = await entra.createGroup('Engineers', [ana.id]);
    await entra.patch(`/Users/${ana.id}`, [{ op: 'replace', path: 'title', value: 'Lead' }]);
    await entra.patch(`/Users/${ana.id}`, [{ op: 'replace', path: 'active', value: false }]);
    await entra.patch(`/Users/${ana.id}`, [{ op: 'replace', path: 'active', value: true }]);
    await entra.delete(`/Groups/${group.id}`);
    await entra.delete(`/Users/${ana.id}`);

    const names = await actions();
    expect(names.filter((name) => /^(user|group)\./.test(name))).toEqual([
      'user.deleted',
      'group.deleted',
      'user.reactivated',
      'user.deactivated',
      'user.updated',
      ...names.filter((name) => name.startsWith('group.members')),
      'group.created',
      'user.created',
    ]);
    expect(names.at(-1)).toBe('integration.created');
  });

  it('A34: an entry says who, what, to whom, with old and new values, and which request caused it', async () => {
    const ana = await entra.createUser({ userName: 'ana@acme.example', displayName: 'Ana Lima', title: 'Clerk' });
    await entra.patch(`/Users/${ana.id}`, [{ op: 'replace', path: 'title', value: 'Lead' }]);

    const [entry] = (await page('?action=user.updated')).items;
    expect(entry).toMatchObject({
      source: 'directory',
      actor: { type: 'integration', id: entraId, name: 'Entra ID' },
      object: { type: 'user', id: ana.id, name: 'Ana Lima' },
      integration: { id: entraId, name: 'Entra ID' },
      result: 'success',
      details: { changes: [{ path: 'title', before: 'Clerk', after: 'Lead' }] },
    });
    expect(entry?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('SEC-53: a deed says from which address it was done, and by which call of the console', async () => {
    const { headers } = await acme.owner.patch(`/integrations/${entraId}`, { name: 'Head office' });

    expect((await page('?action=integration.renamed')).items).toMatchObject([
      { source: 'console', address: '127.0.0.1', requestId: headers.get('x-request-id') },
    ]);
  });

  it('SEC-53: who joined and left a group is named', async () => {
    const [ana, ben] = [await user('Ana'), await user('Ben')];
    const group = await entra.createGroup('Engineers');
    await entra.patch(`/Groups/${group.id}`, [{ op: 'add', path: 'members', value: [{ value: ana }, { value: ben }] }]);

    const [entry] = (await page('?action=group.membersAdded')).items;
    expect(entry?.object).toEqual({ type: 'group', id: group.id, name: 'Engineers' });
    expect(entry?.details).toMatchObject({ memberCount: 2 });
    expect([...(entry?.details.members as string[])].sort()).toEqual(['Ana', 'Ben']);
  });

  it('A34: narrows by person, action, object, integration, result, time and text', async () => {
    const ana = await user('Ana Lima');
    await user('Ben Okafor');
    await acme.owner.patch(`/integrations/${entraId}`, { name: 'Head office' });
    const me = (await acme.owner.get<SessionView>('/session')).body.member.id;
    await acme.stranger().signIn('olga@acme.example', 'not the password at all');
    await waitForFailure();
    const [newest] = (await page()).items;

    expect(await actions(`?actorId=${me}&action=integration.renamed`)).toEqual(['integration.renamed']);
    expect(await actions(`?objectId=${ana}`)).toEqual(['user.created']);
    expect(await actions(`?integrationId=${entraId}`)).toEqual([
      'integration.renamed',
      'user.created',
      'user.created',
      'integration.created',
    ]);
    expect(await actions('?result=failure')).toEqual(['member.signInFailed']);
    expect(await actions('?search=ANA%20li')).toEqual(['user.created']);
    expect(await actions(`?from=${newest?.at ?? ''}&result=failure`)).toHaveLength(1);
    expect(await actions('?since=24h&result=failure')).toHaveLength(1);
    expect(await actions(`?to=2020-01-01T00:00:00Z`)).toEqual([]);
    expect(await actions(`?actorId=${entraId}`)).toEqual(['user.created', 'user.created']);
  });

  it('A34: page by page nothing is left out and nothing comes twice, at the same moment neither', async () => {
    const other = acme.scim(await acme.connect('Okta', 'okta'));
    for (let times = 0; times < 6; times += 1) await user(`Person ${times}`);
    for (let times = 0; times < 6; times += 1)
      await other.createUser({ userName: `other${times}@acme.example`, displayName: `Other ${times}` });
    await acme.sql(`update event set at = '2026-01-01T00:00:00Z'`);
    await acme.sql(`update activity set at = '2026-01-01T00:00:00Z'`);
    const whole = (await page('?limit=200')).items.map(({ source, id }) => `${source} ${id}`);

    expect(whole).toHaveLength(14);
    for (const limit of [1, 3, 5])
      expect((await all('', limit)).map(({ source, id }) => `${source} ${id}`)).toEqual(whole);
  });

  it('A34: a search that takes longer than a page may, goes on where it ended and finds what is far back', async () => {
    const needle = await user('Needle');
    await acme.sql(`update event set at = now() - interval '1 day'`);
    await acme.sql(
      `insert into event (tenant_id, integration_id, resource_id, at, kind, resource_type)
       select tenant_id, integration_id, gen_random_uuid(), now() - n * interval '1 second', 'updated', 'User'
         from event cross join generate_series(1, 50010) n where resource_id = $1`,
      [needle],
    );
    let answer = await page('?action=user.created');
    while (answer.items.length === 0) {
      expect(answer.searchedBackTo).toBeDefined();
      answer = await page(`?action=user.created&cursor=${answer.nextCursor ?? ''}`);
    }

    expect(answer.items.map(({ object }) => object?.id)).toEqual([needle]);
    expect(answer).not.toHaveProperty('nextCursor');
  });

  it('SEC-37: nothing of another organisation is in it, and a cursor of another list is bad input', async () => {
    await acme.sql(
      `insert into activity (tenant_id, actor_type, actor_name, action) values (gen_random_uuid(), 'system', 'Elsewhere', 'token.revoked')`,
    );

    expect((await page('?search=Elsewhere')).items).toEqual([]);
    expect((await acme.owner.get('/activity?cursor=WzFd')).status).toBe(400);
  });

  it('SEC-52: the server itself cannot change or delete what is logged', async () => {
    const { tenantId } = acme;
    const change = (statement: string) =>
      acme.databases.console.inTenant(tenantId, (em) => em.query(statement)).catch((error: unknown) => String(error));

    expect(await change(`update activity set actor_name = 'x'`)).toMatch(/permission denied/);
    expect(await change('delete from activity')).toMatch(/permission denied/);
    expect(await change('truncate activity')).toMatch(/permission denied/);
  });

  describe('saved views', () => {
    it('A34: everybody keeps their own filters under names of their own', async () => {
      const auditor = await acme.member('auditor');
      const filter = { action: 'user.deleted', result: 'success' };
      const saved = await auditor.post<ActivityView>('/activity/views', { name: ' Leavers ', filter });
      expect(saved.status).toBe(201);
      expect(saved.body).toMatchObject({ name: 'Leavers', filter });
      const twice = await auditor.post<ConsoleErrorBody>('/activity/views', { name: 'Leavers', filter: {} });
      expect([twice.status, twice.body.code]).toEqual([409, 'conflict']);

      expect((await auditor.get<ActivityView[]>('/activity/views')).body).toEqual([saved.body]);
      expect((await acme.owner.get('/activity/views')).body).toEqual([]);
      expect((await acme.owner.delete(`/activity/views/${saved.body.id}`)).status).toBe(404);
      expect((await auditor.delete(`/activity/views/${saved.body.id}`)).status).toBe(204);
    });

    it('A34: a view gets another name, which no other view of its owner has', async () => {
      const save = async (name: string) =>
        (await acme.owner.post<ActivityView>('/activity/views', { name, filter: {} })).body;
      const [one] = [await save('One'), await save('Two')];
      const rename = (id: string, name: string, by = acme.owner) =>
        by.patch<ActivityView & ConsoleErrorBody>(`/activity/views/${id}`, { name });

      expect((await rename(one.id, ' First ')).body).toEqual({ id: one.id, name: 'First', filter: {} });
      const taken = await rename(one.id, 'Two');
      expect([taken.status, taken.body.code]).toEqual([409, 'conflict']);
      expect((await rename(one.id, '')).status).toBe(400);
      expect((await rename(one.id, 'Theirs', await acme.member('auditor'))).status).toBe(404);
      expect((await acme.owner.get<ActivityView[]>('/activity/views')).body.map(({ name }) => name)).toEqual([
        'First',
        'Two',
      ]);
    });

    it('SEC-18: a view holds nothing but a filter', async () => {
      const { status } = await acme.owner.post('/activity/views', { name: 'Odd', filter: { tenantId: 'x' } });

      expect(status).toBe(400);
    });
  });

  describe('the export', () => {
    it('A34 SEC-31: has the filter’s entries as CSV that no spreadsheet runs, and is logged', async () => {
      await user('=HYPERLINK("http://evil")');
      const { status, headers, body } = await acme.owner.get<string>('/activity/export?action=user.created');

      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const [head, line, ...rest] = body.trimEnd().split('\r\n');
      expect(head).toMatch(/^time,actor type,actor,action,/);
      expect(line).toContain(`,"'=HYPERLINK(""http://evil"")",`);
      expect(rest).toEqual([]);
      expect(await actions('?action=activity.exported')).toHaveLength(1);
    });

    it('goes through all pages, each entry once', async () => {
      await user('First');
      await acme.sql(
        `insert into event (tenant_id, integration_id, resource_id, kind, resource_type)
         select tenant_id, integration_id, gen_random_uuid(), 'updated', 'User' from event cross join generate_series(1, 2500)`,
      );
      const { body } = await acme.owner.get<string>('/activity/export?action=user.updated');

      expect(body.trimEnd().split('\r\n')).toHaveLength(2501);
    });
  });

  async function user(displayName: string): Promise<string> {
    const { id } = await entra.createUser({ userName: `${crypto.randomUUID()}@acme.example`, displayName });
    return id;
  }

  async function waitForFailure(): Promise<void> {
    await until(async () => (await actions('?result=failure')).length > 0);
  }
});
