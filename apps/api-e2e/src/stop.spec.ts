import { setTimeout as pause } from 'node:timers/promises';
import { databaseInstallation, embeddedInstallation, type Installation } from './harness/installation';
import type { RollcallProcess } from './harness/rollcall-process';
import { ScimClient } from './harness/scim-client';

// What is lost once is lost: no second try.
jest.retryTimes(0);

const CLIENTS = 16;

/** One kept-alive connection of a balancer: used until the server says that it will close it. Whatever breaks before is a failed request. */
async function workUntilToldToGo(client: ScimClient, name: string, failures: unknown[]): Promise<number> {
  for (let number = 0; ; number += 1) {
    try {
      const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
      const answer = await client.post('/Users', { schemas, userName: `${name}-${number}` });
      if (answer.status !== 201) failures.push(answer.status);
      if (answer.headers.connection === 'close') return number + 1;
    } catch (error) {
      failures.push(error);
      return number;
    }
  }
}

async function stopUnderLoad(rollcall: Installation, server: RollcallProcess) {
  const { token } = await rollcall.connect(`Entra ID ${Math.random()}`);
  const failures: unknown[] = [];
  const clients = Array.from({ length: CLIENTS }, () => new ScimClient(server.url, token, 1));
  const work = Promise.all(clients.map((client, index) => workUntilToldToGo(client, `c${index}`, failures)));
  await pause(500);
  const started = performance.now();
  const ending = await server.stop();
  const stopMs = performance.now() - started;
  const done = (await work).reduce((sum, count) => sum + count, 0);
  for (const client of clients) client.close();
  return { failures, done, ending, stopMs };
}

describe('stopping', () => {
  it('R-23: SIGTERM under keep-alive load fails no request, loses none, and ends with 0', async () => {
    const rollcall = await databaseInstallation();
    let done = 0;
    for (let round = 0; round < 3; round += 1) {
      const stopped = await stopUnderLoad(rollcall, await rollcall.start());
      done += stopped.done;
      expect(stopped.failures).toEqual([]);
      expect(stopped.ending.code).toBe(0);
      expect(stopped.stopMs).toBeLessThan(5_000);
    }
    const [users] = (await rollcall.database?.sql<{ count: number }>('select count(*)::int from scim_user')) ?? [];
    expect(users?.count).toBe(done);
    // What was in the request log's buffer is written as well.
    const log = (await rollcall.database?.sql<{ count: number }>(`select count(*)::int from scim_request`)) ?? [];
    expect(log[0]?.count).toBe(done);
  }, 120_000);

  it('Ctrl-C stops server and built-in PostgreSQL, and says nothing', async () => {
    const rollcall = embeddedInstallation();
    const server = await rollcall.start();

    const { code, output } = await server.stop('SIGINT');

    expect(code).toBe(0);
    expect(output.trim().split('\n')).toEqual([`Rollcall is ready: ${server.url}`]);
    const next = await rollcall.start();
    expect((await next.stop()).code).toBe(0);
  }, 90_000);
});
