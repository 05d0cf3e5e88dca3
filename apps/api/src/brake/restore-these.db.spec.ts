import type { BrakeOutcome, BrakeTrip } from '@rollcall/admin-contracts';
import { givenConnectedOrganisation } from '../testing/connected-organisation';
import type { TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';
import { BrakeJobs } from './brake-jobs';
import { BrakeWatch } from './brake-watch';
import { givenPeople, STORMS, textsOf } from './testing/storm';

jest.setTimeout(60_000);

const AFFECTED = 30;
const CHOSEN = 10;
/** Shapes of a storm that take people out of groups. */
const OF_GROUPS = ['emptying a group', 'deleting groups'];

describe('restoring some of those whom a trip holds', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  givenConnectedOrganisation((given) => {
    ({ acme, entra } = given);
  });

  const openTrip = async (): Promise<BrakeTrip> => {
    await acme.app.get(BrakeWatch, { strict: false }).lookNow(entra.facts);
    const [trip] = (await acme.owner.get<BrakeTrip[]>('/brake/trips')).body;
    if (!trip) throw new Error('no trip is open');
    return trip;
  };
  const restore = async (chosen?: readonly string[]): Promise<void> => {
    const path = `/brake/trips/${(await openTrip()).id}`;
    const personIds = chosen === undefined ? {} : { personIds: chosen };
    const { body: expected } = await acme.owner.post<BrakeOutcome>(`${path}/preview`, {
      action: 'restore',
      ...personIds,
    });
    expect((await acme.owner.post(`${path}/restore`, { expected, ...personIds })).status).toBe(200);
    await acme.app.get(BrakeJobs, { strict: false }).idle();
  };
  const members = async (): Promise<string[]> =>
    (await acme.sql<{ id: string }>('select member_id as id from group_member order by 1')).map(({ id }) => id);

  it.each(Object.keys(STORMS))(
    'A37: after a storm by %s the chosen ones are as before, byte for byte, the others as the storm left them, until they come back, too',
    async (shape) => {
      const people = await givenPeople(entra, 100);
      const before = await textsOf(entra);
      await STORMS[shape]?.(entra, people.slice(0, AFFECTED));
      const stormed = await textsOf(entra);
      const chosen = people.slice(0, CHOSEN);

      await restore(chosen);

      const partly = await textsOf(entra);
      for (const id of chosen) expect(partly.get(id)).toBe(before.get(id));
      for (const id of people.slice(CHOSEN)) expect(partly.get(id)).toBe(stormed.get(id));
      expect(await members()).toEqual(OF_GROUPS.includes(shape) ? chosen : []);
      expect((await openTrip()).undecided).toBe(AFFECTED - CHOSEN);

      await restore();

      expect(await textsOf(entra)).toEqual(before);
      expect(await members()).toEqual(OF_GROUPS.includes(shape) ? people.slice(0, AFFECTED) : []);
    },
  );
});
