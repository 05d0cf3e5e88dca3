import type { TokenView } from '@rollcall/admin-contracts';
import { ConsoleClient } from './harness/console-client';
import { databaseInstallation, type Connection, type Installation } from './harness/installation';
import type { RollcallProcess } from './harness/rollcall-process';
import { GROUP, ScimClient, type ScimReply } from './harness/scim-client';

// What is lost once is lost: no second try.
jest.retryTimes(0);

const PARALLEL = 50;

describe('two servers on one database', () => {
  let rollcall: Installation;
  let servers: [RollcallProcess, RollcallProcess];
  let clients: [ScimClient, ScimClient];

  beforeAll(async () => {
    rollcall = await databaseInstallation();
    // At once: they take turns with the migrations.
    const started = await Promise.all([rollcall.launch(), rollcall.launch()]);
    servers = [await started[0].ready(), await started[1].ready()];
    clients = clientsOf(await rollcall.connect('Entra ID'));
  }, 90_000);

  afterAll(() => {
    for (const client of clients) client.close();
  });

  function clientsOf({ token }: Connection): [ScimClient, ScimClient] {
    return [new ScimClient(servers[0].url, token, PARALLEL), new ScimClient(servers[1].url, token, PARALLEL)];
  }

  /** All at once, every other one at the other server. */
  function spread(send: (client: ScimClient, index: number) => Promise<ScimReply>): Promise<ScimReply[]> {
    return Promise.all(Array.from({ length: PARALLEL }, (_, index) => send(clients[index % 2 === 0 ? 0 : 1], index)));
  }

  const statusesOf = (answers: readonly ScimReply[]): number[] => answers.map(({ status }) => status).sort();
  const all = (status: number): number[] => new Array<number>(PARALLEL).fill(status);

  it('line 1, B20: of 50 parallel additions, and of 50 parallel removals, none is lost', async () => {
    const ids: string[] = (await spread((client, index) => client.post('/Users', aUser(`member${index}`)))).map(
      ({ body }) => body.id,
    );
    const { id } = await clients[0].createGroup('Parallel');

    const added = await spread((client, index) => client.addMembers(id, [ids[index] ?? '']));
    expect(statusesOf(added)).toEqual(all(204));
    expect(await clients[1].memberIds(id)).toEqual([...ids].sort());

    const removed = await spread((client, index) =>
      client.patch(`/Groups/${id}`, [{ op: 'Remove', path: `members[value eq "${ids[index] ?? ''}"]` }]),
    );
    expect(statusesOf(removed)).toEqual(all(204));
    expect(await clients[0].memberIds(id)).toEqual([]);
  });

  it('line 1: 50 parallel changes of different attributes of one user are all there', async () => {
    const user = await clients[0].createUser('everything');
    const urn = 'urn:example:params:scim:schemas:extension:counters:2.0:User';

    const answers = await spread((client, index) =>
      client.patch(`/Users/${user.id}`, [{ op: 'add', path: `${urn}:c${index}`, value: index }]),
    );
    const { body } = await clients[1].get(`/Users/${user.id}`);

    expect(statusesOf(answers)).toEqual(all(200));
    expect(Object.keys(body[urn])).toHaveLength(PARALLEL);
  });

  it('line 2: of 50 parallel changes with one ETag exactly one gets through', async () => {
    const user = await clients[0].createUser('duel');

    const answers = await spread((client, index) =>
      client.patch(`/Users/${user.id}`, [{ op: 'replace', path: 'title', value: `T${index}` }], {
        'if-match': user.meta.version,
      }),
    );

    expect(statusesOf(answers)).toEqual([200, ...new Array<number>(PARALLEL - 1).fill(412)]);
  });

  it('line 3, R-05: of 50 parallel creations of one name exactly one is 201, and the others can find it', async () => {
    const groups = await spread((client) => client.post('/Groups', { schemas: [GROUP], displayName: 'Race' }));
    const people = await spread((client) => client.post('/Users', aUser('race')));

    for (const answers of [groups, people]) {
      expect(statusesOf(answers)).toEqual([201, ...new Array<number>(PARALLEL - 1).fill(409)]);
    }
    const { body } = await clients[1].get(`/Users?filter=${encodeURIComponent('userName eq "RACE"')}`);
    expect(body.Resources.map(({ id }: { id: string }) => id)).toEqual([
      people.find(({ status }) => status === 201)?.body.id,
    ]);
  });

  it('line 13: a user deleted at one server while the other adds it is in no group', async () => {
    const { id } = await clients[0].createGroup('Leavers');
    for (let round = 0; round < 10; round += 1) {
      const user = await clients[0].createUser(`leaver${round}`);
      await Promise.all([
        clients[1].addMembers(id, [user.id]),
        clients[0].send('DELETE', `/Users/${user.id}`),
        clients[1].addMembers(id, [user.id]),
      ]);
      expect(await clients[0].memberIds(id)).toEqual([]);
    }
  });

  it('line 22: a token revoked at one server is refused by the other at once', async () => {
    const connection = await rollcall.connect('Revoked');
    const [, other] = clientsOf(connection);
    expect((await other.get('/Users')).status).toBe(200);
    const owner = await ConsoleClient.signIn(servers[0].url);
    const path = `/integrations/${connection.integrationId}/tokens`;
    const [token] = await owner.get<TokenView[]>(path);

    await owner.send('POST', `${path}/${token?.id ?? ''}/revoke`);

    expect((await other.get('/Users')).status).toBe(401);
    expect((await other.post('/Users', aUser('too-late'))).status).toBe(401);
    other.close();
  });

  it('line 22, A12: an integration deleted at one server is refused by the other at once', async () => {
    const connection = await rollcall.connect('Deleted');
    const [, other] = clientsOf(connection);
    await other.createUser('somebody');
    const owner = await ConsoleClient.signIn(servers[0].url);

    await owner.send('DELETE', `/integrations/${connection.integrationId}`, { name: 'Deleted' });

    expect((await other.get('/Users')).status).toBe(401);
    other.close();
  });
});

function aUser(userName: string) {
  return { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName };
}
