import type pg from 'pg';

interface StatementRow {
  readonly calls: string;
  readonly totalMs: number;
  readonly meanMs: number;
  readonly rows: string;
  readonly walBytes: string;
  readonly query: string;
}

const SHOWN_MAX = 40;

/** Where PostgreSQL spent its time for one database, dearest statement first. Needs pg_stat_statements. */
export async function statementProfile(admin: pg.Client, database: string): Promise<string> {
  const { rows } = await admin.query<StatementRow>(
    `select s.calls, s.total_exec_time as "totalMs", s.mean_exec_time as "meanMs", s.rows, s.wal_bytes as "walBytes", s.query
       from pg_stat_statements s join pg_database d on d.oid = s.dbid
      where d.datname = $1 order by s.total_exec_time desc limit ${SHOWN_MAX}`,
    [database],
  );
  return rows.map(paragraph).join('\n\n');
}

function paragraph({ calls, totalMs, meanMs, rows, walBytes, query }: StatementRow): string {
  const walPerCall = Math.round(Number(walBytes) / Number(calls));
  return `${totalMs.toFixed(0)} ms in ${calls} calls, ${meanMs.toFixed(3)} ms each, ${rows} rows, ${walPerCall} bytes of WAL a call\n${query}`;
}
