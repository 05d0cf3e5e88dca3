import type {
  AffectedPerson,
  BrakeAction,
  BrakeHistory,
  BrakeOutcome,
  BrakeTrip,
  BrakeTripView,
  BrakeView,
} from '@rollcall/admin-contracts';
import { minutesAgo } from './builders';
import { ok, refused, type FakeApi, type FakeCall } from './fake-api';
import { PAGE, USERS } from './sample-data';

export function aTrip(over: Partial<BrakeTripView> = {}): BrakeTripView {
  return {
    id: 'b1',
    integrationId: 'i1',
    integrationName: 'Entra ID',
    provider: 'entra',
    openedAt: minutesAgo(24),
    effect: 'deactivated',
    windowMinutes: 10,
    counted: 25,
    limit: 25,
    population: 500,
    firstAt: '2026-03-03T10:02:00Z',
    lastAt: '2026-03-03T10:09:00Z',
    people: { deactivated: 48, deleted: 12 },
    peopleTotal: 48,
    undecided: 48,
    firstRequest: { id: 'r1', tokenLastFour: 'Wd9f', address: '192.0.2.17', client: 'Entra' },
    lastRequest: { id: 'r2', tokenLastFour: 'Wd9f', address: '192.0.2.17', client: 'Entra' },
    ...over,
  };
}

export function anOutcome(over: Partial<BrakeOutcome> = {}): BrakeOutcome {
  return {
    people: 47,
    released: 0,
    restored: 12,
    reactivated: 47,
    identities: 0,
    memberships: 96,
    groups: 0,
    unchanged: 0,
    refused: 1,
    refusals: [
      {
        id: 'u7',
        displayName: 'Deniz Sato',
        reason: 'nameTaken',
        holder: { type: 'User', id: 'u99', displayName: 'Deniz Sato (new)' },
      },
    ],
    ...over,
  };
}

export function anAffected(over: Partial<AffectedPerson> = {}): AffectedPerson {
  return {
    id: 'u1',
    displayName: 'Ana Lima',
    userName: 'ana.lima@example.com',
    state: 'inactive',
    effects: ['deactivated'],
    at: minutesAgo(24),
    ...over,
  };
}

export function aBrakeView(over: Partial<BrakeView> = {}): BrakeView {
  return {
    threshold: { peopleMin: 20, percent: 5 },
    isDefault: true,
    population: 500,
    limit: 25,
    trips: [],
    ...over,
  };
}

export function aBrakeHistory(over: Partial<BrakeHistory> = {}): BrakeHistory {
  return { trips: [], peak: 7, limit: 25, ...over };
}

/** One open trip; a decision takes a few seconds. */
export function withSampleBrake(api: FakeApi): FakeApi {
  let trip = aTrip({ firstAt: minutesAgo(31), lastAt: minutesAgo(24) });
  let setting = aBrakeView();
  const people = USERS.slice(0, 48).map((user, index) =>
    anAffected({
      id: user.id,
      displayName: user.displayName,
      userName: user.userName,
      effects: index % 4 === 0 ? ['deactivated', 'deleted'] : ['deactivated'],
      state: index % 4 === 0 ? 'deleted' : 'inactive',
      ...(trip.undecided === 0 ? { settled: 'restored' as const } : {}),
    }),
  );
  const decide = (action: BrakeAction, call: FakeCall) => {
    const { expected } = call.body as { expected: BrakeOutcome };
    const job = { id: 'j1', action, total: 48, done: 0, createdAt: minutesAgo(0), createdBy: 'Mara Keller' };
    trip = { ...trip, job: { ...job, outcome: { ...expected, people: 12 } } };
    setTimeout(() => {
      const undecided = trip.undecided - expected.people;
      const finished = { ...job, done: expected.people, finishedAt: minutesAgo(0), outcome: expected };
      trip = { ...trip, undecided, job: finished };
    }, 4_000);
    return ok(trip);
  };
  const listed = (): readonly BrakeTrip[] => [trip];
  return api
    .on('GET /brake/trips', () => ok(trip.undecided === 0 ? [] : listed()))
    .on('GET /brake/trips/:id', (_call, [id]) => (id === trip.id ? ok(trip) : refused(404, 'notFound')))
    .on('GET /brake/trips/:id/people', ({ query }) => {
      const text = (query.get('search') ?? '').toLowerCase();
      const found = people.filter(({ displayName }) => displayName.toLowerCase().includes(text));
      return ok({ items: found.slice(0, PAGE), total: found.length });
    })
    .on('POST /brake/trips/:id/preview', ({ body }) =>
      ok(
        (body as { action: BrakeAction }).action === 'restore'
          ? anOutcome()
          : anOutcome({
              people: 48,
              released: 48,
              restored: 0,
              reactivated: 0,
              memberships: 0,
              refused: 0,
              refusals: [],
            }),
      ),
    )
    .on('POST /brake/trips/:id/restore', (call) => decide('restore', call))
    .on('POST /brake/trips/:id/release', (call) => decide('release', call))
    .on('GET /integrations/:id/brake', () => ok({ ...setting, trips: listed() }))
    .on('GET /integrations/:id/brake/history', ({ query }) =>
      ok(
        Number(query.get('peopleMin')) < 10
          ? aBrakeHistory({ trips: [{ at: minutesAgo(60 * 24 * 12), effect: 'removed', people: 9 }], limit: 9 })
          : aBrakeHistory(),
      ),
    )
    .on('PATCH /integrations/:id/brake', ({ body }) => {
      setting = aBrakeView({ threshold: body as BrakeView['threshold'], isDefault: false, updatedBy: 'Mara Keller' });
      return ok(setting);
    });
}
