import fs from 'node:fs';
import path from 'node:path';
import { StartupFault } from '../../config/startup-fault';
import { isAlive, startMark } from './process-identity';
import { sleep } from './sleep';

/** Why a process holds the data folder: a command of the operator ends by itself in a moment, so a server waits for it. */
export type LockPurpose = 'server' | 'command';

export interface DataFolderLock {
  release(): void;
}

interface LockHolder {
  readonly pid: number;
  readonly started: string;
  readonly purpose: LockPurpose;
}

const COMMAND_WAIT_MS = 15_000;
/** A process that was told to stop, or killed, a moment ago may need that long to be gone. */
const SERVER_WAIT_MS = 1_000;

/**
 * Makes this process the only one that runs a database in the folder, or fails with a StartupFault that names the other. The lock of a
 * process that was killed is taken over.
 */
export async function lockDataFolder(folder: string, purpose: LockPurpose): Promise<DataFolderLock> {
  const file = path.join(folder, 'rollcall.lock');
  const own: LockHolder = { pid: process.pid, started: startMark(process.pid), purpose };
  for (const since = Date.now(); ;) {
    if (tryCreate(file, own)) return { release: () => releaseLock(file, own) };
    const holder = readHolder(file);
    if (holder === undefined || isGone(holder)) {
      setAside(file, holder);
      continue;
    }
    const waitMs = holder.purpose === 'command' ? COMMAND_WAIT_MS : SERVER_WAIT_MS;
    if (Date.now() - since > waitMs) throw inUse(folder, holder.pid);
    await sleep(50);
  }
}

/** The process that runs a server on the folder at this moment. */
export function serverOfDataFolder(folder: string): number | undefined {
  const holder = readHolder(path.join(folder, 'rollcall.lock'));
  return holder === undefined || holder.purpose !== 'server' || isGone(holder) ? undefined : holder.pid;
}

function inUse(folder: string, pid: number): StartupFault {
  return new StartupFault(
    `Rollcall already runs on the data folder ${folder} (process ${String(pid)}): stop that one first, or set ROLLCALL_DATA to another folder; several servers need a common DATABASE_URL.`,
  );
}

/** A complete file appears under the name, or nothing does: nobody reads half a lock. */
function tryCreate(file: string, own: LockHolder): boolean {
  const draft = `${file}.${String(own.pid)}`;
  fs.writeFileSync(draft, JSON.stringify(own));
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function readHolder(file: string): LockHolder | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}

function isGone(holder: LockHolder): boolean {
  if (!isAlive(holder.pid)) return true;
  return holder.started !== '' && startMark(holder.pid) !== holder.started;
}

/** Moves a dead lock away. Should another process have replaced it in the meantime, its fresh lock is put back. */
function setAside(file: string, dead: LockHolder | undefined): void {
  const aside = `${file}.dead-${String(process.pid)}`;
  try {
    fs.renameSync(file, aside);
    const moved = readHolder(aside);
    if (moved !== undefined && (moved.pid !== dead?.pid || moved.started !== dead.started)) fs.linkSync(aside, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  }
  fs.rmSync(aside, { force: true });
}

function releaseLock(file: string, own: LockHolder): void {
  if (readHolder(file)?.pid === own.pid) fs.rmSync(file, { force: true });
}
