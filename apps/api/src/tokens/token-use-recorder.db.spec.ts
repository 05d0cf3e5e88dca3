import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { until } from '../testing/until';
import type { ScimCaller } from './scim-caller';
import { TokenUseRecorder } from './token-use-recorder';

describe('the last use of tokens', () => {
  let acme: TestOrganisation;
  let recorder: TokenUseRecorder;

  beforeAll(async () => {
    acme = await givenOrganisation();
    recorder = acme.app.get(TokenUseRecorder, { strict: false });
  });
  afterAll(() => acme.stop());

  const callerOf = async (name: string): Promise<ScimCaller> => {
    const { integrationId, tokenId } = await acme.connect(name);
    return { tenantId: acme.tenantId, integrationId, tokenId, integrationName: name, provider: 'entra' };
  };
  const clientOf = async ({ tokenId }: ScimCaller) =>
    (
      await acme.sql<{ client: string }>('select last_client as client from token_use where token_id = $1', [tokenId])
    )[0]?.client;
  const use = (caller: ScimCaller, client: string) => {
    recorder.record(caller, { at: new Date(), client });
  };

  it('is written of all tokens that still are there, whatever became of the others', async () => {
    const kept = await callerOf('Kept');
    const gone = { ...kept, tokenId: randomUUID() };
    use(gone, 'a client');
    use(kept, 'a client');

    await recorder.flush();

    expect(await clientOf(kept)).toBe('a client');
    expect(await clientOf(gone)).toBeUndefined();
  });

  it('is written, too, when one of the tokens is purged in the same moment', async () => {
    const [kept, gone] = [await callerOf('Still there'), await callerOf('Purged')];
    const purging = new pg.Client(acme.databaseUrl);
    await purging.connect();
    await purging.query('begin');
    await purging.query('delete from token where id = $1', [gone.tokenId]);
    use(gone, 'a client');
    use(kept, 'a client');

    const flushed = recorder.flush();
    await until(async () => (await acme.sql(WAITING)).length > 0);
    await purging.query('commit');
    await flushed;
    await purging.end();

    expect(await clientOf(kept)).toBe('a client');
    expect(await clientOf(gone)).toBeUndefined();
  });
});

const WAITING = `select 1 from pg_stat_activity
  where datname = current_database() and application_name = 'rollcall-worker' and wait_event_type = 'Lock'`;
