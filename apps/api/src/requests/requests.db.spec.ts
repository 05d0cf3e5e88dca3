import type { RequestPage, RequestView } from '@rollcall/admin-contracts';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';

describe('the request log in the console', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  let userId: string;

  beforeAll(async () => {
    acme = await givenOrganisation();
    entra = acme.scim(await acme.connect());
    userId = (await entra.createUser({ userName: 'ana', displayName: 'Ana Lima', active: true })).id;
    await entra.patch(`/Users/${userId}`, [{ op: 'Replace', path: 'active', value: 'False' }]);
    await entra.get('/Users?filter=nonsense');
    await entra.post('/Users', { userName: 'ana', schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'] });
    await entra.requestLog();
  });
  afterAll(() => acme.stop());

  const requests = async (query = ''): Promise<RequestPage> =>
    (await acme.owner.get<RequestPage>(`/requests${query}`)).body;

  it('C01: lists what was asked, newest first, as sentences', async () => {
    const page = await requests();

    expect(page.total).toBe(4);
    expect(page.totalIsMinimum).toBeUndefined();
    expect(page.items.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'POST 409',
      'GET 400',
      'PATCH 200',
      'POST 201',
    ]);
    expect(page.items[2]).toMatchObject({
      integrationName: 'Entra ID',
      summary: expect.stringContaining('turned off Ana Lima') as string,
      resource: { type: 'User', id: userId, name: 'Ana Lima' },
    });
  });

  it.each([
    ['?result=failure', 2],
    ['?result=success', 2],
    ['?method=PATCH', 1],
    ['?search=TURNED', 1],
    ['?result=failure&method=GET', 1],
  ])('C01: %s finds %i', async (query, count) => {
    const page = await requests(query);
    expect([page.items.length, page.total]).toEqual([count, count]);
  });

  it('C01: finds by person, by integration and by id, and pages without gaps', async () => {
    expect((await requests(`?resourceId=${userId}`)).total).toBe(2);
    expect((await requests(`?integrationId=${entra.facts.integrationId}`)).total).toBe(4);

    const first = await requests('?limit=3');
    const rest = await requests(`?limit=3&cursor=${first.nextCursor}`);
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(rest.nextCursor).toBeUndefined();
    expect((await requests(`?search=${ids[1]}`)).items.map(({ id }) => id)).toEqual([ids[1]]);
  });

  it('C02: a request tells its decision trail, and a refusal what to do about it', async () => {
    const [clash, , patch] = (await requests()).items;
    const view = async (id = ''): Promise<RequestView> => (await acme.owner.get<RequestView>(`/requests/${id}`)).body;

    const patched = await view(patch?.id);
    expect(patched.tokenLastFour).toBe(entra.facts.token.slice(-4));
    expect(patched.trail.changes).toEqual([{ path: 'active', before: true, after: false }]);
    expect(patched.trail.notes.map(({ kind }) => kind)).toContain('rewritten');
    const refused = await view(clash?.id);
    expect(refused.trail.error).toMatchObject({
      scimType: 'uniqueness',
      remedy: expect.stringContaining('unique') as string,
    });
    expect(JSON.stringify([patched, refused])).not.toContain(entra.facts.token.slice(0, 20));
  });
});
