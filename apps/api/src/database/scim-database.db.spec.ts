import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { until } from '../testing/until';
import { ConnectionLost, ScimDatabase, type Scope, type Statement } from './scim-database';

// What is lost once is lost: no second try.
jest.retryTimes(0);

const INTEGRATIONS = 20;
const STATEMENTS = Number(process.env['ISOLATION_RUNS'] ?? 2_000);

/** Without a predicate of its own, so that row-level security alone decides. */
const ALL_USERS: Statement = { name: 'all_users', text: 'select integration_id, id from scim_user' };
const MY_USERS_SLOWLY: Statement = { text: 'select integration_id, id, pg_sleep(0.005) from scim_user' };
const CUT_SLEEPERS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name like 'rollcall-scim%' and state = 'active' and query like '%pg_sleep(5)%'`;
const BROKEN: Statement = { text: 'select 1 / (select count(*) from scim_user where false)' };

describe('connections bound to one integration', () => {
  let testDatabase: TestDatabase;
  let database: ScimDatabase;
  const scopes: Scope[] = [];

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const owner = new pg.Client(testDatabase.url);
    await owner.connect();
    for (let index = 0; index < INTEGRATIONS; index += 1) scopes.push(await integrationWithUser(owner, index));
    await owner.end();
    database = new ScimDatabase({ url: testDatabase.url, connectionsMax: 4 });
  });

  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  it('SEC-37: never show a row of another integration, whatever fails in between', async () => {
    const foreign: unknown[] = [];
    const ask = async (step: number): Promise<void> => {
      const scope = scopes[(step * 7) % INTEGRATIONS] as Scope;
      if (step % 5 === 0) await expect(database.query(scope, BROKEN, [])).rejects.toThrow('division by zero');
      if (step % 7 === 0) await expect(inBrokenTransaction(database, scope)).rejects.toThrow('on purpose');
      const rows = await database.query<{ integration_id: string }>(
        scope,
        step % 3 === 0 ? MY_USERS_SLOWLY : ALL_USERS,
        [],
      );
      if (rows.length !== 1 || rows[0]?.integration_id !== scope.integrationId) foreign.push({ step, rows });
    };
    for (let from = 0; from < STATEMENTS; from += 16) {
      await Promise.all(Array.from({ length: 16 }, (_, index) => ask(from + index)));
    }
    expect(foreign).toEqual([]);
  }, 60_000);

  it('SEC-37: a connection that is cut is closed and replaced, still bound rightly', async () => {
    const owner = new pg.Client(testDatabase.url);
    await owner.connect();
    for (let round = 0; round < 5; round += 1) {
      const scope = scopes[round] as Scope;
      const cut = database.transaction(scope, (tx) => tx.query({ text: 'select pg_sleep(5)' }, []));
      const refused = expect(cut).rejects.toThrow('terminating connection');
      await until(async () => (await owner.query(CUT_SLEEPERS)).rows.length > 0);
      await refused;
      const rows = await database.query<{ integration_id: string }>(scope, ALL_USERS, []);
      expect(rows.map((row) => row.integration_id)).toEqual([scope.integrationId]);
    }
    await owner.end();
  });

  it('SEC-36: cannot write into another integration, nor change the role that binds', async () => {
    const [own, other] = scopes as [Scope, Scope];
    const intrusion: Statement = {
      text: `insert into scim_group (tenant_id, integration_id, id, display_name, display_name_key, resource) values ($1, $2, $3, 'x', 'x', '{}')`,
    };
    await expect(database.query(own, intrusion, [other.tenantId, other.integrationId, randomUUID()])).rejects.toThrow(
      'row-level security',
    );
    await expect(database.query(own, { text: 'select count(*) from member' }, [])).rejects.toThrow('permission denied');
    await expect(database.query(own, { text: 'alter table scim_user disable row level security' }, [])).rejects.toThrow(
      'must be owner',
    );
  });

  it('SEC-37: a statement without an integration fails; it never finds an empty list', async () => {
    const fresh = new ScimDatabase({ url: testDatabase.url, connectionsMax: 1 });
    await expect(fresh.unbound(ALL_USERS, [])).rejects.toThrow('app.tenant');
    await fresh.close();
  });

  it('R-14: a statement that outlasts its time is an error of ours, and the pool heals', async () => {
    const impatient = new ScimDatabase({ url: testDatabase.url, connectionsMax: 1, statementTimeoutMs: 100 });
    const scope = scopes[0] as Scope;
    await expect(impatient.query(scope, { text: 'select pg_sleep(2)' }, [])).rejects.not.toBeInstanceOf(TypeError);
    expect(await impatient.query(scope, ALL_USERS, [])).toHaveLength(1);
    await impatient.close();
    expect(new ConnectionLost(new Error('cut')).message).toContain('did not answer');
  });
});

async function inBrokenTransaction(database: ScimDatabase, scope: Scope): Promise<void> {
  await database.transaction(scope, async (tx) => {
    await tx.query(ALL_USERS, []);
    throw new Error('on purpose');
  });
}

async function integrationWithUser(owner: pg.Client, index: number): Promise<Scope> {
  const scope = { tenantId: randomUUID(), integrationId: randomUUID() };
  await owner.query('insert into tenant (tenant_id, slug, name) values ($1, $2, $2)', [
    scope.tenantId,
    `tenant-${index}`,
  ]);
  await owner.query(
    `insert into integration (tenant_id, id, name, name_key, provider, created_by) values ($1, $2, 'Entra', 'entra', 'entra', 'test')`,
    [scope.tenantId, scope.integrationId],
  );
  await owner.query(
    `insert into scim_user (tenant_id, integration_id, id, active, user_name, user_name_key, display_name, resource)
     values ($1, $2, $3, true, 'ana', 'ana', 'Ana', '{"userName":"ana"}')`,
    [scope.tenantId, scope.integrationId, randomUUID()],
  );
  return scope;
}
