import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { RequestRetention } from './request-retention';

const ROWS = 5_003;

describe('retention of the request log', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation({ ROLLCALL_REQUESTS_KEPT_DAYS: '10', ROLLCALL_FAILURES_KEPT_DAYS: '20' });
    for (const days of [5, 11, 15, 25]) await makeDay(days);
  });
  afterAll(() => acme.stop());
  beforeEach(() => acme.sql('delete from scim_request'));

  /** The partition of a day in the past, which no running server would make any more. */
  async function makeDay(daysAgo: number): Promise<void> {
    const [days] = await acme.sql<{ day: string; next: string }>(
      `select (current_date - $1::int)::text as day, (current_date - $1::int + 1)::text as next`,
      [daysAgo],
    );
    if (!days) throw new Error('no day');
    const { day, next } = days;
    const name = `scim_request_${day.replaceAll('-', '')}`;
    await acme.sql(
      `create table ${name} partition of scim_request for values from ('${day} 00:00Z') to ('${next} 00:00Z')`,
    );
  }

  async function givenRequests(daysAgo: number, status: number, count = 1): Promise<void> {
    await acme.sql(
      `insert into scim_request (tenant_id, at, id, method, path, status, duration_ms, summary)
       select $1, (current_date - $2::int) + interval '1 hour' + n * interval '1 millisecond', gen_random_uuid(), 'GET', '/', $3, 1, 'x'
         from generate_series(1, $4) n`,
      [acme.tenantId, daysAgo, status, count],
    );
  }

  const left = async () =>
    acme.sql<{ days: number; status: number; count: number }>(
      `select (current_date - at::date)::int as days, status::int, count(*)::int from scim_request group by 1, 2 order by 1, 2`,
    );
  const retention = () => acme.app.get(RequestRetention, { strict: false });

  it('C01: forgets successes sooner than failures, in steps, and says how many', async () => {
    await givenRequests(5, 200);
    await givenRequests(11, 200, ROWS);
    await givenRequests(15, 201);
    await givenRequests(15, 409);
    await givenRequests(25, 500);

    expect(await retention().run()).toEqual({ successes: ROWS + 1, days: 1 });
    expect(await left()).toEqual([
      { days: 5, status: 200, count: 1 },
      { days: 15, status: 409, count: 1 },
    ]);
    expect(await retention().run()).toEqual({ successes: 0, days: 0 });
  });

  it('R-12: does nothing while another process is at it', async () => {
    await givenRequests(11, 200);
    await acme.databases.console.inTransaction(async (em) => {
      await em.query('select pg_advisory_xact_lock(7262012)');
      expect(await retention().run()).toEqual({ successes: 0, days: 0 });
    });

    expect(await retention().run()).toEqual({ successes: 1, days: 0 });
  });

  it('R-12: gives way to a reader of the log, and makes nobody queue behind it', async () => {
    await makeDay(30);
    await acme.databases.console.inTenant(acme.tenantId, async (em) => {
      await em.query('select count(*) from scim_request');
      expect(await retention().run()).toBeUndefined();
    });

    expect(await retention().run()).toEqual({ successes: 0, days: 1 });
  });
});
