import { randomBytes } from 'node:crypto';
import { databaseUrl, TEMPLATE, withAdmin } from './template-database';

export interface TestDatabase {
  /** Of the superuser who owns the tables, as DATABASE_URL would be. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of its own. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env['TEST_DATABASE_URL'];
  if (adminUrl === undefined) throw new Error('no test server: the jest config lacks globalSetup start-postgres.ts');
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Two copies of one template at the same moment are refused by PostgreSQL ("being accessed by other users"), so they queue.
  await withAdmin(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock(7262999)');
    await client.query(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  });
  return {
    url: databaseUrl(adminUrl, name),
    drop: () =>
      withAdmin(adminUrl, (client) => client.query(`drop database ${name} with (force)`)).then(() => undefined),
  };
}
