import pg from 'pg';
import { createTestDatabase } from './test-database';

describe('a test database', () => {
  it('is migrated, its own, and gone when dropped', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const client = new pg.Client({ connectionString: one.url });
    await client.connect();
    const { rows } = await client.query<{ tables: number; encoding: string }>(
      `select count(*)::int as tables, current_setting('server_encoding') as encoding from pg_tables where tablename = 'scim_user'`,
    );
    await client.end();
    await Promise.all([one.drop(), other.drop()]);

    expect(one.url).not.toBe(other.url);
    expect(rows).toEqual([{ tables: 1, encoding: 'UTF8' }]);
    await expect(new pg.Client({ connectionString: one.url }).connect()).rejects.toMatchObject({ code: '3D000' });
  });
});
