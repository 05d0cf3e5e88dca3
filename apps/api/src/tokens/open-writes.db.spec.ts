import type { GeneratedToken, TokenView } from '@rollcall/admin-contracts';
import pg from 'pg';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { until } from '../testing/until';
import { U, type Answer, type ScimConnection } from '../testing/scim-connection';
import { PATIENCE_MS } from './open-writes';

// What is lost once is lost: no second try.
jest.retryTimes(0);

const ROUNDS = 12;
const WRITERS = 6;

describe('writes that are under way when a token is revoked', () => {
  let acme: TestOrganisation;
  let entra: GeneratedToken;
  let scim: ScimConnection;
  let holder: pg.Client;

  beforeAll(async () => {
    acme = await givenOrganisation();
    holder = new pg.Client(acme.databaseUrl);
    await holder.connect();
  });
  beforeEach(async () => {
    await acme.startAfresh();
    entra = await acme.connect();
    scim = acme.scim(entra);
  });
  afterEach(() => holder.query('rollback'));
  afterAll(async () => {
    await holder.end();
    await acme.stop();
  });

  const revoke = ({ integrationId, tokenId }: GeneratedToken) =>
    acme.owner.post<TokenView>(`/integrations/${integrationId}/tokens/${tokenId}/revoke`);

  const isWaiting = async (): Promise<boolean> =>
    (
      await acme.sql(
        `select from pg_stat_activity
          where datname = current_database() and application_name like 'rollcall-scim %' and wait_event_type = 'Lock'`,
      )
    ).length > 0;

  const stateOf = (userId: string) =>
    acme.sql(
      'select version, (select count(*)::int from event where resource_id = $1) as events from scim_user where id = $1',
      [userId],
    );

  /** Holds the user's row, so that a change of it has begun and cannot end. */
  async function stuckPatch(): Promise<{ readonly userId: string; readonly patch: Promise<Answer> }> {
    const { id: userId } = (await scim.createUser({ userName: 'ana' })) as { id: string };
    await holder.query('begin');
    await holder.query('select from scim_user where id = $1 for update', [userId]);
    const patch = scim.patch(`/Users/${userId}`, [{ op: 'replace', path: 'title', value: 'Boss' }]);
    await until(isWaiting);
    return { userId, patch };
  }

  it('SEC-08: one that ends soon is waited for: when the answer comes, it is committed', async () => {
    const { userId, patch } = await stuckPatch();
    let answered = false;
    const revoked = revoke(entra).then((answer) => {
      answered = true;
      return answer;
    });
    const isRevoked = `select from token where id = $1 and revoked_at is not null`;
    await until(async () => (await acme.sql(isRevoked, [entra.tokenId])).length > 0);
    expect(answered).toBe(false);

    await holder.query('rollback');

    expect((await revoked).body).toMatchObject({ state: 'revoked' });
    const seen = await stateOf(userId);
    expect((await patch).status).toBe(200);
    expect(seen).toEqual([{ version: 2, events: 2 }]);
    expect(await stateOf(userId)).toEqual(seen);
  });

  it('SEC-08: one that does not end is cancelled, and nothing of it is ever committed', async () => {
    const { userId, patch } = await stuckPatch();
    const began = Date.now();

    const { status } = await revoke(entra);

    const tookMs = Date.now() - began;
    await holder.query('rollback');
    expect(status).toBe(200);
    expect(tookMs).toBeGreaterThanOrEqual(PATIENCE_MS);
    expect([401, 503]).toContain((await patch).status);
    expect(await stateOf(userId)).toEqual([{ version: 1, events: 1 }]);
  });

  it('SEC-08: another integration’s write is neither waited for nor cancelled', async () => {
    const other = await acme.connect('Okta', 'okta');
    const { patch } = await stuckPatch();

    expect((await revoke(other)).status).toBe(200);

    expect(await isWaiting()).toBe(true);
    await holder.query('rollback');
    expect((await patch).status).toBe(200);
  });

  it('SEC-08: under load, what the database holds when revocation or rotation is answered is what it holds ever after', async () => {
    let made = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const token = await acme.connect(`Load ${round}`);
      const client = acme.scim(token);
      const stop = new AbortController();
      const write = async (): Promise<void> => {
        while (!stop.signal.aborted) {
          made += 1;
          const { status } = await client.post('/Users', { schemas: [U], userName: `u${made}` });
          if (status === 401) return;
        }
      };
      const writers = Array.from({ length: WRITERS }, write);
      const held = async (): Promise<number> =>
        (await acme.sql('select from event where integration_id = $1', [token.integrationId])).length;
      await until(async () => (await held()) > WRITERS);

      const path = `/integrations/${token.integrationId}/tokens`;
      const answer =
        round % 2 === 0 ? await revoke(token) : await acme.owner.post(`${path}/rotate`, { overlap: 'now' });

      const atAnswer = await held();
      await Promise.all(writers);
      stop.abort();
      expect([answer.status < 300, await held()]).toEqual([true, atAnswer]);
    }
  }, 60_000);
});
