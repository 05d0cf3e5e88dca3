import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { readConfig, type AppConfig } from './config/app.config';
import { StartupFault } from './config/startup-fault';
import { sleep } from './database/embedded/sleep';
import { requireServingRole } from './database/role-check';
import { startServer } from './running-server';
import { withAdmin } from './testing/template-database';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

/** What the operator reads when the server does not start. */
async function faultOf(config: AppConfig): Promise<string> {
  const error: unknown = await startServer(config).then(
    (server) => server.stop(),
    (fault: unknown) => fault,
  );
  if (error instanceof StartupFault) return error.message;
  throw new Error('it started, or failed without a sentence', { cause: error });
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

describe('starting', () => {
  let database: TestDatabase;
  const configure = (variables: Record<string, string> = {}): AppConfig =>
    readConfig({
      DATABASE_URL: database.url,
      ROLLCALL_SECRET: 'only for tests: 32 characters or more',
      LOG_LEVEL: 'error',
      ...variables,
    });

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('says that the port is taken, and what to do', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;

    expect(await faultOf(configure({ PORT: String(port) }))).toBe(
      `Port ${port} is taken by another program: stop that one, or choose another port, such as PORT=${port + 1} npm start.`,
    );
    other.close();
  });

  it('R-26: says that the database cannot be reached', async () => {
    const url = `postgres://rollcall:guess@127.0.0.1:${await freePort()}/rollcall`;
    const fault = await faultOf(configure({ DATABASE_URL: url }));

    expect(fault).toMatch(/^Rollcall cannot use the database that DATABASE_URL names \(127\.0\.0\.1:\d+\/rollcall\)/);
    expect(fault).not.toContain('guess');
  });

  it('R-26: says that the password is wrong', async () => {
    const url = new URL(database.url);
    url.password = 'wrong';

    expect(await faultOf(configure({ DATABASE_URL: url.href }))).toContain('it refuses the user name or password');
  });

  it('SEC-36: refuses a serving role that row-level security does not hold', async () => {
    const role = `test_open_${randomBytes(6).toString('hex')}`;
    const refusal = await withAdmin(database.url, async (client) => {
      await client.query(`create role ${role} bypassrls`);
      await client.query(`set role ${role}`);
      const checked = requireServingRole(role, async (text) => (await client.query(text)).rows);
      const fault: unknown = await checked.catch((error: unknown) => error);
      await client.query('reset role');
      await client.query(`drop role ${role}`);
      return fault;
    });

    expect(refusal).toBeInstanceOf(StartupFault);
  });

  it('SEC-04: refuses another secret than the one the database was set up with', async () => {
    const port = String(await freePort());
    const server = await startServer(configure({ PORT: port }));
    await server.stop();

    expect(await faultOf(configure({ ROLLCALL_SECRET: 'another secret of 32 characters or more' }))).toContain(
      'This database was set up with another secret',
    );
  });

  it('R-23: answers what is under way before it ends, and takes nothing new', async () => {
    const port = await freePort();
    const server = await startServer(configure({ PORT: String(port) }));
    const headers = { 'content-type': 'application/json', 'content-length': '2', expect: '100-continue' };
    const request = http.request({ port, host: '127.0.0.1', path: '/api/nothing', method: 'POST', headers });
    request.flushHeaders();
    const answer = once(request, 'response') as Promise<[http.IncomingMessage]>;
    await once(request, 'continue');

    const stopped = Promise.all([server.stop(), server.stop()]);
    await sleep(100);
    request.end('{}');
    const [{ statusCode, headers: answered }] = await answer;
    await stopped;

    expect(statusCode).toBe(404);
    expect(answered['x-request-id']).toBeDefined();
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });
});
