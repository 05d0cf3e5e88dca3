import type { IntegrationSummary, TokenView } from '@rollcall/admin-contracts';
import { embeddedInstallation, type Connection, type Installation } from './harness/installation';
import type { RollcallProcess } from './harness/rollcall-process';
import { ScimClient } from './harness/scim-client';

describe('the command line beside a running server with the built-in PostgreSQL', () => {
  let rollcall: Installation;
  let server: RollcallProcess;
  let made: Connection;

  beforeAll(async () => {
    rollcall = embeddedInstallation();
    server = await rollcall.start();
  }, 90_000);

  const statusWith = async (token: string): Promise<number> => {
    const client = new ScimClient(server.url, token);
    const { status } = await client.get('/Users?count=1');
    client.close();
    return status;
  };

  it('creates an integration whose token works at once', async () => {
    made = await rollcall.connect('Entra ID');

    expect(Object.keys(made)).toEqual(['integrationId', 'scimUrl', 'token']);
    expect(made.scimUrl).toBe(`${server.url}/api/v1/scim`);
    expect(await statusWith(made.token)).toBe(200);
  });

  it('refuses a name that is taken, on stderr, with exit code 1', async () => {
    const { code, stdout, stderr } = await rollcall.cli('integration', 'create', '--name', 'entra id', '--json');

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('A05: lists integrations and tokens, and never the token itself', async () => {
    const integrations = await rollcall.json<IntegrationSummary[]>('integration', 'list');
    const tokens = await rollcall.json<TokenView[]>('token', 'list', '--integration', made.integrationId);
    const byName = await rollcall.cli('token', 'list', '--integration', 'Entra ID');

    expect(integrations.map(({ id, name }) => ({ id, name }))).toEqual([{ id: made.integrationId, name: 'Entra ID' }]);
    expect(tokens.map(({ lastFour, state }) => ({ lastFour, state }))).toEqual([
      { lastFour: made.token.slice(-4), state: 'live' },
    ]);
    expect(byName.stdout).toContain(`...${made.token.slice(-4)}`);
    expect(JSON.stringify([integrations, tokens, byName])).not.toContain(made.token);
  });

  it('makes a second token that works at once, and revokes the first at once', async () => {
    const [first] = await rollcall.json<TokenView[]>('token', 'list', '--integration', made.integrationId);
    const second = await rollcall.json<Connection>('token', 'create', '--integration', made.integrationId);
    expect([await statusWith(made.token), await statusWith(second.token)]).toEqual([200, 200]);

    const { code } = await rollcall.cli('token', 'revoke', first?.id ?? '');

    expect(code).toBe(0);
    expect([await statusWith(made.token), await statusWith(second.token)]).toEqual([401, 200]);
  });

  it.each([
    [['token', 'revoke', '00000000-0000-7000-8000-000000000000']],
    [['token', 'list', '--integration', 'Nobody']],
    [['integration', 'create']],
    [['integration', 'destroy']],
    [['--verbose']],
  ])('says in one sentence what is wrong with %j', async (args) => {
    const { code, stdout, stderr } = await rollcall.cli(...args);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\bat .*\.js/);
  });

  it('explains itself without a database', async () => {
    const { code, stdout } = await rollcall.cli('--help');

    expect(code).toBe(0);
    expect(stdout).toContain('integration create --name');
  });

  it('works without the server as well, and what it made is there when the server starts', async () => {
    await server.stop();

    const offline = await rollcall.connect('Okta');
    const checked = await rollcall.cli('check');
    server = await rollcall.start(Number(new URL(server.url).port));

    expect(checked.code).toBe(0);
    expect(offline.scimUrl).toBe(made.scimUrl);
    expect(await statusWith(offline.token)).toBe(200);
  }, 60_000);
});
