import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StartupFault } from '../../config/startup-fault';
import { binary, copyBinaries, findNativeBinaries, type NativeBinaries } from './native-binaries';
import { chooseServerAccount, isReachableByAll, runsAsRoot, type ServerAccount } from './server-account';

/** PostgreSQL's own folder, with all that is needed to run a server on it. */
export interface Cluster {
  readonly folder: string;
  readonly logFile: string;
  readonly binaries: NativeBinaries;
  readonly account: ServerAccount;
  readonly password: string;
}

export const CLUSTER_USER = 'rollcall';
export const CLUSTER_DATABASE = 'rollcall';

/** A minor release reuses the folder; a major one gets a new one, because PostgreSQL cannot read the older format. */
export function clusterFolder(dataFolder: string, major: string): string {
  return path.join(dataFolder, `pg${major}`);
}

export function passwordFile(folder: string): string {
  return path.join(folder, 'rollcall.password');
}

/** Nothing of the caller's locale or PG* variables gets in: the same cluster comes out on every machine. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env; // eslint-disable-line no-restricted-syntax -- what any child process needs, no setting of ours
  const windows = process.platform === 'win32' ? { SystemRoot, TEMP } : {};
  return { PATH, HOME: os.tmpdir(), LC_ALL: 'C', TZ: 'UTC', ...windows };
}

/** Opens the cluster below the data folder and creates it the first time. The caller holds the data folder's lock. */
export function openCluster(dataFolder: string): Cluster {
  const account = chooseServerAccount();
  let binaries = findNativeBinaries();
  if (runsAsRoot && !isReachableByAll(binaries.folder)) binaries = copyBinaries(binaries, dataFolder);
  const folder = clusterFolder(dataFolder, binaries.major);
  refuseOtherMajor(dataFolder, binaries.major);
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) createCluster(folder, binaries, account);
  const password = fs.readFileSync(passwordFile(folder), 'utf8').trim();
  return { folder, logFile: path.join(dataFolder, 'postgres.log'), binaries, account, password };
}

/** An older folder beside a missing new one means data that would seem lost: better no start than an empty directory. */
function refuseOtherMajor(dataFolder: string, major: string): void {
  if (fs.existsSync(path.join(clusterFolder(dataFolder, major), 'PG_VERSION'))) return;
  const other = fs.readdirSync(dataFolder).find((name) => /^pg\d+$/.test(name) && name !== `pg${major}`);
  if (other === undefined) return;
  throw new StartupFault(
    `The data in ${path.join(dataFolder, other)} was written by another PostgreSQL than the built-in version ${major}: see "Upgrading" in docs/operate.md.`,
  );
}

/** In a folder of its own that is renamed when complete: an initdb that is killed never leaves half a cluster. */
function createCluster(folder: string, binaries: NativeBinaries, account: ServerAccount): void {
  const unfinished = `${folder}.new`;
  const password = `${unfinished}.password`;
  try {
    fs.rmSync(unfinished, { recursive: true, force: true });
    fs.mkdirSync(unfinished, { mode: 0o700 });
    fs.writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    if (account.uid !== undefined && account.gid !== undefined) {
      fs.chownSync(unfinished, account.uid, account.gid);
      fs.chownSync(password, account.uid, account.gid);
    }
    runInitdb(unfinished, password, binaries, account);
    fs.renameSync(password, passwordFile(unfinished));
    fs.renameSync(unfinished, folder);
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
    fs.rmSync(password, { force: true });
  }
}

/** The built-in C.UTF-8 locale folds and sorts the same way on every system and needs no locale of the machine. */
function runInitdb(folder: string, password: string, binaries: NativeBinaries, account: ServerAccount): void {
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['-U', CLUSTER_USER, '-A', 'scram-sha-256', `--pwfile=${password}`];
  const { status, stderr, error } = spawnSync(
    binary(binaries.folder, 'initdb'),
    ['-D', folder, ...access, ...locale, '--no-instructions'],
    { ...account, env: serverEnvironment(), cwd: path.parse(folder).root, encoding: 'utf8' },
  );
  if (status === 0) return;
  throw new StartupFault(
    `The built-in PostgreSQL could not create its files in ${folder}: ${error?.message ?? stderr.trim()}`,
  );
}
