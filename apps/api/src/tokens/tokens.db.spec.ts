import type { ConsoleErrorBody, GeneratedToken, RotationOverlap, TokenView } from '@rollcall/admin-contracts';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';

describe('tokens of an integration', () => {
  let acme: TestOrganisation;
  let first: GeneratedToken;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  beforeEach(async () => {
    await acme.startAfresh();
    first = await acme.connect();
  });
  afterAll(() => acme.stop());

  const path = (): string => `/integrations/${first.integrationId}/tokens`;
  const rotate = (overlap: RotationOverlap) => acme.owner.post<GeneratedToken>(`${path()}/rotate`, { overlap });
  const tokens = async (): Promise<TokenView[]> => (await acme.owner.get<TokenView[]>(path())).body;
  const opens = async (token: GeneratedToken): Promise<number> => (await acme.scim(token).get('/Users')).status;

  it('A05 SEC-02: no table holds any part of an issued token that would help, and no later answer shows it', async () => {
    const second = (await rotate('24h')).body;
    const tables = await acme.sql<{ name: string }>(
      `select quote_ident(relname) as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    );
    let dump = '';
    for (const { name } of tables) dump += JSON.stringify(await acme.sql(`select t::text from ${name} t`));
    for (const address of [path(), `/integrations/${first.integrationId}`, '/integrations', '/activity']) {
      dump += JSON.stringify((await acme.owner.get(address)).body);
    }

    expect(tables.length).toBeGreaterThan(10);
    for (const { token } of [first, second]) {
      for (let start = 4; start + 12 <= token.length; start += 1)
        expect(dump).not.toContain(token.slice(start, start + 12));
      expect(dump).toContain(token.slice(-4));
    }
  });

  it('A11: with an overlap the old token works on, ends by itself, and the new one works at once', async () => {
    const second = (await rotate('24h')).body;

    expect([await opens(first), await opens(second)]).toEqual([200, 200]);
    const [newest, old] = await tokens();
    expect(newest).toMatchObject({ id: second.tokenId, state: 'live' });
    expect(old).toMatchObject({ id: first.tokenId, state: 'ending' });
    const left = new Date(old?.expiresAt ?? '').getTime() - Date.now();
    expect(Math.round(left / 3_600_000)).toBe(24);

    await acme.sql(`update token set expires_at = now() where id = $1`, [first.tokenId]);

    expect([await opens(first), await opens(second)]).toEqual([401, 200]);
    expect((await tokens())[1]).toMatchObject({ state: 'expired' });
  });

  it('A11: "now" ends every old token with the same commit', async () => {
    const second = (await rotate('1h')).body;
    const third = (await rotate('now')).body;

    expect([await opens(first), await opens(second), await opens(third)]).toEqual([401, 401, 200]);
    expect((await tokens()).map(({ state }) => state)).toEqual(['live', 'revoked', 'revoked']);
  });

  it('A11 SEC-07: at most two tokens are live, also when many rotate at the same moment', async () => {
    const answers = await Promise.all([rotate('7d'), rotate('7d'), rotate('7d')]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await tokens()).filter(({ state }) => state !== 'revoked')).toHaveLength(2);
  });

  it('SEC-08: a revoked token opens nothing from the answer on, and cannot be revoked again', async () => {
    expect(await opens(first)).toBe(200);

    const revoked = await acme.owner.post<TokenView>(`${path()}/${first.tokenId}/revoke`);
    const again = await acme.owner.post<ConsoleErrorBody>(`${path()}/${first.tokenId}/revoke`);

    expect(revoked.body).toMatchObject({ state: 'revoked', revokedBy: 'Olga Owner' });
    expect(await opens(first)).toBe(401);
    expect({ status: again.status, code: again.body.code }).toEqual({ status: 409, code: 'tokenNotLive' });
  });

  it('SEC-16: a token of another integration is not found here', async () => {
    const other = await acme.connect('Okta', 'okta');

    expect((await acme.owner.post(`${path()}/${other.tokenId}/revoke`)).status).toBe(404);
    expect(await opens(other)).toBe(200);
  });

  it('SEC-17: a supporter may revoke three tokens an hour, an admin more', async () => {
    const support = await acme.member('support');
    for (const name of ['one', 'two', 'three']) {
      const { integrationId, tokenId } = await acme.connect(name);
      expect((await support.post(`/integrations/${integrationId}/tokens/${tokenId}/revoke`)).status).toBe(200);
    }

    expect((await support.post(`${path()}/${first.tokenId}/revoke`)).status).toBe(403);
    expect((await acme.owner.post(`${path()}/${first.tokenId}/revoke`)).status).toBe(200);
  });

  it('SEC-17: a supporter who revokes many at the same moment revokes three', async () => {
    const support = await acme.member('support');
    const given = await Promise.all(Array.from({ length: 8 }, (_, index) => acme.connect(`Integration ${index}`)));

    const answers = await Promise.all(
      given.map(({ integrationId, tokenId }) =>
        support.post(`/integrations/${integrationId}/tokens/${tokenId}/revoke`),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 403, 403, 403, 403, 403]);
    expect((await Promise.all(given.map(opens))).filter((status) => status === 200)).toHaveLength(5);
    await acme.tokenUseWritten();
  });

  it('A11 SEC-09: first and last use are remembered with address and client; a refused token leaves no trace', async () => {
    await acme.scim(first).get('/Users');
    await acme.tokenUseWritten();
    const [used] = await tokens();
    expect(used).toMatchObject({ firstUsedAt: used?.lastUsedAt, lastAddress: '127.0.0.1' });

    const second = (await rotate('now')).body;
    await acme.scim(first).get('/Users');
    await acme.tokenUseWritten();

    const [fresh, dead] = await tokens();
    expect(fresh).toMatchObject({ id: second.tokenId });
    expect(fresh?.firstUsedAt).toBeUndefined();
    expect(dead?.lastUsedAt).toBe(used?.lastUsedAt);
  });
});
