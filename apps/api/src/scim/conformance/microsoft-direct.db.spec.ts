import { randomBytes, randomUUID } from 'node:crypto';
import { connectScim, E, G, U, type Answer, type Body } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import { DEFAULT_USER_TARGETS, flattened, type PublishedTarget } from './published-targets';
import { validatorUser, valueAt } from './validator-requests';

const upd = (): string => `upd-${randomBytes(4).toString('hex')}`;

/** The direct tests of Microsoft's gallery validation, replayed from their description. */
describe("Microsoft's gallery validation, direct tests", () => {
  const scim = givenScim();
  let targets: PublishedTarget[];
  let schemas: Body[];

  beforeAll(async () => {
    schemas = (await scim.get('/Schemas')).body.Resources;
    targets = [U, E].flatMap((id) => flattened(schemas.find((schema) => schema.id === id)));
  });

  const created = async (): Promise<Body> => {
    const answer = await scim.post('/Users', { ...validatorUser(randomUUID()), externalId: randomUUID() });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const replaceAll = (userId: string, values: readonly (readonly [string, unknown])[]): Promise<Answer> =>
    scim.patch(
      `/Users/${userId}`,
      values.map(([path, value]) => ({ op: 'Replace', path, value })),
    );
  const writable = () =>
    targets.filter(({ mutability, type, path }) => mutability === 'readWrite' && type === 'string' && path !== 'id');

  it('C96 C86: Schema_Discoverability finds every target of the default mapping', async () => {
    const published = new Set(targets.map(({ path }) => path.toLowerCase()));
    const common = ['externalId'];
    const missing = DEFAULT_USER_TARGETS.filter(
      (target) => !published.has(target.toLowerCase()) && !common.includes(target),
    );
    expect(missing).toEqual([]);
    const group = flattened(schemas.find((schema) => schema.id === G)).map(({ path }) => path);
    expect(group).toEqual(expect.arrayContaining(['displayName', 'members']));
  });

  it('C85: nothing published is null', async () => {
    expect((await scim.get('/Schemas')).text).not.toContain('null');
    const types = (await scim.get('/ResourceTypes')).text + (await scim.get('/ServiceProviderConfig')).text;
    expect(types).not.toContain('null');
  });

  it('C96 C20 C59: SCIM_User_Create takes a full body with phones that are none', async () => {
    const userName = `${upd()}@corp.example`;
    const body = {
      ...validatorUser(upd()),
      userName,
      emails: [{ type: 'work', value: userName, primary: true }],
      phoneNumbers: [{ type: 'work', value: '+1-555-a3f0' }],
    };
    const answer = await scim.post('/Users', body);
    expect([answer.status, answer.body.userName, typeof answer.body.id]).toEqual([201, userName, 'string']);
    expect(answer.body.phoneNumbers[0].value).toBe('+1-555-a3f0');
  });

  it('C96 C59 C50: SCIM_User_Update sets every writable text to letters, and reads exactly those', async () => {
    const user = await created();
    const values = writable()
      .filter(({ path }) => path !== 'password')
      .map(({ path }): [string, string] => [path, upd()]);
    expect(values.length).toBeGreaterThan(50);
    const { status } = await replaceAll(user.id, values);
    expect(status).toBe(200);
    const { body } = await scim.get(`/Users/${user.id}`);
    expect(values.map(([path]) => [path, valueAt(body, path)])).toEqual(values);
  });

  it.each([
    ['""', ''],
    ['null', null],
  ])(
    'C96 C55: SCIM_Null_Update clears every optional target with %s, also in what is already empty',
    async (_, nothing) => {
      const user = await created();
      const kept = ['userName', 'active', 'externalId', `${E}:manager`];
      const cleared = writable().filter(({ path }) => !kept.includes(path) && !path.startsWith('roles'));
      const values = cleared.map(({ path }): [string, unknown] => [path, nothing]);
      expect((await replaceAll(user.id, values)).status).toBe(200);
      const { body } = await scim.get(`/Users/${user.id}`);
      expect(values.filter(([path]) => valueAt(body, path) !== undefined)).toEqual([]);
      expect((await replaceAll(user.id, values)).status).toBe(200);
      expect((await scim.get(`/Users/${user.id}`)).body.meta).toEqual(body.meta);
    },
  );

  it('C96: SCIM_Group_Create and _Update', async () => {
    const group = await scim.post('/Groups', { schemas: [G], displayName: upd(), externalId: 'short' });
    expect(group.status).toBe(201);
    const values = { displayName: upd(), externalId: upd() };
    const operations = Object.entries(values).map(([path, value]) => ({ op: 'Replace', path, value }));
    expect([200, 204]).toContain((await scim.patch(`/Groups/${group.body.id}`, operations)).status);
    expect((await scim.get(`/Groups/${group.body.id}`)).body).toEqual(expect.objectContaining(values));
  });

  it.each(['/Users', '/Groups'])('C96 C88: SCIM pagination of %s', async (endpoint) => {
    const other = await connectScim(scim.server);
    for (let index = 0; index < 11; index += 1) {
      if (endpoint === '/Users') await other.createUser({ userName: upd() });
      else await other.createGroup(upd());
    }
    for (const count of [5, 6, 11]) {
      const ids: string[] = [];
      let pages = 0;
      for (let startIndex = 1; ;) {
        const { status, body } = await other.get(`${endpoint}?startIndex=${startIndex}&count=${count}`);
        expect([status, body.startIndex, body.totalResults]).toEqual([200, startIndex, 11]);
        expect(body.itemsPerPage).toBe(body.Resources.length);
        ids.push(...body.Resources.map(({ id }: Body) => id));
        pages += 1;
        startIndex += Number(body.Resources.length);
        if (startIndex > body.totalResults) break;
      }
      expect(new Set(ids).size).toBe(11);
      expect(pages).toBe(Math.ceil(11 / count));
    }
  });

  it('C96 C54: SCIM_Update_Manager by texts, and cleared by an empty one', async () => {
    const [user, first, second] = [await created(), await created(), await created()];
    const path = `${E}:manager`;
    for (const [op, value] of [
      ['Add', first.id],
      ['Replace', second.id],
    ]) {
      expect((await scim.patch(`/Users/${user.id}`, [{ op, path, value }])).status).toBe(200);
      expect((await scim.get(`/Users/${user.id}`)).body[E].manager.value).toBe(value);
    }
    expect((await scim.patch(`/Users/${user.id}`, [{ op: 'Replace', path, value: '' }])).status).toBe(200);
    expect((await scim.get(`/Users/${user.id}`)).body[E].manager).toBeUndefined();
  });

  it('C96 C10: the probes that come before a run', async () => {
    for (const path of ['/Users?count=1', '/Groups?count=1', '/Users?startIndex=1&count=1', '/Schemas'])
      expect((await scim.get(path)).status).toBe(200);
    const { status, body } = await scim.filter('/Users', `userName eq "${randomUUID()}"`);
    expect([status, body.totalResults, body.Resources]).toEqual([200, 0, []]);
  });
});
