import type { BrakeAction, BrakeOutcome, BrakeTrip, BrakeTripView } from '@rollcall/admin-contracts';
import fc from 'fast-check';
import { httpRuns, runsTimeoutMs } from '../scim/conformance/property-runs';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { BrakeJobs } from './brake-jobs';
import { BrakeWatch } from './brake-watch';
import { givenPeople, STORMS } from './testing/storm';

const PEOPLE = 30;
const RUNS = httpRuns(6);
const SEED = process.env['PROPERTY_SEED'];

/** Storms that can follow each other: deleted people cannot be changed any more, so deletion comes last. */
const LAST = ['DELETE', 'Bulk DELETE'];
const EARLIER = Object.keys(STORMS).filter((shape) => !LAST.includes(shape));

const world = fc.record({
  earlier: fc.uniqueArray(fc.constantFrom(...EARLIER), { maxLength: 3 }),
  last: fc.constantFrom(...LAST, 'none'),
  deleted: fc.integer({ min: 20, max: PEOPLE }),
  squatters: fc.uniqueArray(fc.integer({ min: 1, max: PEOPLE }), { maxLength: 3 }),
  action: fc.constantFrom<BrakeAction>('restore', 'restore', 'release'),
  chosen: fc.option(fc.uniqueArray(fc.nat(PEOPLE - 1), { minLength: 1 })),
});

describe('previews of decisions', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  afterAll(() => acme.stop());

  it(
    'R-46: whatever happened and whoever is chosen, the result is what the preview said',
    async () => {
      await fc.assert(
        fc.asyncProperty(world, async ({ earlier, last, deleted, squatters, action, chosen }) => {
          await acme.startAfresh();
          await acme.sql('truncate deleted_resource');
          const entra = acme.scim(await acme.connect());
          const people = await givenPeople(entra, PEOPLE);
          for (const shape of earlier) await STORMS[shape]?.(entra, people);
          if (last !== 'none') await STORMS[last]?.(entra, people.slice(0, deleted));
          for (const number of squatters) await entra.post('/Users', squatter(number));
          await acme.app.get(BrakeWatch, { strict: false }).lookNow(entra.facts);
          const [trip] = (await acme.owner.get<BrakeTrip[]>('/brake/trips')).body;
          fc.pre(trip !== undefined);
          const path = `/brake/trips/${trip.id}`;
          const personIds = chosen === null ? {} : { personIds: chosen.map((index) => people[index]) };

          const { body: expected } = await acme.owner.post<BrakeOutcome>(`${path}/preview`, { action, ...personIds });
          const { status } = await acme.owner.post(`${path}/${action}`, { expected, ...personIds });
          await acme.app.get(BrakeJobs, { strict: false }).idle();

          expect(status).toBe(200);
          expect((await acme.owner.get<BrakeTripView>(path)).body.job).toMatchObject({ outcome: expected });
        }),
        { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: Number(SEED) }) },
      );
    },
    runsTimeoutMs(RUNS) * 4,
  );
});

function squatter(number: number) {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: `P${number}@acme.example`,
    displayName: `Squatter ${number}`,
  };
}
