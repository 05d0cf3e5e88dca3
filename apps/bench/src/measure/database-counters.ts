import type pg from 'pg';

export interface DatabaseCounters {
  readonly walBytes: number;
  /** Statements run in the measured database, BEGIN and COMMIT among them; undefined without pg_stat_statements. */
  readonly statements: number | undefined;
}

/** Counters of the server as a whole (WAL) and of one database on it (statements), read over a connection to another database. */
export async function readDatabaseCounters(
  admin: pg.Client,
  database: string,
  countsStatements: boolean,
): Promise<DatabaseCounters> {
  const wal = await admin.query<{ bytes: string }>(`select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as bytes`);
  const walBytes = Number(wal.rows[0]?.bytes);
  if (!countsStatements) return { walBytes, statements: undefined };
  const calls = await admin.query<{ calls: string }>(
    `select coalesce(sum(s.calls), 0) as calls from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = $1`,
    [database],
  );
  return { walBytes, statements: Number(calls.rows[0]?.calls) };
}
