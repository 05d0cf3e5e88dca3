import pg from 'pg';
import { connectScim } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import { expectScimError } from './scim-expectations';

describe('trouble of ours, and tokens that end', () => {
  const scim = givenScim({ ROLLCALL_STATEMENT_TIMEOUT_MS: '300' });

  beforeAll(async () => {
    for (const userName of ['a', 'b', 'c']) await scim.createUser({ userName });
  });

  /** Another session holds the users for itself, so that whoever asks has to wait. */
  async function whileUsersAreHeld<Result>(work: () => Promise<Result>): Promise<Result> {
    const owner = new pg.Client(scim.server.databaseUrl);
    await owner.connect();
    await owner.query('begin');
    await owner.query('lock table scim_user in access exclusive mode');
    try {
      return await work();
    } finally {
      await owner.query('rollback');
      await owner.end();
    }
  }

  it('E-05 L-20: a query that asks too much is told to be narrowed', async () => {
    const answer = await whileUsersAreHeld(() => scim.filter('/Users', 'title co "x"'));
    expectScimError(answer, 400, 'tooMany');
    expect(answer.body.detail).toContain('Narrow it');
  });

  it('H-30: when the database does not answer in time it is 503 with Retry-After, and heals by itself', async () => {
    const made = await scim.createUser({ userName: 'd' });
    const answer = await whileUsersAreHeld(() => scim.get(`/Users/${made.id}`));
    expectScimError(answer, 503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await scim.get(`/Users/${made.id}`)).status).toBe(200);
  });

  it('C-17 M-12: a revoked token opens nothing any more, neither the next page nor a complaint about a broken body', async () => {
    const other = await connectScim(scim.server);
    for (const userName of ['a', 'b', 'c']) await other.createUser({ userName });
    const first = (await other.get('/Users?cursor&count=2')).body;
    await other.look('update token set revoked_at = now() where id = $1', [other.facts.tokenId]);
    expectScimError(await other.get(`/Users?cursor=${first.nextCursor}&count=2`), 401);
    expectScimError(await other.post('/Users', undefined, { raw: '{"userName":' }), 401);
    expectScimError(await other.get('/Users/nobody'), 401);
    expect((await other.get('/Users')).headers.get('www-authenticate')).toContain('Bearer');
  });

  it('A15: a paused integration answers 503 with Retry-After, so that the provider comes back', async () => {
    const other = await connectScim(scim.server);
    await other.look(`update integration set paused_until = now() + interval '1 hour' where id = $1`, [
      other.facts.integrationId,
    ]);
    const answer = await other.get('/Users');
    expectScimError(answer, 503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await other.look('update integration set paused_until = null where id = $1', [other.facts.integrationId]);
    expect((await other.get('/Users')).status).toBe(200);
  });
});
