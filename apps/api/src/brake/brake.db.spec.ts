import type {
  ActivityPage,
  AffectedPerson,
  BrakeOutcome,
  BrakeTrip,
  BrakeTripView,
  BrakeView,
  ConsoleErrorBody,
  Page,
} from '@rollcall/admin-contracts';
import type { ConsoleBrowser } from '../testing/console-browser';
import { givenConnectedOrganisation } from '../testing/connected-organisation';
import type { TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';
import { DeletionPurge } from '../restoration/deletion-purge';
import { BrakeJobs } from './brake-jobs';
import { BrakeWatch } from './brake-watch';
import { givenPeople, STORMS, textsOf } from './testing/storm';

jest.setTimeout(60_000);

describe('the brake on mass deprovisioning', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  givenConnectedOrganisation((given) => {
    ({ acme, entra } = given);
  });

  const look = () => acme.app.get(BrakeWatch, { strict: false }).lookNow(entra.facts);
  const trips = async () => {
    await look();
    return (await acme.owner.get<BrakeTrip[]>('/brake/trips')).body;
  };
  const storm = async (shape: string, ids: readonly string[]) => {
    await STORMS[shape]?.(entra, ids);
  };
  const tripId = async () => (await trips())[0]?.id ?? 'none';
  const view = async (id: string) => (await acme.owner.get<BrakeTripView>(`/brake/trips/${id}`)).body;
  const preview = async (id: string, action: 'restore' | 'release', personIds?: readonly string[], by = acme.owner) =>
    (await by.post<BrakeOutcome>(`/brake/trips/${id}/preview`, { action, ...(personIds ? { personIds } : {}) })).body;
  const decide = async (
    id: string,
    action: 'restore' | 'release',
    personIds?: readonly string[],
    by: ConsoleBrowser = acme.owner,
  ) => {
    const expected = await preview(id, action, personIds, by);
    const answer = await by.post<BrakeTripView>(`/brake/trips/${id}/${action}`, {
      expected,
      ...(personIds ? { personIds } : {}),
    });
    await acme.app.get(BrakeJobs, { strict: false }).idle();
    return { answer, expected };
  };

  describe.each(Object.keys(STORMS))('a storm by %s', (shape) => {
    it('R-43: one person below the limit does not trip it, the limit does; all of it is undone byte for byte', async () => {
      const people = await givenPeople(entra, 400);
      const before = await textsOf(entra);
      await storm(shape, people.slice(0, 19));
      expect(await trips()).toEqual([]);

      await storm(shape, people.slice(19, 30));

      expect(await trips()).toMatchObject([
        { limit: 20, population: 400, peopleTotal: 30, undecided: 30, windowMinutes: 10 },
      ]);
      const { expected } = await decide(await tripId(), 'restore');
      expect(expected).toMatchObject({ people: 30, refused: 0 });
      expect(await textsOf(entra)).toEqual(before);
      expect(await trips()).toEqual([]);
    });
  });

  it.each([
    [1, 6, false],
    [4.9, 29, false],
    [5.1, 31, true],
    [50, 300, true],
    [100, 600, true],
  ])('R-43: deleting %s %% of 600 people', async (_, count, isTripped) => {
    const people = await givenPeople(entra, 600);

    await storm('DELETE', people.slice(0, count));

    expect(await trips()).toHaveLength(isTripped ? 1 : 0);
  });

  it.each([
    [1, false],
    [5, false],
    [19, false],
    [21, true],
  ])('R-43: of %s people all are turned off: the minimum of 20 decides', async (count, isTripped) => {
    const people = await givenPeople(entra, count);

    await storm('PATCH active false', people);

    expect(await trips()).toHaveLength(isTripped ? 1 : 0);
  });

  it('R-43: a small organisation is protected by a smaller minimum; the threshold is in the log with its old value', async () => {
    const people = await givenPeople(entra, 5);
    const path = `/integrations/${entra.facts.integrationId}/brake`;
    const answer = await acme.owner.patch<BrakeView>(path, { peopleMin: 3, percent: 50 });
    expect(answer).toMatchObject({ status: 200, body: { limit: 3, isDefault: false, updatedBy: 'Olga Owner' } });

    await storm('DELETE', people.slice(0, 3));

    expect(await trips()).toHaveLength(1);
    const { body } = await acme.owner.get<ActivityPage>('/activity?action=brake.thresholdChanged');
    expect(body.items[0]?.details).toEqual({
      before: { peopleMin: 20, percent: 5 },
      after: { peopleMin: 3, percent: 50 },
    });
  });

  it('R-50: people made up for it do not raise the limit', async () => {
    const people = await givenPeople(entra, 400);
    await acme.sql(`insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id)
      select '${acme.tenantId}', '${entra.facts.integrationId}', gen_random_uuid(), 'created', 'User', gen_random_uuid() from generate_series(1, 5000)`);

    await storm('DELETE', people.slice(0, 20));

    expect(await trips()).toMatchObject([{ population: 400, limit: 20 }]);
  });

  it('R-43: a drip that stays below the hour is caught by the day', async () => {
    const people = await givenPeople(entra, 400);
    // The look that the arrivals caused is over, and the next one comes half a second after the storm began.
    await look();
    await storm('PATCH active false', people.slice(0, 40));
    await acme.sql(`update event e set at = now() - n * interval '4 minutes' from (
      select id, row_number() over (order by id) as n from event where kind = 'updated') o where o.id = e.id`);

    expect(await trips()).toMatchObject([{ windowMinutes: 1440, limit: 40, peopleTotal: 40 }]);
  });

  it('R-44: the directory follows at once, with 2xx; what is deleted is held from the purge until somebody releases it', async () => {
    const people = await givenPeople(entra, 400);
    await storm('DELETE', people.slice(0, 30));
    await look();
    await acme.sql(`update deleted_resource set deleted_at = now() - interval '31 days'`);
    const purge = () => acme.app.get(DeletionPurge, { strict: false }).run();
    const kept = async () => (await acme.sql('select id from deleted_resource')).length;

    await purge();
    expect(await kept()).toBe(30);
    await decide(await tripId(), 'release', people.slice(0, 10));
    await purge();
    expect(await kept()).toBe(20);
    await decide(await tripId(), 'release');
    await purge();
    expect(await kept()).toBe(0);
  });

  it('R-50: a trip names token, address, first and last request and the affected people by effect', async () => {
    const people = await givenPeople(entra, 400);
    await storm('PATCH active false', people.slice(0, 20));
    await storm('DELETE', people.slice(0, 5));

    const trip = await view(await tripId());

    expect(trip).toMatchObject({
      effect: 'deactivated',
      people: { deactivated: 20, deleted: 5 },
      peopleTotal: 20,
      firstRequest: { tokenLastFour: entra.facts.token.slice(-4), address: '127.0.0.1' },
      lastRequest: { tokenLastFour: entra.facts.token.slice(-4) },
    });
    const page = await acme.owner.get<Page<AffectedPerson>>(`/brake/trips/${trip.id}/people?effect=deleted&limit=2`);
    expect(page.body).toMatchObject({
      total: 5,
      items: [{ state: 'deleted', effects: ['deactivated', 'deleted'] }, {}],
    });
    const found = await acme.owner.get<Page<AffectedPerson>>(`/brake/trips/${trip.id}/people?search=person%207`);
    expect(found.body.items.map(({ displayName }) => displayName)).toEqual(['Person 7']);
  });

  it('R-44: what comes while a trip is open joins it; after everything is decided the next storm trips anew', async () => {
    const people = await givenPeople(entra, 400);
    await storm('DELETE', people.slice(0, 25));
    await look();
    await storm('DELETE', people.slice(25, 40));
    expect(await trips()).toMatchObject([{ peopleTotal: 40 }]);
    await decide(await tripId(), 'release');
    expect(await trips()).toEqual([]);

    await storm('DELETE', people.slice(40, 60));

    expect(await trips()).toMatchObject([{ peopleTotal: 20 }]);
  });

  it('R-46 R-44: a preview changes nothing and says what happens; who cannot come back is named and stays undecided', async () => {
    const people = await givenPeople(entra, 400);
    await storm('DELETE', people.slice(0, 20));
    const squatter = await entra.createUser({ userName: 'P3@acme.example', displayName: 'Squatter' });
    const id = await tripId();
    const before = await textsOf(entra);

    const expected = await preview(id, 'restore');
    expect(await textsOf(entra)).toEqual(before);
    expect(expected).toMatchObject({
      people: 19,
      restored: 19,
      refused: 1,
      refusals: [{ id: people[2], displayName: 'Person 3', reason: 'nameTaken', holder: { id: squatter.id } }],
    });

    await decide(id, 'restore');
    expect((await view(id)).job).toMatchObject({ done: 19, outcome: expected });
    expect(await trips()).toMatchObject([{ undecided: 1 }]);
  });

  it('R-46: when the state has moved since the preview, nothing happens', async () => {
    const people = await givenPeople(entra, 400);
    await storm('DELETE', people.slice(0, 20));
    const id = await tripId();
    const expected = await preview(id, 'restore');
    await acme.owner.post(`/users/${people[0]}/restore`);

    const { status, body } = await acme.owner.post<ConsoleErrorBody>(`/brake/trips/${id}/restore`, { expected });

    expect([status, body.code]).toEqual([409, 'conflict']);
    expect((await view(id)).undecided).toBe(20);
  });

  it('R-43: names that were passed around in a circle all find their way back', async () => {
    const people = await givenPeople(entra, 30);
    const before = await textsOf(entra);
    const names = people.map((_, index) => `p${index + 1}@acme.example`);
    const rename = (id: string | undefined, value: string | undefined) =>
      entra.patch(`/Users/${id}`, [{ op: 'replace', path: 'userName', value }]);
    await rename(people[0], 'aside@acme.example');
    for (let index = 1; index < people.length; index += 1) await rename(people[index], names[index - 1]);
    await rename(people[0], names[people.length - 1]);

    await decide(await tripId(), 'restore');

    expect(await textsOf(entra)).toEqual(before);
  });

  it('R-43: turned off, removed from groups, then deleted: everything comes back, memberships too', async () => {
    const people = await givenPeople(entra, 100);
    const group = await entra.createGroup('Sales', people.slice(0, 40));
    const before = await textsOf(entra);
    const gone = people.slice(0, 25);
    await storm('PATCH active false', gone);
    for (const id of gone)
      await entra.patch(`/Groups/${group.id}`, [{ op: 'remove', path: `members[value eq "${id}"]` }]);
    await storm('DELETE', gone);

    const { expected } = await decide(await tripId(), 'restore');

    expect(expected).toMatchObject({ people: 25, restored: 25, reactivated: 25, memberships: 25 });
    expect(await textsOf(entra)).toEqual(before);
    expect(await entra.memberIds(group.id)).toEqual(people.slice(0, 40));
  });

  it('SEC-49: releasing more than 500 needs a second person; slices count together', async () => {
    const people = await givenPeople(entra, 600);
    await storm('DELETE', people);
    const id = await tripId();
    await decide(id, 'release', people.slice(0, 100));
    expect((await view(id)).undecided).toBe(500);

    const { answer } = await decide(id, 'release');
    expect(answer.body).toMatchObject({ undecided: 500, releaseAsked: { by: 'Olga Owner', byYou: true } });
    await decide(id, 'release');
    expect((await view(id)).undecided).toBe(500);

    await decide(id, 'release', undefined, await acme.member('admin'));
    expect((await view(id)).undecided).toBe(0);
  });

  it('SEC-49: a release needs a recent sign-in; restoring does not', async () => {
    const people = await givenPeople(entra, 400);
    await storm('DELETE', people.slice(0, 20));
    const id = await tripId();
    const expected = await preview(id, 'release');
    await acme.sql(`update member_session set confirmed_at = now() - interval '11 minutes'`);

    const { status, body } = await acme.owner.post<ConsoleErrorBody>(`/brake/trips/${id}/release`, { expected });

    expect([status, body.code]).toEqual([403, 'step_up_required']);
    expect((await decide(id, 'restore')).answer.status).toBe(200);
    await acme.sql('update member_session set confirmed_at = now()');
  });
});
