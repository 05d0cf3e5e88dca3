import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { ConsoleDatabase } from './console-database';
import { ScimDatabase, type Scope, type Statement } from './scim-database';
import { WorkerDatabase } from './worker-database';

// What is lost once is lost: no second try.
jest.retryTimes(0);

const CONNECTIONS = 4;
const ROUNDS = 5;
const CUTS = Number(process.env['CUT_RUNS'] ?? 150);
const CUT = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;

/** In a process of its own, and until they are gone: what waits for it has not heard of it yet when it goes on. */
function cutUnnoticed(url: string): void {
  const script = `
    const client = new (require('pg').Client)(${JSON.stringify(url)});
    const cut = async () => {
      const { rowCount } = await client.query(${JSON.stringify(CUT)});
      if (rowCount > 0) await cut();
    };
    client.connect().then(cut).then(() => client.end());`;
  execFileSync(process.execPath, ['-e', script], { cwd: __dirname, timeout: 60_000 });
}

const many = <Result>(times: number, work: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => work(index)));

describe('connections that were cut while they were idle', () => {
  let testDatabase: TestDatabase;
  let scope: Scope;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    scope = await integrationIn(testDatabase.url);
  });
  afterAll(() => testDatabase.drop());

  const settings = () => ({ url: testDatabase.url, connectionsMax: CONNECTIONS });

  describe('of the console', () => {
    let database: ConsoleDatabase;
    beforeAll(async () => {
      database = await new ConsoleDatabase(settings(), []).open();
    });
    afterAll(() => database.close());

    const tenants = () =>
      database.inTenant(scope.tenantId, (em) => em.query<{ slug: string }[]>('select slug from tenant'));

    it('are replaced, and all that is asked in the same moment is answered', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await many(CONNECTIONS, () => database.query('select pg_sleep(0.02)'));
        cutUnnoticed(testDatabase.url);
        const answers = await many(CONNECTIONS * 3, (index) =>
          index % 3 === 0 ? database.query('select slug from tenants()') : tenants(),
        );
        expect(answers).toEqual(answers.map(() => [{ slug: 'acme' }]));
      }
    });

    it('work that has begun is never begun again', async () => {
      let times = 0;
      const cutAtWork = database.inTenant(scope.tenantId, async (em) => {
        times += 1;
        await em.query('select 1');
        cutUnnoticed(testDatabase.url);
        return em.query('select 1');
      });

      await expect(cutAtWork).rejects.toThrow('terminating connection');
      expect(times).toBe(1);
      expect(await tenants()).toEqual([{ slug: 'acme' }]);
    });
  });

  describe('of the worker', () => {
    let database: WorkerDatabase;
    beforeAll(() => {
      database = new WorkerDatabase(settings());
    });
    afterAll(() => database.close());

    it('are replaced, and all that is asked in the same moment is done', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await many(CONNECTIONS, () => database.query('select pg_sleep(0.02)'));
        cutUnnoticed(testDatabase.url);
        const answers = await many(CONNECTIONS * 3, async (index) => {
          if (index % 3 === 0) return database.query('select 1 as one');
          return database.inTenant(scope.tenantId, async (tx) => (await tx.query('select 1 as one')).rows as unknown[]);
        });
        expect(answers).toEqual(answers.map(() => [{ one: 1 }]));
      }
    });
  });

  describe('of SCIM', () => {
    let database: ScimDatabase;
    beforeAll(() => {
      database = new ScimDatabase(settings());
    });
    afterAll(() => database.close());

    it('are replaced, and each statement that is asked in the same moment is done once', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await many(CONNECTIONS, () => database.query(scope, { text: 'select pg_sleep(0.02)' }, []));
        cutUnnoticed(testDatabase.url);
        const ids = Array.from({ length: CONNECTIONS * 3 }, () => randomUUID());
        const answers = await many(ids.length, (index) =>
          index % 3 === 0
            ? database.transaction(scope, (tx) => tx.query(INSERT_USER, insertion(scope, ids[index])))
            : database.query(scope, INSERT_USER, insertion(scope, ids[index])),
        );
        expect(answers).toEqual(ids.map((id) => [{ id }]));
      }
    });

    it('at any moment: what was done is never done a second time, and what was acknowledged is there', async () => {
      const owner = new pg.Client(testDatabase.url);
      await owner.connect();
      const acknowledged: string[] = [];
      const refused: unknown[] = [];
      let over = false;
      const write = async (): Promise<void> => {
        while (!over) {
          const id = randomUUID();
          await database.query(scope, INSERT_USER, insertion(scope, id)).then(
            () => acknowledged.push(id),
            (error: unknown) => refused.push((error as { code?: string }).code ?? 'unknown'),
          );
        }
      };
      const writers = Array.from({ length: CONNECTIONS * 2 }, write);
      for (let cuts = 0; cuts < CUTS; cuts += 1) {
        await pause(5);
        await owner.query(`${CUT} and application_name like 'rollcall-scim%' order by random() limit 1`);
      }
      over = true;
      await Promise.all(writers);

      const { rows } = await owner.query<{ id: string }>('select id from scim_user');
      const there = new Set(rows.map(({ id }) => id));
      expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
      expect(refused).not.toContain('23505');
      expect(acknowledged.length).toBeGreaterThan(0);
      await owner.end();
    });
  });
});

const INSERT_USER: Statement = {
  text: `insert into scim_user (tenant_id, integration_id, id, active, user_name, user_name_key, display_name, resource)
         values ($1, $2, $3, true, $3::uuid::text, $3::uuid::text, 'Ana', '{}') returning id`,
};

function insertion(scope: Scope, id: string | undefined): unknown[] {
  return [scope.tenantId, scope.integrationId, id];
}

async function integrationIn(url: string): Promise<Scope> {
  const owner = new pg.Client(url);
  await owner.connect();
  const scope = { tenantId: randomUUID(), integrationId: randomUUID() };
  await owner.query(`insert into tenant (tenant_id, slug, name) values ($1, 'acme', 'Acme')`, [scope.tenantId]);
  await owner.query(
    `insert into integration (tenant_id, id, name, name_key, provider, created_by) values ($1, $2, 'Entra', 'entra', 'entra', 'test')`,
    [scope.tenantId, scope.integrationId],
  );
  await owner.end();
  return scope;
}
