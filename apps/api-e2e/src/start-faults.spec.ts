import net from 'node:net';
import { once } from 'node:events';
import { freePort } from './harness/free-port';
import { databaseInstallation, embeddedInstallation } from './harness/installation';
import type { RollcallProcess } from './harness/rollcall-process';

/** What the operator reads: one line, no stack, and an exit code that a process manager understands. */
async function faultOf(launched: RollcallProcess): Promise<string> {
  const { code, output } = await launched.end();
  const lines = output.trim().split('\n');
  expect({ code, lines: lines.length, output }).toEqual({ code: 1, lines: 1, output });
  return lines[0] ?? '';
}

describe('a server that cannot start says so in one sentence and ends with 1', () => {
  it('when its port is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as net.AddressInfo;
    const rollcall = await databaseInstallation();

    expect(await faultOf(await rollcall.launch(port))).toMatch(`Port ${port} is taken by another program`);
    other.close();
  }, 30_000);

  it('when another one runs on its data folder, and leaves that one alone', async () => {
    const rollcall = embeddedInstallation();
    const first = await rollcall.start();

    expect(await faultOf(await rollcall.launch())).toMatch(
      /^Rollcall already runs on the data folder .* \(process \d+\)/,
    );
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  }, 60_000);

  it('when nobody answers at DATABASE_URL', async () => {
    const rollcall = await databaseInstallation();
    const url = `postgres://rollcall:guess@127.0.0.1:${await freePort()}/rollcall`;

    expect(await faultOf(await rollcall.launch(undefined, { DATABASE_URL: url }))).toMatch(
      /^Rollcall cannot use the database that DATABASE_URL names/,
    );
  }, 30_000);

  it('when a setting makes no sense', async () => {
    const rollcall = await databaseInstallation();

    expect(await faultOf(await rollcall.launch(undefined, { PORT: 'eighty' }))).toBe(
      'PORT must be a whole number from 0 to 65535, but is "eighty".',
    );
  }, 30_000);
});
