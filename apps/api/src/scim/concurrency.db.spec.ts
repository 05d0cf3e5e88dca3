import { connectScim, G, U, type ScimConnection } from '../testing/scim-connection';
import { startTestServer, type TestServer } from '../testing/test-server';

// What is lost once is lost: no second try.
jest.retryTimes(0);

const PARALLEL = 50;

describe('many clients at once', () => {
  let server: TestServer;
  let scim: ScimConnection;

  beforeAll(async () => {
    server = await startTestServer();
    scim = await connectScim(server);
  });

  afterAll(() => server.stop());

  const users = (prefix: string): Promise<{ id: string }[]> =>
    Promise.all(Array.from({ length: PARALLEL }, (_, index) => scim.createUser({ userName: `${prefix}${index}` })));

  it('B20 R-06: 50 parallel additions to one group lose nobody, nor do 50 removals', async () => {
    const ids = (await users('adder')).map(({ id }) => id);
    const group = await scim.createGroup('Parallel');

    const added = await Promise.all(
      ids.map((value) => scim.patch(`/Groups/${group.id}`, [{ op: 'Add', path: 'members', value: [{ value }] }])),
    );
    expect(new Set(added.map(({ status }) => status))).toEqual(new Set([204]));
    expect(await scim.memberIds(group.id)).toEqual([...ids].sort());

    await Promise.all(
      ids.map((id) => scim.patch(`/Groups/${group.id}`, [{ op: 'remove', path: `members[value eq "${id}"]` }])),
    );
    expect(await scim.memberIds(group.id)).toEqual([]);
  });

  it('R-06: batches of the same members in opposite order neither deadlock nor lose', async () => {
    const ids = (await users('batch')).map(({ id }) => id);
    const group = await scim.createGroup('Batches');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const order = index % 2 === 0 ? ids : [...ids].reverse();
        return scim.patch(`/Groups/${group.id}`, [
          { op: 'add', path: 'members', value: order.map((value) => ({ value })) },
        ]);
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect(await scim.memberIds(group.id)).toEqual([...ids].sort());
  });

  it('line 1: 50 parallel changes of different attributes of one user are all there', async () => {
    const user = await scim.createUser({ userName: 'everything' });
    const urn = 'urn:example:params:scim:schemas:extension:counters:2.0:User';
    const answers = await Promise.all(
      Array.from({ length: PARALLEL }, (_, index) =>
        patchUntilThrough(`/Users/${user.id}`, { op: 'add', path: `${urn}:c${index}`, value: index }),
      ),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
    const { body } = await scim.get(`/Users/${user.id}`);
    expect(Object.keys(body[urn]).length).toBe(PARALLEL);
  });

  it('line 2 M-08: of 20 parallel writers with one ETag exactly one gets through, on a user and on a group', async () => {
    const user = await scim.createUser({ userName: 'duel' });
    const group = await scim.createGroup('Duel', [user.id]);
    for (const [path, version] of [
      [`/Users/${user.id}`, user.meta.version],
      [`/Groups/${group.id}`, group.meta.version],
    ]) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          scim.patch(path, [{ op: 'replace', path: 'externalId', value: `v${index}` }], {
            headers: { 'if-match': version },
          }),
        ),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses.filter((status) => status < 300)).toHaveLength(1);
      expect(statuses.filter((status) => status === 412)).toHaveLength(19);
    }
  });

  it('line 2: member changes with one ETag: exactly one gets through beside unconditional ones', async () => {
    const [first, ...others] = await users('etag');
    const group = await scim.createGroup('Conditional', [first?.id ?? '']);
    const conditional = others.slice(0, 20).map(({ id }) =>
      scim.patch(`/Groups/${group.id}`, [{ op: 'add', path: 'members', value: [{ value: id }] }], {
        headers: { 'if-match': group.meta.version },
      }),
    );
    const statuses = (await Promise.all(conditional)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect((await scim.memberIds(group.id)).length).toBe(2);
  });

  it('line 3 S-25: of 50 parallel creations of one name exactly one is 201, the others 409', async () => {
    const groups = await Promise.all(
      Array.from({ length: PARALLEL }, () => scim.post('/Groups', { schemas: [G], displayName: 'Race' })),
    );
    const people = await Promise.all(
      Array.from({ length: PARALLEL }, () => scim.post('/Users', { schemas: [U], userName: 'Race' })),
    );
    for (const answers of [groups, people]) {
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 201)).toHaveLength(1);
      expect(statuses.filter((status) => status === 409)).toHaveLength(PARALLEL - 1);
    }
  });

  it('M-15 M-10: every change of members gives the group another version and a time that never goes back', async () => {
    const ids = (await users('version')).map(({ id }) => id);
    const group = await scim.createGroup('Versions');
    const seen = new Set<string>([group.meta.version]);
    let last = group.meta.lastModified as string;
    for (const value of ids.slice(0, 10)) {
      await scim.patch(`/Groups/${group.id}`, [{ op: 'add', path: 'members', value: [{ value }] }]);
      const { body } = await scim.get(`/Groups/${group.id}?excludedAttributes=members`);
      expect(body.meta.lastModified >= last).toBe(true);
      last = body.meta.lastModified;
      seen.add(body.meta.version);
    }
    expect(seen.size).toBe(11);
    const before = (await scim.get(`/Groups/${group.id}`)).headers.get('etag');
    await scim.patch(`/Groups/${group.id}`, [{ op: 'add', path: 'members', value: [{ value: ids[0] }] }]);
    expect((await scim.get(`/Groups/${group.id}`)).headers.get('etag')).toBe(before);
  });

  it('line 13: a user deleted while being added to groups is in none of them afterwards', async () => {
    const group = await scim.createGroup('Leavers');
    for (let round = 0; round < 10; round += 1) {
      const user = await scim.createUser({ userName: `leaver${round}` });
      const add = () =>
        scim.patch(`/Groups/${group.id}`, [{ op: 'add', path: 'members', value: [{ value: user.id }] }]);
      await Promise.all([add(), scim.delete(`/Users/${user.id}`), add(), add()]);
      expect(await scim.memberIds(group.id)).toEqual([]);
    }
    const rows = await scim.look('select count(*)::int as count from group_member where group_id = $1', [group.id]);
    expect(rows[0].count).toBe(0);
  });

  async function patchUntilThrough(path: string, operation: unknown): Promise<number> {
    for (let attempt = 0; attempt < 30; attempt += 1) {
      const { status } = await scim.patch(path, [operation]);
      if (status !== 412) return status;
    }
    return 412;
  }
});
