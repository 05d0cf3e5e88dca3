import type { BrakeOutcome, BrakeTrip, BrakeTripView } from '@rollcall/admin-contracts';
import { v7 as uuid } from 'uuid';
import { givenConnectedOrganisation } from '../testing/connected-organisation';
import type { TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';
import { BrakeEvaluation } from './brake-evaluation';
import { BrakeJobs } from './brake-jobs';
import { BrakeJobsRepository } from './brake-jobs.repository';
import { BrakeWatch } from './brake-watch';
import { AT_START, DecisionSteps, type Decision } from './decision-steps';
import { IS_LOSS } from './effect-statements';
import { givenPeople, textsOf } from './testing/storm';

const MANY = 10_000;

jest.setTimeout(240_000);

describe('decisions about very many people', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  givenConnectedOrganisation((given) => {
    ({ acme, entra } = given);
  });

  /** As the provider's requests leave it, but in two statements. */
  async function deletedAtOnce(count: number): Promise<Map<string, string>> {
    await givenPeople(entra, count);
    const before = await textsOf(entra);
    await acme.sql(`with gone as (delete from scim_user returning *), kept as (
        insert into deleted_resource (tenant_id, integration_id, id, resource_type, label, email, resource, version, created_at)
        select tenant_id, integration_id, id, 'User', display_name, email, resource, version, created_at from gone)
      insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id)
      select tenant_id, integration_id, id, 'deleted', 'User', id from gone`);
    return before;
  }
  const openTrip = async (): Promise<BrakeTrip> => {
    await acme.app.get(BrakeWatch, { strict: false }).lookNow(entra.facts);
    const [trip] = (await acme.owner.get<BrakeTrip[]>('/brake/trips')).body;
    if (!trip) throw new Error('the brake did not trip');
    return trip;
  };
  const view = async (id: string) => (await acme.owner.get<BrakeTripView>(`/brake/trips/${id}`)).body;

  it('R-44: 10,000 held people trip, are previewed and all restored byte for byte, while requests are answered', async () => {
    const before = await deletedAtOnce(MANY);
    const trip = await openTrip();
    expect(trip.peopleTotal).toBe(MANY);

    const { body: expected } = await acme.owner.post<BrakeOutcome>(`/brake/trips/${trip.id}/preview`, {
      action: 'restore',
    });
    expect(expected).toMatchObject({ people: MANY, restored: MANY, refused: 0 });
    await acme.owner.post(`/brake/trips/${trip.id}/restore`, { expected });
    expect((await entra.post('/Users', { schemas: [], userName: 'meanwhile' })).status).toBeLessThan(500);
    await acme.app.get(BrakeJobs, { strict: false }).idle();

    expect(await view(trip.id)).toMatchObject({ undecided: 0, job: { done: MANY, outcome: expected } });
    const now = await textsOf(entra);
    for (const [id, text] of before) expect(now.get(id)).toBe(text);
  });

  it('R-44: a job whose process was killed in the middle of a step goes on, and nobody is decided about twice', async () => {
    await deletedAtOnce(900);
    const trip = await openTrip();
    const decision: Decision = {
      trip: { tenantId: acme.tenantId, integrationId: trip.integrationId, tripId: trip.id },
      action: 'restore',
      personIds: null,
      actor: { name: 'Olga Owner' },
    };
    const steps = acme.app.get(DecisionSteps, { strict: false });
    const jobs = acme.app.get(BrakeJobsRepository, { strict: false });
    const inTenant = acme.databases.console.inTenant.bind(acme.databases.console);
    await inTenant(acme.tenantId, (em) => jobs.insert(em, uuid(), decision, 900, AT_START));
    await inTenant(acme.tenantId, async (em) => {
      const job = await jobs.take(em, acme.tenantId);
      if (!job) throw new Error('no job');
      await jobs.save(em, acme.tenantId, job, await steps.step(em, decision, AT_START));
    });
    // What kill -9 leaves of the second step: its connection is gone before the commit.
    const killed = inTenant(acme.tenantId, async (em) => {
      const job = await jobs.take(em, acme.tenantId);
      if (!job) throw new Error('no job');
      await jobs.save(em, acme.tenantId, job, await steps.step(em, decision, { ...job, isFinished: false }));
      const [{ pid }] = await em.query<[{ pid: number }]>('select pg_backend_pid() as pid');
      await acme.sql('select pg_terminate_backend($1)', [pid]);
      await em.query('select 1');
    });
    await expect(killed).rejects.toThrow();
    expect((await view(trip.id)).undecided).toBe(700);

    const runner = acme.app.get(BrakeJobs, { strict: false });
    runner.wake();
    await runner.idle();

    expect(await view(trip.id)).toMatchObject({ undecided: 0, job: { done: 900, outcome: { restored: 900 } } });
    const events = await acme.sql<{ count: number }>(
      `select count(*)::int as count from event where kind = 'restored'`,
    );
    expect(events[0]?.count).toBe(900);
  });

  it('R-43: two processes that look at the same moment open one trip', async () => {
    await deletedAtOnce(50);
    const evaluation = acme.app.get(BrakeEvaluation, { strict: false });

    await Promise.all(Array.from({ length: 4 }, () => evaluation.evaluate(entra.facts)));

    expect(await acme.sql('select id from brake_trip')).toHaveLength(1);
  });

  it('R-43: finding new losses reads an index that holds nothing else', async () => {
    await givenPeople(entra, 5_000);
    await acme.sql('analyze event');
    const plan = await acme.databases.worker.inTenant(acme.tenantId, async (tx) => {
      const { rows } = await tx.query<{ 'QUERY PLAN': string }>(
        `explain select e.* from event e
          where e.tenant_id = '${acme.tenantId}' and e.integration_id = '${entra.facts.integrationId}' and e.xid >= '100'::xid8 and ${IS_LOSS}
          order by e.xid limit 5000`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });

    expect(plan).toContain('event_loss_idx');
  });
});
