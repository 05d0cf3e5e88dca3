import { holdAlarms } from './hold-alarms';

const DAY_MS = 24 * 3_600_000;
const START = Date.parse('2026-01-01T00:00:00Z');
const day = (days: number): Date => new Date(START + days * DAY_MS);
const hold = { tripId: 't', since: day(0), undecided: 7 };

/** The days on which something is told when somebody looks every half hour, each episode once. */
function walk(days: number, since: (now: Date) => Date = () => day(0)): number[] {
  const told = new Map<string, number>();
  for (let half = 0; half <= days * 48; half += 1) {
    const now = day(half / 48);
    for (const { episode } of holdAlarms([{ ...hold, since: since(now) }], now)) {
      if (!told.has(episode)) told.set(episode, half / 48);
    }
  }
  return [...told.values()];
}

describe('reminders of a hold that nobody answers', () => {
  it('R-44: after 1, 3, 7 and 29 days and every 30 days from then on, each once', () => {
    expect(walk(125)).toEqual([1, 3, 7, 29, 59, 89, 119]);
  });

  it('R-44: begins anew when somebody decides about a part of it', () => {
    expect(walk(12, (now) => (now < day(5) ? day(0) : day(5)))).toEqual([1, 3, 6, 8, 12]);
  });

  it('R-44: nothing is said of one about which nobody is left to decide', () => {
    expect(holdAlarms([{ ...hold, undecided: 0 }], day(20))).toEqual([]);
  });

  it('R-44: after days without a look only the newest is told, with how long and how many', () => {
    expect(holdAlarms([hold], day(20))).toEqual([
      {
        event: 'brake.unanswered',
        episode: 't 2026-01-01T00:00:00.000Z 7d',
        facts: { tripId: 't', since: '2026-01-01T00:00:00.000Z', days: 7, people: 7 },
      },
    ]);
  });
});
