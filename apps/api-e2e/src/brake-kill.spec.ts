import type { BrakeAction, BrakeOutcome, BrakeTrip, BrakeTripView } from '@rollcall/admin-contracts';
import pg from 'pg';
import { ConsoleClient } from './harness/console-client';
import { eventually } from './harness/eventually';
import { databaseInstallation, type Installation } from './harness/installation';
import type { OwnDatabase } from './harness/own-database';
import type { RollcallProcess } from './harness/rollcall-process';
import { ScimClient, USER } from './harness/scim-client';

// What is lost once is lost: no second try.
jest.retryTimes(0);

const PEOPLE = 2_400;
const A_BULK = 100;
/** After so many people a step meets a row that somebody holds, and in that moment the server is killed; the first is some steps ahead. */
const KILLED_AFTER = [1_100, 1_600, 2_100];

jest.setTimeout(180_000);

describe('kill -9 while a decision of the brake is carried out', () => {
  let rollcall: Installation;
  let database: OwnDatabase;
  let server: RollcallProcess;
  let port: number;
  let console: ConsoleClient;
  let entra: ScimClient;
  let ids: readonly string[];
  let groupId: string;
  let trip: BrakeTrip;

  beforeEach(async () => {
    rollcall = await databaseInstallation();
    if (!rollcall.database) throw new Error('no database');
    database = rollcall.database;
    server = await rollcall.start();
    port = Number(new URL(server.url).port);
    const { token } = await rollcall.connect('Entra ID');
    entra = new ScimClient(server.url, token, 4);
    ids = await created(entra);
    groupId = (await entra.createGroup('Everybody')).id as string;
    await entra.addMembers(groupId, ids.slice(0, PEOPLE / 2));
    console = await ConsoleClient.signIn(server.url);
  });
  afterEach(() => server.kill());

  async function deleteEverybody(): Promise<void> {
    for (const slice of slices(ids)) {
      await bulk(
        entra,
        slice.map((id) => ({ method: 'DELETE', path: `/Users/${id}` })),
      );
    }
    entra.close();
    await eventually('everybody is held by one trip', 60_000, async () => {
      const [open] = await console.get<BrakeTrip[]>('/brake/trips');
      if (open?.undecided !== PEOPLE) return false;
      trip = open;
      return true;
    });
  }

  const textsOf = (table: string) =>
    database.sql<{ id: string; resource: string }>(`select id, resource from ${table} order by id`);
  const view = () => console.get<BrakeTripView>(`/brake/trips/${trip.id}`);

  async function holding(statement: string, values: readonly unknown[] = []): Promise<pg.Client> {
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query(statement, [...values]);
    return holder;
  }

  const waitsFor = (table: string) =>
    eventually(`something waits for ${table}`, 30_000, async () => {
      const waiting = await database.sql(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
        [`%${table}%`],
      );
      return waiting.length > 0;
    });

  /** Within a step, after its work and before its commit: one of its rows is held until the process is gone. */
  async function killInStepOf(personId: string | undefined, begin: () => Promise<unknown>): Promise<void> {
    const row = await holding('select 1 from brake_effect where person_id = $1 for update', [personId]);
    await begin();
    await waitsFor('brake_effect');
    await server.kill();
    await row.end();
  }

  /** Each decision is first tried and rolled back, which no row must hold up: the job waits at its door until that is over. */
  async function decideAndKill(action: BrakeAction, expected: BrakeOutcome): Promise<void> {
    const [first, ...later] = KILLED_AFTER.map((index) => ids[index]);
    const door = await holding('lock table brake_job in share row exclusive mode');
    const answered = console.send('POST', `/brake/trips/${trip.id}/${action}`, { expected });
    await Promise.race([answered, waitsFor('brake_job')]);
    await killInStepOf(first, async () => {
      await door.end();
      await answered;
    });
    const restart = async () => (server = await rollcall.start(port));
    for (const id of later) await killInStepOf(id, restart);
    await restart();
    await eventually('the job is finished', 90_000, async () => (await view()).job?.finishedAt !== undefined);
  }

  it('R-44: restoring thousands of people goes on after each restart; everybody is back once, none is missing', async () => {
    const before = await textsOf('scim_user');
    await deleteEverybody();
    const expected = await console.send<BrakeOutcome>('POST', `/brake/trips/${trip.id}/preview`, { action: 'restore' });
    expect(expected).toMatchObject({ people: PEOPLE, restored: PEOPLE, memberships: PEOPLE / 2, refused: 0 });

    await decideAndKill('restore', expected);

    expect(await view()).toMatchObject({ undecided: 0, job: { done: PEOPLE, outcome: expected } });
    expect(await textsOf('scim_user')).toEqual(before);
    expect(await textsOf('deleted_resource')).toEqual([]);
    expect(await eventCounts('restored')).toEqual({ events: PEOPLE, resources: PEOPLE });
    const [members] = await database.sql<{ rows: number; told: number }>(
      `select (select count(*)::int from group_member where group_id = $1) as rows,
              (select sum(cardinality(member_ids))::int from event
                where resource_id = $1 and kind = 'membersAdded' and request_id is null) as told`,
      [groupId],
    );
    expect(members).toEqual({ rows: PEOPLE / 2, told: PEOPLE / 2 });
    expect(await deeds('brake.restored')).toBe(1);
  });

  it('R-44: releasing thousands of people goes on after each restart; everybody is let go once, none stays held', async () => {
    await deleteEverybody();
    await database.sql(
      `update brake_trip set release_asked_at = now(), release_asked_by = 'Ada Admin', release_asked_by_id = gen_random_uuid()`,
    );
    const expected = await console.send<BrakeOutcome>('POST', `/brake/trips/${trip.id}/preview`, { action: 'release' });

    await decideAndKill('release', expected);

    expect(await view()).toMatchObject({ undecided: 0, job: { done: PEOPLE, outcome: { released: PEOPLE } } });
    expect(await textsOf('deleted_resource where held_by is not null')).toEqual([]);
    expect(await textsOf('deleted_resource')).toHaveLength(PEOPLE);
    expect(await textsOf('scim_user')).toEqual([]);
    expect(await deeds('brake.released')).toBe(1);
  });

  async function eventCounts(kind: string): Promise<unknown> {
    const [row] = await database.sql(
      `select count(*)::int as events, count(distinct resource_id)::int as resources from event where kind = $1`,
      [kind],
    );
    return row;
  }

  async function deeds(action: string): Promise<number> {
    return (await database.sql('select 1 from activity where action = $1', [action])).length;
  }
});

/** In the order of their ids, as steps go. */
async function created(entra: ScimClient): Promise<string[]> {
  const names = Array.from({ length: PEOPLE }, (_, index) => `p${index}@acme.example`);
  const ids: string[] = [];
  for (const slice of slices(names)) {
    const operations = await bulk(
      entra,
      slice.map((userName) => ({
        method: 'POST',
        path: '/Users',
        bulkId: userName,
        data: { schemas: [USER], userName },
      })),
    );
    ids.push(...operations.map(({ location }) => location.slice(location.lastIndexOf('/') + 1)));
  }
  return ids.sort();
}

async function bulk(entra: ScimClient, operations: readonly object[]): Promise<{ location: string; status: string }[]> {
  const { status, body } = await entra.post('/Bulk', {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
    Operations: operations,
  });
  const answers = (body.Operations ?? []) as { location: string; status: string }[];
  const refused = answers.filter((answer) => !answer.status.startsWith('2'));
  if (status !== 200 || refused.length > 0) throw new Error(`bulk answered ${status} ${JSON.stringify(refused)}`);
  return answers;
}

function slices<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / A_BULK) }, (_, index) =>
    items.slice(index * A_BULK, (index + 1) * A_BULK),
  );
}
