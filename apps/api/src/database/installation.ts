import type { DataSource } from 'typeorm';
import { StartupFault } from '../config/startup-fault';

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
