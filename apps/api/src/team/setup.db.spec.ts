import type { ConsoleErrorBody, SessionView, SetupState } from '@rollcall/admin-contracts';
import { ConsoleBrowser } from '../testing/console-browser';
import { startTestServer, type TestServer } from '../testing/test-server';
import { SetupService } from './setup.service';

const OWNER = {
  tenantName: 'Açme & Söhne',
  name: 'Olga Owner',
  email: 'Olga@acme.example',
  password: 'seven quiet otters at dawn',
};

describe('the first start', () => {
  let server: TestServer;
  let browser: ConsoleBrowser;

  const tokenOf = async (): Promise<string> => {
    const link = await server.app.get(SetupService, { strict: false }).issueSetupLink();
    return new URL(link ?? '').searchParams.get('token') ?? '';
  };

  beforeEach(async () => {
    server = await startTestServer();
    browser = new ConsoleBrowser(server.url);
  });
  afterEach(() => server.stop());

  it('A30: the printed link makes the organisation and its Owner, who is signed in', async () => {
    const answer = await browser.setUp({ setupToken: await tokenOf(), ...OWNER });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      member: { name: 'Olga Owner', role: 'owner' },
      tenant: { name: 'Açme & Söhne', slug: 'acme-sohne' },
    });
    expect((await browser.get<SessionView>('/session')).body).toEqual(answer.body);
    expect((await browser.get<SetupState>('/setup')).body).toEqual({ needed: false });
  });

  it('A30: the link works once, however many use it at the same moment', async () => {
    const setupToken = await tokenOf();
    const tries = Array.from({ length: 6 }, (_, index) => {
      const request = { setupToken, ...OWNER, email: `olga${index}@acme.example` };
      return new ConsoleBrowser(server.url).setUp(request);
    });

    const statuses = (await Promise.all(tries)).map(({ status }) => status);

    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409 || status === 400)).toHaveLength(5);
  });

  it('a newer link makes the older one worthless, and a made-up one never was any good', async () => {
    const older = await tokenOf();
    await tokenOf();

    for (const setupToken of [older, 'rci_made-up']) {
      const { status, body } = await browser.post<ConsoleErrorBody>('/setup', { setupToken, ...OWNER });
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'setupLinkInvalid' });
    }
  });

  it('a link that is made after the clock was put back is the newer one', async () => {
    const older = await tokenOf();
    await server.databases.console.query(`update setup_link set created_at = created_at + interval '1 hour'`);
    const newer = await tokenOf();

    expect((await browser.post('/setup', { setupToken: older, ...OWNER })).status).toBe(400);
    expect((await browser.setUp({ setupToken: newer, ...OWNER })).status).toBe(201);
  });

  it('SEC-45: a password that others guess first is refused at its field, and the link stays good', async () => {
    const setupToken = await tokenOf();

    const { status, body } = await browser.post<ConsoleErrorBody>('/setup', {
      setupToken,
      ...OWNER,
      password: 'rollcall-password-1',
    });

    expect(status).toBe(400);
    expect(Object.keys(body.fields ?? {})).toEqual(['password']);
    expect((await browser.setUp({ setupToken, ...OWNER })).status).toBe(201);
  });
});

describe('set-up without a browser', () => {
  it('A30: the environment names organisation and Owner, and no link is issued', async () => {
    const server = await startTestServer({
      ROLLCALL_SETUP_TENANT: 'Acme',
      ROLLCALL_SETUP_EMAIL: 'ops@acme.example',
      ROLLCALL_SETUP_PASSWORD: 'seven quiet otters at dawn',
    });
    try {
      const browser = new ConsoleBrowser(server.url);

      expect(await server.app.get(SetupService, { strict: false }).issueSetupLink()).toBeUndefined();
      expect((await browser.signIn('OPS@acme.example', 'seven quiet otters at dawn')).body).toMatchObject({
        member: { email: 'ops@acme.example', role: 'owner' },
      });
    } finally {
      await server.stop();
    }
  });
});
