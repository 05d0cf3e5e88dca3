import { randomUUID } from 'node:crypto';
import { connectScim, U, type Answer, type ScimConnection } from '../testing/scim-connection';
import { startTestServer, type TestServer } from '../testing/test-server';

// What is lost once is lost: no second try.
jest.retryTimes(0);

/** What the role that serves SCIM has executed. */
const EXECUTED = `select coalesce(sum(s.calls), 0)::int as calls from pg_stat_statements s
  join pg_roles r on r.oid = s.userid where r.rolname = 'rollcall_scim'
   and s.dbid = (select oid from pg_database where datname = current_database()) and s.query not like '%set_config%'`;

const CROWD = 40;
const crowd = <Item>(item: (index: number) => Item): Item[] => Array.from({ length: CROWD }, (_, index) => item(index));
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);

/** Names in which a careless array of texts would come apart. */
const ODD_NAMES = ['a,b', 'a"b', 'a\\b', '{a}', 'NULL', "a'b", 'a b', '%', 'ä', '$1'];

describe('requests that come at the same moment share a statement (decision 0012)', () => {
  let server: TestServer;
  let scim: ScimConnection;
  let neighbour: ScimConnection;
  let ids: string[];

  beforeAll(async () => {
    server = await startTestServer();
    scim = await connectScim(server);
    neighbour = await connectScim(server);
    await scim.look('create extension if not exists pg_stat_statements');
    const made = await Promise.all(crowd((index) => scim.createUser({ userName: `user${index}` })));
    ids = made.map(({ id }: { id: string }) => id);
  });

  afterAll(() => server.stop());

  async function statements(work: () => Promise<unknown>): Promise<number> {
    const [before] = await scim.look(EXECUTED);
    await work();
    const [after] = await scim.look(EXECUTED);
    return after.calls - before.calls;
  }

  it('each reader gets the user it asked for, or 404, in fewer statements than requests', async () => {
    const asked = crowd((index) => (index % 5 === 4 ? randomUUID() : (ids[index % 7] ?? '')));
    let answers: Answer[] = [];
    const executed = await statements(async () => {
      answers = await Promise.all(asked.map((id) => scim.get(`/Users/${id}`)));
    });
    expect(answers.map(({ status, body }) => (status === 200 ? body.id : status))).toEqual(
      asked.map((id) => (ids.includes(id) ? id : 404)),
    );
    expect(executed).toBeLessThan(CROWD);
  });

  it('each look-up finds its own, whatever stands in the keys', async () => {
    await Promise.all(ODD_NAMES.map((userName) => scim.createUser({ userName, externalId: `of ${userName}` })));
    const names = [...ODD_NAMES, ...crowd((index) => (index % 3 === 0 ? `nobody${index}` : `user${index}`))];
    const found = await Promise.all(names.map((name) => scim.filter('/Users', `userName eq ${JSON.stringify(name)}`)));
    expect(found.map(({ body }) => [body.totalResults, body.Resources[0]?.userName])).toEqual(
      names.map((name) => (name.startsWith('nobody') ? [0, undefined] : [1, name])),
    );
    const byId = await Promise.all(
      ODD_NAMES.map((name) => scim.filter('/Users', `externalId eq ${JSON.stringify(`of ${name}`)}`)),
    );
    expect(byId.map(({ body }) => body.Resources[0]?.userName)).toEqual(ODD_NAMES);
  });

  it('look-ups that want different columns do not mix', async () => {
    const queries = ['', '&attributes=userName', '&count=0', '&sortBy=userName', '&excludedAttributes=groups'];
    const answers = await Promise.all(
      crowd((index) =>
        scim.get(`/Users?filter=userName+eq+%22user${index}%22${queries[index % queries.length] ?? ''}`),
      ),
    );
    answers.forEach(({ body }, index) => {
      expect(body.totalResults).toBe(1);
      const query = queries[index % queries.length];
      if (query === '&count=0') expect(body.Resources).toEqual([]);
      else expect(body.Resources[0].userName).toBe(`user${index}`);
      if (query === '&attributes=userName') expect(body.Resources[0].meta).toBeUndefined();
    });
  });

  it('integrations never meet in a statement', async () => {
    const answers = await Promise.all(ids.flatMap((id) => [scim.get(`/Users/${id}`), neighbour.get(`/Users/${id}`)]));
    expect(statuses(answers)).toEqual(ids.flatMap(() => [200, 404]));
  });

  it('whoever is refused is refused alone: of a crowd with one taken name all others are created', async () => {
    const names = crowd((index) => (index === 17 ? 'user3' : `new${index}`));
    const answers = await Promise.all(names.map((userName) => scim.post('/Users', { schemas: [U], userName })));
    expect(statuses(answers)).toEqual(names.map((name) => (name === 'user3' ? 409 : 201)));
    expect(answers[17]?.body.detail).toContain('"user3"');
    const events = await scim.look(
      `select count(*)::int as events, count(distinct e.request_id)::int as requests from event e
         join scim_user u on u.id = e.resource_id where u.user_name like 'new%' and e.integration_id = $1`,
      [scim.facts.integrationId],
    );
    expect(events).toEqual([{ events: CROWD - 1, requests: CROWD - 1 }]);
  });

  it('a crowd of changes lands whole, each with its own answer, version and event', async () => {
    const wanted = ids.map((id, index) => ({ id, title: `Title ${index}` }));
    let answers: Answer[] = [];
    const executed = await statements(async () => {
      answers = await Promise.all(
        wanted.map(({ id, title }) => scim.patch(`/Users/${id}`, [{ op: 'replace', path: 'title', value: title }])),
      );
    });
    expect(executed).toBeLessThan(2 * CROWD);
    answers.forEach(({ status, body, headers }, index) => {
      expect(status).toBe(200);
      expect([body.id, body.title]).toEqual([ids[index], `Title ${index}`]);
      expect(headers.get('etag')).toBe(body.meta.version);
    });
    const events = await scim.look(
      `select e.data->0->>'after' as title, e.request_id from event e where e.kind = 'updated' and e.resource_id = any ($1)`,
      [ids],
    );
    expect(events.map(({ title }) => title).sort()).toEqual(wanted.map(({ title }) => title).sort());
    expect(new Set(events.map(({ request_id }) => request_id)).size).toBe(CROWD);
  });

  it('of many changes of one user none is lost', async () => {
    const [id = ''] = ids;
    const attributes = ['title', 'nickName', 'userType', 'preferredLanguage', 'locale', 'timezone'];
    const answers = await Promise.all(
      attributes.map((path) => scim.patch(`/Users/${id}`, [{ op: 'replace', path, value: 'de' }])),
    );
    expect(statuses(answers)).toEqual(attributes.map(() => 200));
    const { body } = await scim.get(`/Users/${id}`);
    expect(attributes.map((path) => body[path])).toEqual(attributes.map(() => 'de'));
  });

  it('many members join and leave at once, each request with its own event and version', async () => {
    const groups: { id: string }[] = await Promise.all([scim.createGroup('Crew'), scim.createGroup('Staff')]);
    const change = (op: string) =>
      Promise.all(
        ids.map((value, index) =>
          scim.patch(`/Groups/${groups[index % 2]?.id}`, [{ op, path: 'members', value: [{ value }] }]),
        ),
      );
    const halves = [0, 1].map((half) => ids.filter((_, index) => index % 2 === half).sort());
    let joined: Answer[] = [];
    const executed = await statements(async () => {
      joined = await change('add');
    });
    expect(executed).toBeLessThan(CROWD);
    expect(statuses(joined)).toEqual(ids.map(() => 204));
    expect(await Promise.all(groups.map(({ id }) => scim.memberIds(id)))).toEqual(halves);
    const left = await change('remove');
    expect(await Promise.all(groups.map(({ id }) => scim.memberIds(id)))).toEqual([[], []]);
    const tags = [...joined, ...left].map(({ headers }, index) => `${index % 2} ${headers.get('etag')}`);
    expect(new Set(tags).size).toBe(2 * CROWD);
    for (const { id } of groups) expect((await scim.get(`/Groups/${id}`)).headers.get('etag')).toBe(`W/"${CROWD + 1}"`);
    const events = await scim.look(
      `select kind, count(*)::int as events, count(distinct request_id)::int as requests, sum(cardinality(member_ids))::int as members
         from event where resource_id = any ($1) and kind like 'members%' group by kind order by kind`,
      [groups.map(({ id }) => id)],
    );
    expect(events).toEqual([
      { kind: 'membersAdded', events: CROWD, requests: CROWD, members: CROWD },
      { kind: 'membersRemoved', events: CROWD, requests: CROWD, members: CROWD },
    ]);
  });

  it('of many who add the same member one has done it, and a stranger spoils nobody else', async () => {
    const { id } = await scim.createGroup('Crowded');
    const [same = ''] = ids;
    const add = (value: string) => scim.patch(`/Groups/${id}`, [{ op: 'add', path: 'members', value: [{ value }] }]);
    const values = crowd((index) => (index === 5 ? randomUUID() : index === 6 ? 'nobody' : same));
    const answers = await Promise.all(values.map(add));
    expect(statuses(answers)).toEqual(values.map((value) => (value === same ? 204 : 400)));
    expect(await scim.memberIds(id)).toEqual([same]);
    const elsewhere = await scim.patch(`/Groups/${randomUUID()}`, [
      { op: 'add', path: 'members', value: [{ value: same }] },
    ]);
    expect(elsewhere.status).toBe(404);
    expect(await scim.look(`select from event where resource_id = $1 and kind = 'membersAdded'`, [id])).toHaveLength(1);
  });

  it('leavers who return together get their old ids, and their further e-mails', async () => {
    const people = crowd((index) => ({
      userName: `back${index}`,
      externalId: randomUUID(),
      emails: [{ value: `back${index}@example.com`, primary: true }, { value: `second${index}@example.com` }],
    }));
    const first = await Promise.all(people.map((person) => scim.createUser(person)));
    await Promise.all(first.slice(0, CROWD / 2).map(({ id }: { id: string }) => scim.delete(`/Users/${id}`)));
    const again = await Promise.all(people.map((person) => scim.post('/Users', { schemas: [U], ...person })));
    expect(statuses(again)).toEqual(crowd((index) => (index < CROWD / 2 ? 201 : 409)));
    again.slice(0, CROWD / 2).forEach(({ body }, index) => expect(body.id).toBe(first[index].id));
    const found = await Promise.all(
      crowd((index) => scim.filter('/Users', `emails.value eq "second${index}@example.com"`)),
    );
    expect(found.map(({ body }) => body.Resources[0]?.userName)).toEqual(people.map(({ userName }) => userName));
  });

  it('many leave at once; of those who delete the same user one has done it', async () => {
    const made = await Promise.all(crowd((index) => scim.createUser({ userName: `leaver${index}` })));
    const leavers: string[] = made.map(({ id }: { id: string }) => id);
    const group = await scim.createGroup('Leavers', leavers);
    const twice = leavers.flatMap((id) => [id, id]);
    const answers = await Promise.all(twice.map((id) => scim.delete(`/Users/${id}`)));
    leavers.forEach((_, index) => {
      expect(statuses(answers.slice(2 * index, 2 * index + 2)).sort()).toEqual([204, 404]);
    });
    expect(await scim.memberIds(group.id)).toEqual([]);
    const kept = await scim.look(
      `select d.linked_ids, count(e.*)::int as events from deleted_resource d
         join event e on e.resource_id = d.id and e.kind = 'deleted' where d.id = any ($1) group by d.id, d.linked_ids`,
      [leavers],
    );
    expect(kept).toEqual(leavers.map(() => ({ linked_ids: [group.id], events: 1 })));
  });

  it('from the moment of a revocation nobody in a crowd gets through', async () => {
    const doomed = await connectScim(server);
    const { id } = await doomed.createUser({ userName: 'ana' });
    await doomed.look('update token set revoked_at = now() where id = $1', [doomed.facts.tokenId]);
    const answers = await Promise.all(
      crowd((index) => (index % 2 === 0 ? doomed.get(`/Users/${id}`) : doomed.filter('/Users', 'userName eq "ana"'))),
    );
    expect(new Set(statuses(answers))).toEqual(new Set([401]));
  });
});
