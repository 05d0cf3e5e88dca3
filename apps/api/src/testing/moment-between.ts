import type { TestOrganisation } from './organisation';

/** A moment of the database's clock between two changes: they keep theirs rounded to a millisecond, so it stands off from both. */
export async function momentBetween({ sql }: Pick<TestOrganisation, 'sql'>): Promise<string> {
  const [row] = await sql<{ at: Date }>('select clock_timestamp() as at, pg_sleep(0.004) from pg_sleep(0.004)');
  return (row?.at ?? new Date()).toISOString();
}
