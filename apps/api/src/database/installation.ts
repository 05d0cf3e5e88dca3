import type { DataSource } from 'typeorm';
import { StartupFault } from '../config/startup-fault';
import type { ConsoleDatabase } from './console-database';

/** Under which names the server was last started. */
export interface KnownAddress {
  readonly publicUrl: string;
  readonly domains: readonly string[];
}

/** The first start leaves its secret's fingerprint in the database; later ones must bring the same secret, or no token would match. */
export async function requireSameSecret(owner: DataSource, fingerprint: string): Promise<void> {
  await owner.query(`insert into installation (key, value) values ('secret_fingerprint', $1) on conflict do nothing`, [
    fingerprint,
  ]);
  const rows = await owner.query<{ value: string }[]>(
    `select value from installation where key = 'secret_fingerprint'`,
  );
  if (rows[0]?.value === fingerprint) return;
  throw new StartupFault(
    'This database was set up with another secret, so no token in it would be recognised: set ROLLCALL_SECRET (or ROLLCALL_DATA with its file "secret") to the one used before.',
  );
}

/** Leaves the server's address for commands that run beside it without its environment. */
export async function recordAddress(database: ConsoleDatabase, { publicUrl, domains }: KnownAddress): Promise<void> {
  await database.query(
    `insert into installation (key, value) values ('address', $1) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify({ publicUrl, domains })],
  );
}

export async function readAddress(database: ConsoleDatabase): Promise<KnownAddress | undefined> {
  const [row] = await database.query<{ value: string }>(`select value from installation where key = 'address'`);
  return row === undefined ? undefined : (JSON.parse(row.value) as KnownAddress);
}
