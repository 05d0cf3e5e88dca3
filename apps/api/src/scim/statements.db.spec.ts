import pg from 'pg';
import type { Statement } from '../database/scim-database';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import * as custom from './custom/custom-statements';
import * as members from './groups/group-member-statements';
import * as groups from './groups/group-statements';
import * as users from './users/user-statements';

const statements = [users, groups, members, custom].flatMap((module) =>
  Object.entries(module).filter(
    (entry): entry is [string, Statement] => typeof entry[1] === 'object' && 'text' in entry[1],
  ),
);

describe('the statements of the SCIM API', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url, options: '-c role=rollcall_scim' });
    await client.connect();
    await client.query(`select set_config('app.tenant', gen_random_uuid()::text, false)`);
    await client.query(`select set_config('app.integration', gen_random_uuid()::text, false)`);
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it.each(statements)('SEC-36: %s may be prepared by the role that serves', async (name, { text }) => {
    await client.query(`prepare ${name} as ${text}`);
    const { rowCount } = await client.query('select 1 from pg_prepared_statements where name = $1', [
      name.toLowerCase(),
    ]);
    expect(rowCount).toBe(1);
  });
});
