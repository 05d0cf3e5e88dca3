import type { DataSource } from 'typeorm';

const MIGRATION_LOCK = 7_262_001;

/**
 * Brings the schema to the newest version and returns the names of what ran. Processes that start together take turns: one migrates,
 * the others find the work done. A failed migration leaves nothing behind.
 */
export async function migrate(owner: DataSource): Promise<string[]> {
  const lock = owner.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await owner.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
  }
}
