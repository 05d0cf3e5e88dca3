import { BRAKE_DEFAULT, type BrakeEffect } from '@rollcall/admin-contracts';
import { limitOf, needsSecondPerson } from './brake-limits';
import { TripFinder, type PastEffect } from './trip-finder';

const START = Date.parse('2026-01-01T00:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

const at = (minutes: number, personId: string, effect: BrakeEffect = 'deleted'): PastEffect => ({
  at: new Date(START + minutes * MINUTE_MS),
  effect,
  personId,
});
const tripsOf = (population: number, effects: readonly PastEffect[]) => {
  const finder = new TripFinder(BRAKE_DEFAULT, population);
  for (const effect of effects) finder.add(effect);
  return finder;
};
const drip = (people: number, everyMinutes: number) =>
  Array.from({ length: people }, (_, index) => at(index * everyMinutes, `p${index}`));

describe('the limit', () => {
  it.each([
    [1, 20],
    [400, 20],
    [401, 21],
    [1_000, 50],
    [1_000_000, 50_000],
  ])('R-43: of %s people is %s', (population, limit) => {
    expect(limitOf(BRAKE_DEFAULT, population)).toBe(limit);
  });

  it('R-43: is not raised by what a percentage loses in binary', () => {
    expect(limitOf({ peopleMin: 1, percent: 5.1 }, 1_000)).toBe(51);
  });

  it('SEC-49: of releasing alone is 500, or a fifth of all if that is more', () => {
    expect([needsSecondPerson(500, 600), needsSecondPerson(501, 600)]).toEqual([false, true]);
    expect([needsSecondPerson(2_000, 10_000), needsSecondPerson(2_001, 10_000)]).toEqual([false, true]);
  });
});

describe('what a threshold would have done', () => {
  it('R-43: trips exactly at the limit', () => {
    expect(tripsOf(1_000, drip(49, 0.1)).trips).toEqual([]);
    expect(tripsOf(1_000, drip(50, 0.1)).trips).toMatchObject([{ people: 50, effect: 'deleted' }]);
  });

  it('R-43: one storm is one trip, two storms a week apart are two, of whatever effect', () => {
    const later = drip(60, 0.1).map(({ at: time, personId }) => ({
      at: new Date(time.getTime() + 7 * DAY_MINUTES * MINUTE_MS),
      effect: 'deactivated' as const,
      personId,
    }));

    expect(tripsOf(1_000, [...drip(80, 0.5), ...later]).trips).toMatchObject([{ people: 80 }, { people: 60 }]);
  });

  it('R-43: a drip of one a minute trips by the hour where 60 are too many, and by the day where 60 are not', () => {
    expect(tripsOf(1_000, drip(DAY_MINUTES, 1)).trips[0]?.at).toEqual(new Date(START + 49 * MINUTE_MS));
    expect(tripsOf(4_000, drip(DAY_MINUTES, 1)).trips[0]?.at).toEqual(new Date(START + 399 * MINUTE_MS));
  });

  it('R-50: somebody turned on and off all day counts once', () => {
    const toggles = Array.from({ length: 1_000 }, (_, index) => at(index, `p${index % 19}`, 'deactivated'));

    expect(tripsOf(100, toggles)).toMatchObject({ trips: [], peak: 19 });
  });

  it.each([50, 500, 5_000, 50_000])('R-43: 30 days of normal life of %s people trip nothing', (population) => {
    expect(tripsOf(population, normalLife(population)).trips).toEqual([]);
  });
});

/** Each day a fifth of a percent leave, mostly at the end of the working day; ten times as many change teams, a few marry. */
function normalLife(population: number): PastEffect[] {
  const effects: PastEffect[] = [];
  for (let day = 0; day < 30; day += 1) {
    const leavers = Math.ceil(population / 500);
    for (let index = 0; index < leavers; index += 1) {
      const minute = day * DAY_MINUTES + 1_020 + (index % 40);
      effects.push(
        at(minute, `leaver ${day} ${index}`, 'deactivated'),
        at(minute, `leaver ${day} ${index}`, 'removed'),
      );
    }
    for (let index = 0; index < leavers * 10; index += 1) {
      effects.push(at(day * DAY_MINUTES + 480 + (index * 480) / (leavers * 10), `mover ${day} ${index}`, 'removed'));
    }
    effects.push(at(day * DAY_MINUTES + 600, `bride ${day}`, 'identity'));
  }
  return effects.sort((one, other) => one.at.getTime() - other.at.getTime());
}
