import { givenConnectedOrganisation } from '../testing/connected-organisation';
import type { TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';
import { BrakeWatch } from './brake-watch';
import { givenPeople, STORMS, turnOff } from './testing/storm';

describe('what the brake counts', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  givenConnectedOrganisation((given) => {
    ({ acme, entra } = given);
  });

  const look = () => acme.app.get(BrakeWatch, { strict: false }).lookNow(entra.facts);

  it('R-50: turning 15 people on and off again counts each of them once', async () => {
    const people = await givenPeople(entra, 400);
    for (let round = 0; round < 3; round += 1) {
      await STORMS['PATCH active false']?.(entra, people.slice(0, 15));
      for (const id of people.slice(0, 15)) {
        await entra.patch(`/Users/${id}`, [{ op: 'replace', path: 'active', value: true }]);
      }
    }

    await look();
    expect((await acme.owner.get('/brake/trips')).body).toEqual([]);
  });

  it('R-43: the preview of a threshold tells what it would have done', async () => {
    const people = await givenPeople(entra, 400);
    await STORMS['DELETE']?.(entra, people.slice(0, 15));
    await look();
    const history = async (peopleMin: number) => {
      const path = `/integrations/${entra.facts.integrationId}/brake/history?peopleMin=${peopleMin}&percent=1`;
      return (await acme.owner.get(path)).body;
    };

    expect(await history(20)).toMatchObject({ trips: [], peak: 15, limit: 20 });
    expect(await history(10)).toMatchObject({ trips: [{ effect: 'deleted', people: 15 }], peak: 15 });
  });

  it('R-43: one person turned off is nobody’s alarm, and a change of title is no effect at all', async () => {
    const people = await givenPeople(entra, 3);
    await entra.patch(`/Users/${people[0]}`, [turnOff()]);
    await entra.patch(`/Users/${people[1]}`, [{ op: 'replace', path: 'title', value: 'Lead' }]);
    await entra.patch(`/Users/${people[2]}`, [{ op: 'add', path: 'externalId', value: 'first value' }]);
    await look();

    expect(await acme.sql('select effect from brake_effect')).toEqual([{ effect: 'deactivated' }]);
  });
});
