import { randomUUID } from 'node:crypto';
import { connectScim, type Answer, type ScimConnection } from '../testing/scim-connection';
import { startTestServer, type TestServer } from '../testing/test-server';

/** What the role that serves SCIM has executed, and how often; transactions' brackets count as well. */
const EXECUTED = `select coalesce(sum(s.calls), 0)::int as calls from pg_stat_statements s
  join pg_roles r on r.oid = s.userid where r.rolname = 'rollcall_scim'
   and s.dbid = (select oid from pg_database where datname = current_database()) and s.query not like '%set_config%'`;

describe('statements a request (performance.md 7.1)', () => {
  let server: TestServer;
  let scim: ScimConnection;
  let user: { id: string; userName: string };
  let groupId: string;
  let userIds: string[];

  beforeAll(async () => {
    server = await startTestServer();
    scim = await connectScim(server);
    await scim.look('create extension if not exists pg_stat_statements');
    user = await scim.createUser({ userName: 'ana', externalId: randomUUID() });
    const others = await Promise.all(
      Array.from({ length: 120 }, (_, index) => scim.createUser({ userName: `user${index}` })),
    );
    userIds = others.map((other: { id: string }) => other.id);
    groupId = (await scim.createGroup('Everybody', userIds)).id;
  });

  afterAll(() => server.stop());

  async function statements(request: () => Promise<Answer>, status: number): Promise<number> {
    const [before] = await scim.look(EXECUTED);
    const answer = await request();
    const [after] = await scim.look(EXECUTED);
    expect(answer.status).toBe(status);
    return after.calls - before.calls;
  }

  it.each<[string, () => Promise<Answer>, number, number]>([
    ['GET a user', () => scim.get(`/Users/${user.id}`), 200, 1],
    ['filter on userName with a hit', () => scim.filter('/Users', 'userName eq "ana"'), 200, 1],
    ['filter on userName without a hit', () => scim.filter('/Users', `userName eq "${randomUUID()}"`), 200, 1],
    ['filter on externalId', () => scim.filter('/Users', `externalId eq "${randomUUID()}"`), 200, 1],
    [
      'POST a user',
      () => scim.post('/Users', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: randomUUID() }),
      201,
      1,
    ],
    [
      'PATCH a user',
      () => scim.patch(`/Users/${user.id}`, [{ op: 'Replace', path: 'title', value: randomUUID() }]),
      200,
      2,
    ],
    [
      'PATCH a user to what it is',
      () => scim.patch(`/Users/${user.id}`, [{ op: 'Replace', path: 'userName', value: 'ana' }]),
      200,
      1,
    ],
    ['GET a group without members', () => scim.get(`/Groups/${groupId}?excludedAttributes=members`), 200, 1],
    ['GET a group with members', () => scim.get(`/Groups/${groupId}`), 200, 1],
    [
      'find a group by name',
      () => scim.get('/Groups?excludedAttributes=members&filter=displayName+eq+%22Everybody%22'),
      200,
      1,
    ],
    [
      'add a member',
      () => scim.patch(`/Groups/${groupId}`, [{ op: 'Add', path: 'members', value: [{ value: user.id }] }]),
      204,
      1,
    ],
    [
      'remove a member by value',
      () => scim.patch(`/Groups/${groupId}`, [{ op: 'Remove', path: 'members', value: [{ value: user.id }] }]),
      204,
      1,
    ],
    [
      'remove members by filter',
      () =>
        scim.patch(
          `/Groups/${groupId}`,
          userIds.slice(0, 50).map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` })),
        ),
      204,
      1,
    ],
    [
      'add 50 members',
      () =>
        scim.patch(`/Groups/${groupId}`, [
          { op: 'add', path: 'members', value: userIds.slice(0, 50).map((value) => ({ value })) },
        ]),
      204,
      1,
    ],
    ['the first page', () => scim.get('/Users?count=10'), 200, 2],
    ['the next page', () => scim.get('/Users?startIndex=11&count=10'), 200, 2],
    [
      'POST a group',
      () =>
        scim.post('/Groups', {
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
          displayName: randomUUID(),
          members: [],
        }),
      201,
      1,
    ],
    ['DELETE a user', async () => scim.delete(`/Users/${userIds[60] ?? ''}`), 204, 1],
  ])('%s', async (_name, request, status, limit) => {
    expect(await statements(request, status)).toBeLessThanOrEqual(limit);
  });
});
