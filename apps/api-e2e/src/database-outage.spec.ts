import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { postmasterOf } from './harness/built-in-postgres';
import { eventually } from './harness/eventually';
import { databaseInstallation, embeddedInstallation, type Installation } from './harness/installation';
import type { RollcallProcess } from './harness/rollcall-process';
import { ScimClient } from './harness/scim-client';
import { WriteLedger } from './harness/write-ledger';

// What is lost once is lost: no second try.
jest.retryTimes(0);

const GOOD = [200, 201, 204, 409, 503];
/** From the database's return to the first success. */
const HEALING_MS = 5_000;

async function statusOf(url: string): Promise<number> {
  return (await fetch(url)).status;
}

async function ledgerOn(rollcall: Installation, server: RollcallProcess) {
  const { token } = await rollcall.connect('Books');
  const client = new ScimClient(server.url, token, 9);
  const group = await client.createGroup('Everybody');
  return { client, ledger: new WriteLedger(client, group.id).start(8) };
}

async function expectIntact(ledger: WriteLedger): Promise<void> {
  expect([...ledger.answers.keys()].filter((status) => !GOOD.includes(status))).toEqual([]);
  expect({ broken: ledger.broken, impolite: ledger.impolite }).toEqual({ broken: 0, impolite: 0 });
  expect(await ledger.audit()).toMatchObject({ lost: [], doubled: [] });
}

describe('a database that goes away under load', () => {
  it('R-03: closed for some seconds, it gives 503 with Retry-After and nothing else; all heals by itself', async () => {
    const rollcall = await databaseInstallation();
    const server = await rollcall.start();
    const { client, ledger } = await ledgerOn(rollcall, server);
    const name = new URL(rollcall.database?.url ?? '').pathname.slice(1);
    await pause(300);

    await rollcall.database?.admin(`alter database ${name} allow_connections false`);
    await rollcall.database?.admin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    await pause(1_500);
    const during = [await statusOf(`${server.url}/healthz`), await statusOf(`${server.url}/readyz`)];
    await rollcall.database?.admin(`alter database ${name} allow_connections true`);
    await eventually('a request succeeds', HEALING_MS, async () => (await client.get('/Users?count=1')).status === 200);
    await eventually('it is ready', HEALING_MS, async () => (await statusOf(`${server.url}/readyz`)) === 200);
    const acknowledged = ledger.acknowledged;
    await eventually('writes go on', HEALING_MS, () => Promise.resolve(ledger.acknowledged > acknowledged));
    await ledger.stop();

    expect(during).toEqual([200, 503]);
    expect(ledger.answers.get(503)).toBeGreaterThan(0);
    await expectIntact(ledger);
    client.close();
  }, 60_000);

  it('R-03: connections cut at random, again and again, lose nothing and end no process', async () => {
    const rollcall = await databaseInstallation();
    const server = await rollcall.start();
    const { client, ledger } = await ledgerOn(rollcall, server);

    for (let round = 0; round < 20; round += 1) {
      await pause(50);
      await rollcall.database?.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name like 'rollcall%' order by random() limit 4`,
      );
    }
    await ledger.stop();

    expect(server.isRunning).toBe(true);
    await expectIntact(ledger);
    client.close();
  }, 60_000);

  it('R-03: the built-in PostgreSQL crashes and recovers under the running server', async () => {
    const rollcall = embeddedInstallation();
    const server = await rollcall.start();
    const { client, ledger } = await ledgerOn(rollcall, server);
    await pause(300);

    for (let round = 0; round < 2; round += 1) {
      process.kill(someBackend(rollcall), 'SIGKILL');
      await eventually(
        'a request succeeds',
        HEALING_MS,
        async () => (await client.get('/Users?count=1')).status === 200,
      );
      await pause(300);
    }
    await ledger.stop();

    await expectIntact(ledger);
    client.close();
    expect((await server.stop()).code).toBe(0);
  }, 90_000);
});

/** One of the processes that serve connections: when such a one is killed, PostgreSQL ends all others and recovers. */
function someBackend(rollcall: Installation): number {
  const postmaster = postmasterOf(rollcall.dataFolder);
  const processes = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(postmaster)], { encoding: 'utf8' });
  const backend = processes.split('\n').find((line) => /postgres: rollcall\S* rollcall /.test(line));
  if (backend === undefined) throw new Error(`no backend among:\n${processes}`);
  return Number(backend.trim().split(' ')[0]);
}
