import fs from 'node:fs';
import path from 'node:path';
import { StartupFault } from '../../config/startup-fault';

/** The account under which PostgreSQL runs; empty when that is our own. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

export const runsAsRoot = process.platform !== 'win32' && process.getuid?.() === 0;

/** PostgreSQL refuses to run as root, so root lends it the account postgres, else nobody. No account is ever created. */
export function chooseServerAccount(): ServerAccount {
  if (!runsAsRoot) return {};
  const account = readAccount('postgres') ?? readAccount('nobody');
  if (account !== undefined) return account;
  throw new StartupFault(
    'PostgreSQL cannot run as root and there is no account named postgres or nobody: start Rollcall as another user, or set DATABASE_URL.',
  );
}

/** Whether any account may pass through the folder and all folders above it. */
export function isReachableByAll(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if ((fs.statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Makes the data folder, and lets PostgreSQL's account pass through it when we are root. What lies inside protects itself. */
export function prepareDataFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
    if (!runsAsRoot) return fs.accessSync(folder, fs.constants.W_OK);
    const { mode } = fs.statSync(folder);
    if ((mode & 0o001) === 0) fs.chmodSync(folder, (mode & 0o777) | 0o011);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartupFault(
      `Rollcall cannot write to its data folder ${folder} (${reason}): set ROLLCALL_DATA to a folder of its own.`,
    );
  }
  if (isReachableByAll(folder)) return;
  throw new StartupFault(
    `PostgreSQL runs under its own account and cannot reach the data folder ${folder}: set ROLLCALL_DATA to a folder outside private ones, such as /var/lib/rollcall.`,
  );
}

function readAccount(name: string): { uid: number; gid: number } | undefined {
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (line === undefined) return undefined;
  const fields = line.split(':');
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}
