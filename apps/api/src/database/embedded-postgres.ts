import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { StartupFault } from '../config/startup-fault';
import { CLUSTER_DATABASE, CLUSTER_USER, clusterFolder, openCluster, passwordFile } from './embedded/cluster';
import { lockDataFolder, serverOfDataFolder, type LockPurpose } from './embedded/data-folder-lock';
import { findNativeBinaries } from './embedded/native-binaries';
import { startPostmaster, stopPostmaster, type ServerFlags } from './embedded/postmaster';
import { canConnect, readPostmaster } from './embedded/running-cluster';
import { prepareDataFolder } from './embedded/server-account';
import { sleep } from './embedded/sleep';

export interface EmbeddedPostgresOptions {
  readonly dataFolder: string;
  readonly purpose?: LockPurpose;
  readonly flags?: ServerFlags;
}

/** A real PostgreSQL that lives and dies with this process. */
export interface EmbeddedPostgres {
  /** Of its superuser, who owns the tables; traffic is served under roles without rights of their own. */
  readonly url: string;
  stop(): Promise<void>;
}

const STARTING_WAIT_MS = 30_000;

/**
 * Starts the PostgreSQL that comes with Rollcall, on 127.0.0.1 and a free port, and creates its files the first time. One process a
 * data folder: a second one fails with a StartupFault. When this process ends in whatever way, the server stops by itself.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataFolder = path.resolve(options.dataFolder);
  prepareDataFolder(dataFolder);
  const lock = await lockDataFolder(dataFolder, options.purpose ?? 'server');
  try {
    const cluster = openCluster(dataFolder);
    const port = await startPostmaster(cluster, options.flags ?? {});
    const url = clusterUrl(port, cluster.password);
    await createDatabase(url);
    return {
      url,
      stop: async () => {
        await stopPostmaster(cluster);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The database of the server that runs on the data folder, for tools beside it; undefined when none runs. */
export async function connectToRunning(dataFolder: string): Promise<string | undefined> {
  const folder = path.resolve(dataFolder);
  for (const end = Date.now() + STARTING_WAIT_MS; ;) {
    const url = await runningUrl(folder);
    if (url !== undefined) return url;
    if (serverOfDataFolder(folder) === undefined || Date.now() > end) return undefined;
    await sleep(50);
  }
}

async function runningUrl(dataFolder: string): Promise<string | undefined> {
  const folder = clusterFolder(dataFolder, findNativeBinaries().major);
  try {
    const port = readPostmaster(folder)?.port;
    if (port === undefined) return undefined;
    const password = fs.readFileSync(passwordFile(folder), 'utf8').trim();
    return (await canConnect(folder, password)) ? clusterUrl(port, password) : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    throw new StartupFault(
      `The data folder ${dataFolder} belongs to another user: run this as the user who runs Rollcall.`,
    );
  }
}

function clusterUrl(port: number, password: string): string {
  return `postgres://${CLUSTER_USER}:${password}@127.0.0.1:${String(port)}/${CLUSTER_DATABASE}`;
}

async function createDatabase(url: string): Promise<void> {
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [CLUSTER_DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${CLUSTER_DATABASE}`);
  } finally {
    await client.end();
  }
}
