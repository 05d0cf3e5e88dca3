import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the PostgreSQL that we ship is the one to measure on; nothing else of the server is used
import { startEmbeddedPostgres } from '../../../api/src/database/embedded-postgres';
import { parentPid } from '../measure/process-cpu';

/** What both servers share. Durable as in production; nothing runs on its own account, so that no phase pays for another. */
const FLAGS = {
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
  max_connections: 100,
  shared_preload_libraries: 'pg_stat_statements',
};

/** The one PostgreSQL on which all measured servers have their databases. */
export interface BenchPostgres {
  /** Connected to a database that no measured server uses. */
  readonly admin: pg.Client;
  readonly version: string;
  /** Of the whole server; undefined when it runs on another machine. */
  readonly pid: number | undefined;
  readonly countsStatements: boolean;
  /** A kept one is still there after `stop`, if the server's folder is. */
  createDatabase(name: string, isKept?: boolean): Promise<string>;
  dropDatabase(name: string): Promise<void>;
  urlOf(database: string): string;
  /** What autovacuum does by itself in production, at a moment of our choice. */
  vacuum(database: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param url of a superuser on an existing server; without it the embedded one runs
 * @param keptFolder where the embedded one keeps its data; without it they are in a folder that is thrown away
 */
export async function startBenchPostgres(url: string | undefined, keptFolder?: string): Promise<BenchPostgres> {
  if (url !== undefined) return connectTo(url, () => Promise.resolve());
  const dataFolder = keptFolder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'rollcall-bench-'));
  const embedded = await startEmbeddedPostgres({ dataFolder, flags: FLAGS });
  return connectTo(embedded.url, async () => {
    await embedded.stop();
    if (keptFolder === undefined) fs.rmSync(dataFolder, { recursive: true, force: true });
  });
}

async function connectTo(url: string, afterwards: () => Promise<void>): Promise<BenchPostgres> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const created: string[] = [];
  return {
    admin,
    version: await versionOf(admin),
    pid: await serverPid(admin),
    countsStatements: await canCountStatements(admin),
    createDatabase: async (name, isKept = false) => {
      await admin.query(`create database ${name}`);
      if (!isKept) created.push(name);
      return withDatabase(url, name);
    },
    dropDatabase: async (name) => {
      await admin.query(`drop database if exists ${name} with (force)`);
    },
    urlOf: (name) => withDatabase(url, name),
    vacuum: (name) => vacuum(withDatabase(url, name)),
    stop: async () => {
      for (const name of created) await admin.query(`drop database ${name} with (force)`);
      await admin.end();
      await afterwards();
    },
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function vacuum(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum (analyze)');
  await client.end();
}

async function versionOf(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ server_version: string }>('show server_version');
  return rows[0]?.server_version ?? 'unknown';
}

/** Every backend is a child of the server's first process. */
async function serverPid(admin: pg.Client): Promise<number | undefined> {
  const { rows } = await admin.query<{ pid: number }>('select pg_backend_pid() as pid');
  const backend = rows[0]?.pid;
  const isHere = backend !== undefined && readName(backend).startsWith('postgres');
  return isHere ? parentPid(backend) : undefined;
}

function readName(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/comm`, 'utf8');
  } catch {
    return '';
  }
}

async function canCountStatements(admin: pg.Client): Promise<boolean> {
  try {
    await admin.query('create extension if not exists pg_stat_statements');
    await admin.query('select count(*) from pg_stat_statements');
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return false;
    throw error;
  }
}
