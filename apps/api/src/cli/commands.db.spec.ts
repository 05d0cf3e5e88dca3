import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { readCommandLine } from './command-line';
import { carryOut, type Answer } from './commands';
import { openOperator, type Operator } from './operator';

const OWNER = {
  ROLLCALL_SETUP_TENANT: 'Acme',
  ROLLCALL_SETUP_EMAIL: 'owner@example.com',
  ROLLCALL_SETUP_PASSWORD: 'a long walk by the quiet river',
};

describe('the operator at the command line', () => {
  let database: TestDatabase;
  let operator: Operator;
  const open = (more: Record<string, string>): Promise<Operator> =>
    openOperator({ DATABASE_URL: database.url, ROLLCALL_SECRET: 'only for tests: 32 characters or more', ...more });

  const run = (...args: string[]): Promise<Answer> => {
    const { command, ...rest } = readCommandLine(args);
    if (command.kind === 'help') throw new Error('help is no work');
    return carryOut({ ...rest, command }, operator);
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    const before = await open({});
    operator = before;
    await expect(run('integration', 'list')).rejects.toThrow('There is no organisation yet');
    await before.close();
    operator = await open({ ...OWNER, ROLLCALL_URL: 'https://rollcall.example.com' });
  }, 30_000);
  afterAll(async () => {
    await operator.close();
    await database.drop();
  });

  it('creates an integration and answers with what the provider needs, and no more', async () => {
    const { json, text } = await run('integration', 'create', '--name', 'Entra ID');

    expect(json).toEqual({
      integrationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      scimUrl: 'https://rollcall.example.com/api/v1/scim',
      token: expect.stringMatching(/^rcs_/),
    });
    expect(text).toContain('it is not shown again');
    await expect(run('integration', 'create', '--name', ' entra id ')).rejects.toThrow('exists already');
  });

  it('lists, adds and revokes tokens by the name of their integration', async () => {
    await run('integration', 'create', '--name', 'Okta', '--provider', 'okta');
    const { json: added } = (await run('token', 'create', '--integration', 'okta')) as {
      json: { tokenId: string; token: string };
    };
    const revoked = await run('token', 'revoke', added.tokenId);
    const { json: list, text } = await run('token', 'list', '--integration', 'Okta');

    expect(revoked.text).toBe(`The token ending in ${added.token.slice(-4)} of "Okta" is revoked.`);
    expect(list).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: added.tokenId, state: 'revoked' }),
        expect.objectContaining({ state: 'live' }),
      ]),
    );
    expect(text).not.toContain(added.token);
  });

  it('SEC-06: gives a token the end that was asked for, tells it and lists it', async () => {
    const expiresAt = '2030-03-31T23:59:59.000Z';
    const made = await run('integration', 'create', '--name', 'Ping', '--provider', 'ping', '--expires', '2030-03-31');
    const further = await run('token', 'create', '--integration', 'Ping', '--expires', '2030-03-31');
    const { json: list, text } = await run('token', 'list', '--integration', 'Ping');

    for (const answer of [made, further]) {
      expect(answer.json).toMatchObject({ expiresAt });
      expect(answer.text).toContain(`Expires       ${expiresAt}`);
    }
    expect(list).toMatchObject([{ expiresAt }, { expiresAt }]);
    expect(text).toContain('EXPIRES');
    expect(text.split(expiresAt)).toHaveLength(3);
  });

  it('says what is not there', async () => {
    await expect(run('token', 'list', '--integration', 'nothing')).rejects.toThrow('There is no integration "nothing"');
    await expect(run('token', 'revoke', 'nothing')).rejects.toThrow('There is no token with the id "nothing"');
    await expect(run('integration', 'list', '--organisation', 'other')).rejects.toThrow('with --organisation: acme');
  });
});
