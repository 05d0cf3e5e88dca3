import type { TokenView } from '@rollcall/admin-contracts';
import { eventually } from './harness/eventually';
import { databaseInstallation } from './harness/installation';
import { ScimClient } from './harness/scim-client';

// What is lost once is lost: no second try.
jest.retryTimes(0);

interface Outcome {
  readonly startedAt: number;
  readonly status: number;
}

describe('a token revoked in the middle of a run', () => {
  it('SEC-08 B02: every request that starts after the answer of the revocation hears 401, every earlier one is done or refused', async () => {
    const rollcall = await databaseInstallation();
    const server = await rollcall.start();
    const { integrationId, token } = await rollcall.connect('Entra ID');
    const client = new ScimClient(server.url, token, 8);
    const outcomes: Outcome[] = [];
    let running = true;
    const write = async (writer: number): Promise<void> => {
      for (let number = 0; running; number += 1) {
        const startedAt = performance.now();
        const body = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: `u${writer}-${number}` };
        const { status } = await (number % 2 === 0 ? client.post('/Users', body) : client.get('/Users?count=1'));
        outcomes.push({ startedAt, status });
      }
    };
    const made = (): number => outcomes.filter(({ status }) => status === 201).length;
    const writers = Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
    const [live] = await rollcall.json<TokenView[]>('token', 'list', '--integration', integrationId);

    await eventually('the writers are at work', 30_000, () => Promise.resolve(made() > 10));
    const revoked = await rollcall.cli('token', 'revoke', live?.id ?? '');
    const revokedAt = performance.now();
    const sinceThen = () => outcomes.filter(({ startedAt }) => startedAt > revokedAt);
    await eventually('the writers have asked again', 30_000, () => Promise.resolve(sinceThen().length > 10));
    running = false;
    await writers;
    client.close();

    expect(revoked.code).toBe(0);
    const before = outcomes.filter(({ startedAt }) => startedAt <= revokedAt).map(({ status }) => status);
    expect(new Set(sinceThen().map(({ status }) => status))).toEqual(new Set([401]));
    expect(before.every((status) => [200, 201, 401].includes(status))).toBe(true);
    const [users] = (await rollcall.database?.sql<{ count: number }>('select count(*)::int from scim_user')) ?? [];
    expect(users?.count).toBe(made());
  }, 60_000);
});
