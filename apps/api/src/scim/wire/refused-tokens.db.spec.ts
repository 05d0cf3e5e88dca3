import type { GeneratedToken } from '@rollcall/admin-contracts';
import { RequestLog } from '../../requests/request-log';
import { givenOrganisation, type TestOrganisation } from '../../testing/organisation';
import type { Body } from '../../testing/scim-connection';
import { DEAD_LISTED_MAX, RefusedTokens, UNKNOWN_LISTED_MAX } from './refused-tokens';

const FURTHER = 7;

describe('requests whose token opens nothing', () => {
  let acme: TestOrganisation;
  let entra: GeneratedToken;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  beforeEach(async () => {
    acme.app.get(RefusedTokens, { strict: false }).tell();
    await acme.app.get(RequestLog, { strict: false }).flush();
    await acme.startAfresh();
    entra = await acme.connect();
  });
  afterAll(() => acme.stop());

  const path = (): string => `/integrations/${entra.integrationId}`;

  async function logged(): Promise<Body[]> {
    await acme.app.get(RequestLog, { strict: false }).flush();
    return acme.sql('select * from scim_request order by at, id');
  }

  async function send(times: number, token: string): Promise<void> {
    for (let sent = 0; sent < times; sent += 1) {
      const { status, body } = await acme.scim({ ...entra, token }).get('/Users?filter=userName+eq+%22ana%22');
      expect([status, body.detail]).toEqual([401, expect.not.stringContaining('revoked on')]);
    }
  }

  it('C01 SEC-03: a revoked token’s requests say which token, when and who; the caller hears nothing of it', async () => {
    await acme.owner.post(`${path()}/tokens/${entra.tokenId}/revoke`);
    await send(1, entra.token);

    const [row] = await logged();
    const ending = new RegExp(
      `ending in ${entra.token.slice(-4)}, was revoked on \\d+ \\w+ \\d{4} at \\d\\d:\\d\\d UTC by Olga Owner\\.$`,
    );
    expect(row).toMatchObject({ status: 401, integration_id: entra.integrationId, token_id: entra.tokenId });
    expect([row.summary, row.trail.error.detail]).toEqual([
      expect.stringMatching(ending),
      expect.stringMatching(ending),
    ]);
    expect(JSON.stringify(row)).not.toContain(entra.token);
  });

  it('C01: an expired token’s requests say since when, a deleted integration’s by whom', async () => {
    await acme.sql(`update token set expires_at = now() - interval '1 minute' where id = $1`, [entra.tokenId]);
    await send(1, entra.token);
    await acme.owner.post(`${path()}/delete`, { name: 'Entra ID' });
    await acme.sql('update integration set deleted_at = now(), deleted_by = $2 where id = $1', [
      entra.integrationId,
      'Olga Owner',
    ]);
    await send(1, entra.token);

    const [expired, deleted] = await logged();
    expect(expired.summary).toMatch(/ending in \w{4}, expired on \d+ \w+ \d{4} at \d\d:\d\d UTC\.$/);
    expect(deleted.summary).toMatch(/integration of this token was deleted on .* by Olga Owner\.$/);
  });

  it('C01: a flood is listed up to a bound, and the rest is one row with the count', async () => {
    await acme.owner.post(`${path()}/tokens/${entra.tokenId}/revoke`);
    await send(DEAD_LISTED_MAX + FURTHER, entra.token);
    expect(await logged()).toHaveLength(DEAD_LISTED_MAX);

    acme.app.get(RefusedTokens, { strict: false }).tell();

    const rows = await logged();
    expect(rows).toHaveLength(DEAD_LISTED_MAX + 1);
    expect(rows.at(-1)).toMatchObject({
      status: 401,
      integration_id: entra.integrationId,
      summary: expect.stringMatching(new RegExp(`^Refused ${FURTHER} more requests .*127\\.0\\.0\\.1\\.$`)),
    });
    await send(1, entra.token);
    expect(await logged()).toHaveLength(DEAD_LISTED_MAX + 2);
  });

  it('C01 SEC-03: tokens that nobody issued are a few rows of the organisation, then a count', async () => {
    await send(UNKNOWN_LISTED_MAX + FURTHER, 'rcs_nonsense');
    acme.app.get(RefusedTokens, { strict: false }).tell();

    const rows = await logged();
    expect(rows).toHaveLength(UNKNOWN_LISTED_MAX + 1);
    for (const row of rows)
      expect(row).toMatchObject({ tenant_id: acme.tenantId, integration_id: null, status: 401, query: null });
    expect(rows[0].summary).toBe('Refused a GET from 127.0.0.1: Its bearer token was never issued here.');
    expect(rows.at(-1).summary).toContain(`${FURTHER} more requests`);
    expect(JSON.stringify(rows)).not.toContain('rcs_');
  });

  it('C01: a request without a token says so, and one that is served is no refusal', async () => {
    await acme.scim(entra).get('/Users', { token: null });
    await acme.scim(entra).get('/Users');

    const rows = await logged();
    expect(rows.map(({ status }) => status as number)).toEqual([401, 200]);
    expect(rows[0].summary).toContain('carries no bearer token');
  });

  it('C01: what is still counted when the server stops is told before it ends', async () => {
    const other = await givenOrganisation();
    const token = { ...(await other.connect()), token: 'rcs_nonsense' };
    for (let sent = 0; sent <= UNKNOWN_LISTED_MAX; sent += 1) await other.scim(token).get('/Users');

    await other.app.close();

    const rows = await other.sql<{ summary: string }>('select summary from scim_request order by at, id');
    expect(rows.at(-1)?.summary).toContain('1 more request ');
    await other.stop();
  });
});
