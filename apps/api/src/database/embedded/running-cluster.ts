import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { CLUSTER_USER } from './cluster';

/** What PostgreSQL writes down about itself while it runs. */
export interface RunningPostmaster {
  readonly pid: number;
  readonly port: number;
}

/** Reads postmaster.pid; undefined when no server runs or it has not said its port yet. */
export function readPostmaster(clusterFolder: string): RunningPostmaster | undefined {
  try {
    const lines = fs.readFileSync(path.join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether the server that postmaster.pid names takes connections and really serves this folder. */
export async function canConnect(clusterFolder: string, password: string): Promise<boolean> {
  const running = readPostmaster(clusterFolder);
  if (running === undefined || !running.port) return false;
  const client = new pg.Client({
    host: '127.0.0.1',
    port: running.port,
    user: CLUSTER_USER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return fs.realpathSync(rows[0]?.data_directory ?? '') === fs.realpathSync(clusterFolder);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
