import pg from 'pg';
import { StartupFault } from '../config/startup-fault';

/** The oldest minor release of each major one without the known holes in row-level security (SEC-41: CVE-2024-10976, CVE-2025-8713). */
const OLDEST_MINOR: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6 };
const OLDEST_MAJOR = 15;

/** Asks the server that DATABASE_URL names whether Rollcall can live on it. @throws StartupFault with what to do */
export async function requireUsableServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, error);
  }
  try {
    const { rows } = await client.query<ServerFacts>(FACTS);
    if (rows[0]) requireFacts(rows[0]);
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface ServerFacts {
  readonly version: number;
  readonly encoding: string;
  readonly standby: boolean;
}

const FACTS = `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
  pg_is_in_recovery() or current_setting('default_transaction_read_only')::bool as standby`;

function requireFacts({ version, encoding, standby }: ServerFacts): void {
  const major = Math.floor(version / 10_000);
  const minor = version % 10_000;
  if (major < OLDEST_MAJOR || minor < (OLDEST_MINOR[major] ?? 0)) {
    throw new StartupFault(
      `DATABASE_URL names a PostgreSQL ${major}.${minor}, but Rollcall needs one without known holes in row-level security: 15.14, 16.10, 17.6 or newer.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new StartupFault(
      `The database that DATABASE_URL names is encoded in ${encoding}: create one with "create database rollcall encoding 'UTF8' template template0".`,
    );
  }
  if (standby)
    throw new StartupFault('The database that DATABASE_URL names is read-only: give the primary server instead.');
}

function unreachable(url: string, error: unknown): StartupFault {
  const { hostname, port, pathname } = new URL(url);
  const { code, message } = error as NodeJS.ErrnoException;
  const reason =
    code === '28P01' || code === '28000' ? 'it refuses the user name or password' : message || code || 'no answer';
  return new StartupFault(
    `Rollcall cannot use the database that DATABASE_URL names (${hostname}:${port || '5432'}${pathname}): ${reason}. Check that the server runs and the URL is right, or unset DATABASE_URL to use the built-in one.`,
  );
}
