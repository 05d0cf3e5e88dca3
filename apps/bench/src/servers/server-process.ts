import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const READY_WAIT_MS = 60_000;
const STOP_WAIT_MS = 15_000;
const LOG_SHOWN_MAX = 2_000;

export interface ServerCommand {
  readonly nodeArguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly port: number;
  /** Where the server's own output goes. */
  readonly logFile: string;
}

/** A server under load, in a process of its own, so that its CPU can be told from ours. */
export interface ServerProcess {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Resolves when the server takes connections. Fails with the end of its log when it does not. */
export async function startServerProcess(command: ServerCommand): Promise<ServerProcess> {
  const log = fs.openSync(command.logFile, 'a');
  const child = spawn(process.execPath, command.nodeArguments, {
    env: command.environment,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  const { pid } = child;
  if (pid === undefined) throw new Error(`node ${command.nodeArguments.join(' ')} could not be started`);
  const end = Date.now() + READY_WAIT_MS;
  while (!(await takesConnections(command.port))) {
    await pause(50);
    if (!hasEnded(child) && Date.now() < end) continue;
    child.kill('SIGKILL');
    throw new Error(`A server did not start; its log ends with:\n${logTail(command.logFile)}`);
  }
  return { pid, stop: () => stop(child) };
}

export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export function logTail(file: string): string {
  return fs.readFileSync(file, 'utf8').trim().slice(-LOG_SHOWN_MAX);
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    const settle = (taken: boolean) => () => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', settle(true));
    socket.once('error', settle(false));
  });
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WAIT_MS);
  await ended;
  clearTimeout(timer);
}
