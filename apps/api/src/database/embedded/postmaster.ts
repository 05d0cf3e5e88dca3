import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { StartupFault } from '../../config/startup-fault';
import { serverEnvironment, type Cluster } from './cluster';
import { binary } from './native-binaries';
import { isAlive } from './process-identity';
import { canConnect, readPostmaster } from './running-cluster';
import { sleep } from './sleep';

export type ServerFlags = Readonly<Record<string, string | number>>;

const READY_WAIT_MS = 60_000;
const STOP_WAIT_MS = 30_000;
const PORT_TRIES = 3;

/** Errors are answers of the product and may quote personal data, so only the server's own events go to its log. */
const FLAGS: ServerFlags = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 60,
  shared_buffers: '128MB',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/**
 * `sh` keeps our pipe: when this process ends, however it ends, the pipe closes and `sh` stops the server (fast shutdown). It ignores
 * a terminal's Ctrl-C itself, because we close our connections first.
 */
const GUARD =
  'exec 3<&0; "$0" "$@" </dev/null 3<&- & p=$!; (read -r _ <&3; kill -INT $p 2>/dev/null) & w=$!; exec 3<&-; ' +
  'trap "" INT TERM HUP; wait $p; s=$?; kill $w 2>/dev/null; exit $s';

/** Starts the server and resolves with its port on 127.0.0.1 when it takes connections. */
export async function startPostmaster(cluster: Cluster, flags: ServerFlags): Promise<number> {
  await waitForEarlierServer(cluster);
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    const child = launch(cluster, { ...FLAGS, ...flags, port });
    if (await isReady(cluster, port, child)) return port;
    const log = readLogTail(cluster);
    if (attempt < PORT_TRIES && /could not bind|Address already in use/i.test(log)) continue;
    throw new StartupFault(`The built-in PostgreSQL did not start; its log ${cluster.logFile} ends with: ${log}`);
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const running = readPostmaster(cluster.folder);
  if (running === undefined) return;
  signalFastShutdown(cluster, running.pid);
  await waitUntilGone(cluster, STOP_WAIT_MS);
}

/** After a kill -9 of ours the guard is about to stop the server; one whose guard was killed too is stopped by us. */
async function waitForEarlierServer(cluster: Cluster): Promise<void> {
  const earlier = readPostmaster(cluster.folder);
  if (earlier === undefined || !isAlive(earlier.pid)) return;
  if (await waitUntilGone(cluster, 3_000)) return;
  if (!(await canConnect(cluster.folder, cluster.password))) return;
  signalFastShutdown(cluster, earlier.pid);
  if (await waitUntilGone(cluster, STOP_WAIT_MS)) return;
  throw new StartupFault(
    `A PostgreSQL (process ${String(earlier.pid)}) still runs in ${cluster.folder} and does not stop: end it, then start Rollcall again.`,
  );
}

async function waitUntilGone(cluster: Cluster, waitMs: number): Promise<boolean> {
  for (const end = Date.now() + waitMs; Date.now() < end;) {
    const running = readPostmaster(cluster.folder);
    if (running === undefined || !isAlive(running.pid)) return true;
    await sleep(10);
  }
  return false;
}

function signalFastShutdown(cluster: Cluster, pid: number): void {
  if (process.platform === 'win32') {
    spawnSync(binary(cluster.binaries.folder, 'pg_ctl'), ['stop', '-D', cluster.folder, '-m', 'fast', '-w']);
    return;
  }
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function launch(cluster: Cluster, flags: ServerFlags): ChildProcess {
  const settings = Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${String(value)}`]);
  const postgres = binary(cluster.binaries.folder, 'postgres');
  const args = ['-D', cluster.folder, ...settings];
  const log = fs.openSync(cluster.logFile, 'w', 0o600);
  const options = { ...cluster.account, env: serverEnvironment(), cwd: path.parse(cluster.folder).root };
  try {
    if (process.platform === 'win32') {
      return spawn(postgres, args, { ...options, stdio: ['ignore', log, log], windowsHide: true });
    }
    const child = spawn('/bin/sh', ['-c', GUARD, postgres, ...args], {
      ...options,
      stdio: ['pipe', log, log],
      detached: true,
    });
    (child.stdin as net.Socket).unref();
    child.unref();
    return child;
  } finally {
    fs.closeSync(log);
  }
}

/** False when the server ended instead of getting ready. */
async function isReady(cluster: Cluster, port: number, child: ChildProcess): Promise<boolean> {
  const ended = new AbortController();
  child.once('exit', () => ended.abort());
  child.once('error', () => ended.abort());
  for (const end = Date.now() + READY_WAIT_MS; Date.now() < end;) {
    if (ended.signal.aborted) return false;
    const isOurs = readPostmaster(cluster.folder)?.port === port;
    if (isOurs && (await canConnect(cluster.folder, cluster.password))) return true;
    await sleep(15);
  }
  return false;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

function readLogTail(cluster: Cluster): string {
  return fs.readFileSync(cluster.logFile, 'utf8').trim().slice(-600);
}
