import type { BrakeTrip, BrakeTripView, GeneratedToken } from '@rollcall/admin-contracts';
import { givenConnectedOrganisation } from '../testing/connected-organisation';
import type { TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';
import { until } from '../testing/until';
import { BrakeWatch } from './brake-watch';
import { givenPeople, STORMS } from './testing/storm';

describe('the brake, whatever becomes of the tokens meanwhile', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  givenConnectedOrganisation((given) => {
    ({ acme, entra } = given);
  });

  const base = () => `/integrations/${entra.facts.integrationId}`;
  const trips = async () => {
    await acme.app.get(BrakeWatch, { strict: false }).lookNow(entra.facts);
    return (await acme.owner.get<BrakeTrip[]>('/brake/trips')).body;
  };
  const view = async () => (await acme.owner.get<BrakeTripView>(`/brake/trips/${(await trips())[0]?.id}`)).body;
  const secondToken = async () =>
    acme.scim((await acme.owner.post<GeneratedToken>(`${base()}/tokens/rotate`, { overlap: '1h' })).body);
  const revoke = ({ facts }: ScimConnection) => acme.owner.post(`${base()}/tokens/${facts.tokenId}/revoke`);
  const remove = (by: ScimConnection, ids: readonly string[]) => STORMS['DELETE']?.(by, ids);

  it('R-50: requests of several tokens of one integration count together; the first and the last name theirs', async () => {
    const people = await givenPeople(entra, 400);
    const other = await secondToken();
    await remove(entra, people.slice(0, 10));
    expect(await trips()).toEqual([]);

    await remove(other, people.slice(10, 20));

    expect(await view()).toMatchObject({
      peopleTotal: 20,
      firstRequest: { tokenLastFour: entra.facts.token.slice(-4) },
      lastRequest: { tokenLastFour: other.facts.token.slice(-4) },
    });
  });

  it('R-50: taking the same people by two tokens counts each person once', async () => {
    const people = await givenPeople(entra, 400);
    const other = await secondToken();
    await STORMS['PATCH active false']?.(entra, people.slice(0, 19));
    await remove(other, people.slice(0, 19));

    expect(await trips()).toEqual([]);
  });

  it('R-50: exactly what was committed before a revocation is counted, and the trip names the revoked token', async () => {
    const people = await givenPeople(entra, 400);
    const storm = remove(entra, people.slice(0, 200))?.catch(() => 'refused from then on');
    await until(async () => (await acme.sql(`select from event where kind = 'deleted'`)).length >= 25);
    await revoke(entra);
    expect(await storm).toBe('refused from then on');
    const gone = (await acme.sql(`select from event where kind = 'deleted'`)).length;

    expect(await view()).toMatchObject({
      peopleTotal: gone,
      undecided: gone,
      firstRequest: { tokenLastFour: entra.facts.token.slice(-4) },
    });
    expect(gone).toBeLessThan(200);
    expect(await acme.sql(`select id from deleted_resource where held_by is not null`)).toHaveLength(gone);
  });

  it('R-50: a pause right after a storm hides nothing of it, and refused requests add nothing to it', async () => {
    const people = await givenPeople(entra, 400);
    await remove(entra, people.slice(0, 20));
    await acme.owner.post(`${base()}/pause`, { hours: 1 });
    expect((await entra.delete(`/Users/${people[20]}`)).status).toBe(503);

    expect(await trips()).toMatchObject([{ peopleTotal: 20 }]);
    expect((await acme.owner.post(`/users/${people[0]}/restore`)).status).toBe(200);
  });

  it('R-50: a storm on both sides of a pause is one storm', async () => {
    const people = await givenPeople(entra, 400);
    await remove(entra, people.slice(0, 12));
    await acme.owner.post(`${base()}/pause`, { hours: 1 });
    expect(await trips()).toEqual([]);
    await acme.owner.post(`${base()}/resume`);
    await remove(entra, people.slice(12, 20));

    expect(await trips()).toMatchObject([{ peopleTotal: 20 }]);
  });

  it('R-50: a storm whose integration is deleted and restored before anybody looked trips all the same', async () => {
    const people = await givenPeople(entra, 400);
    await remove(entra, people.slice(0, 20));
    await acme.owner.delete(base(), { name: 'Entra ID' });
    expect(await trips()).toEqual([]);
    await acme.owner.post(`/integrations/deleted/${entra.facts.integrationId}/restore`, {});

    expect(await trips()).toMatchObject([{ peopleTotal: 20 }]);
  });
});
