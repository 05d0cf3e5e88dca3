import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { connectToRunning, startEmbeddedPostgres } from './embedded-postgres';
import { isAlive } from './embedded/process-identity';
import { readPostmaster } from './embedded/running-cluster';

const WORKSPACE = path.resolve(__dirname, '../../../..');

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
}

/** Another process that runs the built-in server on the folder, as a started Rollcall does. */
async function startElsewhere(module: string, dataFolder: string): Promise<ChildProcess> {
  const program = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(dataFolder)} });
    process.stdout.write('ready'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('the built-in PostgreSQL', () => {
  let dataFolder: string;
  let built: string;
  let module: string;

  beforeAll(() => {
    dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'rollcall-embedded-'));
    built = fs.mkdtempSync(path.join(WORKSPACE, 'node_modules/.rollcall-spec-'));
    const config = path.join(WORKSPACE, 'apps/api/vite.config.mts');
    const entry = path.join(__dirname, 'embedded-postgres.ts');
    const vite = path.join(WORKSPACE, 'node_modules/vite/bin/vite.js');
    const made = spawnSync(process.execPath, [vite, 'build', '-c', config, '--ssr', entry, '--outDir', built], {
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(made.stderr);
    module = path.join(built, fs.readdirSync(built).find((name) => name.startsWith('embedded-postgres')) ?? 'main.js');
  }, 60_000);
  afterAll(() => {
    fs.rmSync(dataFolder, { recursive: true, force: true });
    fs.rmSync(built, { recursive: true, force: true });
  });

  it('keeps its data, folds letters the same way everywhere, and refuses a second process', async () => {
    const first = await startEmbeddedPostgres({ dataFolder });
    await ask(first.url, 'create table kept (name text)');
    await expect(startEmbeddedPostgres({ dataFolder })).rejects.toThrow('Rollcall already runs on the data folder');
    expect(await connectToRunning(dataFolder)).toBe(first.url);
    await first.stop();
    expect(await connectToRunning(dataFolder)).toBeUndefined();

    const second = await startEmbeddedPostgres({ dataFolder });
    const rows = await ask(
      second.url,
      `select lower('ÄÉ') as folded, current_setting('server_encoding') as encoding from (select count(*) from kept) k`,
    );
    await second.stop();

    expect(rows).toEqual([{ folded: 'äé', encoding: 'UTF8' }]);
    expect(fs.readdirSync(dataFolder).toSorted()).toEqual(['pg18', 'postgres.log']);
  }, 60_000);

  it('lets nobody else read its password or its data', async () => {
    const { mode } = fs.statSync(path.join(dataFolder, 'pg18'));
    const password = fs.statSync(path.join(dataFolder, 'pg18', 'rollcall.password')).mode;

    expect([mode & 0o077, password & 0o077]).toEqual([0, 0]);
  });

  it('ends by itself when its process is killed, and the next start finds everything committed', async () => {
    const killed = await startElsewhere(module, dataFolder);
    const url = await connectToRunning(dataFolder);
    await ask(url ?? '', `insert into kept values ('before the kill')`);
    const postmaster = readPostmaster(path.join(dataFolder, 'pg18'))?.pid ?? 0;
    killed.kill('SIGKILL');

    const next = await startEmbeddedPostgres({ dataFolder });
    const rows = await ask(next.url, 'select name from kept');
    await next.stop();

    expect(rows).toEqual([{ name: 'before the kill' }]);
    expect(isAlive(postmaster)).toBe(false);
  }, 60_000);

  it('starts again after its process, its guard and itself were all killed', async () => {
    const killed = await startElsewhere(module, dataFolder);
    const postmaster = readPostmaster(path.join(dataFolder, 'pg18'))?.pid ?? 0;
    process.kill(postmaster, 'SIGKILL');
    killed.kill('SIGKILL');

    const next = await startEmbeddedPostgres({ dataFolder });
    const rows = await ask(next.url, 'select name from kept');
    await next.stop();

    expect(rows).toEqual([{ name: 'before the kill' }]);
  }, 60_000);
});
