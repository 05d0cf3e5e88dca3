import { pauseAlarms } from './pause-alarms';
import { tokenAlarms, type AlarmToken } from './token-alarms';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.parse('2026-01-01T00:00:00Z');
const day = (days: number): Date => new Date(START + days * DAY_MS);

function aToken(over: Partial<AlarmToken> = {}): AlarmToken {
  return {
    tokenId: 't',
    lastFour: 'abcd',
    createdAt: day(0),
    expiresAt: null,
    expiresSetAt: null,
    firstUsedAt: day(0),
    lastUsedAt: null,
    ...over,
  };
}

/** What is told when somebody looks every half hour, each episode once; with the hours since the start. */
function walk(days: number, tokens: (now: Date) => readonly AlarmToken[]): string[] {
  const told = new Map<string, string>();
  for (let hours = 0; hours <= days * 24; hours += 0.5) {
    const now = new Date(START + hours * HOUR_MS);
    for (const { event, episode } of tokenAlarms(tokens(now), now)) {
      if (!told.has(event + episode)) told.set(event + episode, `${hours}h ${event}`);
    }
  }
  return [...told.values()];
}

describe('alarms about tokens', () => {
  it('SEC-06: 400 days with an end after 365: six alarms, each exactly once', () => {
    const token = aToken({ expiresAt: day(365), expiresSetAt: day(0) });
    expect(walk(400, (now) => [{ ...token, lastUsedAt: now }])).toEqual([
      `${180 * 24}h token.old`,
      `${275 * 24}h token.expiring`,
      `${335 * 24}h token.expiring`,
      `${358 * 24}h token.expiring`,
      `${364 * 24}h token.expiring`,
      `${365 * 24 - 1}h token.expiring`,
      `${365 * 24}h token.expired`,
    ]);
  });

  it('SEC-06: a token without an end is told of when it is half a year old, and again after each further half year', () => {
    expect(walk(400, () => [aToken()])).toEqual([`${180 * 24}h token.old`, `${360 * 24}h token.old`]);
  });

  it('SEC-06: what had passed when the end was chosen is not told', () => {
    const soon = aToken({ expiresAt: day(5), expiresSetAt: day(0) });
    expect(walk(6, () => [soon])).toEqual([
      `${4 * 24}h token.expiring`,
      `${5 * 24 - 1}h token.expiring`,
      `${5 * 24}h token.expired`,
    ]);
  });

  it('SEC-06: a later end is told of anew', () => {
    const first = aToken({ expiresAt: day(10), expiresSetAt: day(0) });
    const later = { ...first, expiresAt: day(20), expiresSetAt: day(9.5) };
    const told = walk(21, (now) => [now < day(9.5) ? first : later]);
    expect(told.filter((line) => line.endsWith('expired'))).toEqual([`${20 * 24}h token.expired`]);
    expect(told).toHaveLength(6);
  });

  it('SEC-06: after days without a look only the alarm nearest to the end is told', () => {
    const token = aToken({ expiresAt: day(100), expiresSetAt: day(0) });
    const alarms = tokenAlarms([token], day(99.5));
    expect(alarms.map(({ episode }) => episode.endsWith(' 24h'))).toEqual([true]);
  });

  it('A11: the old token of a rotation ends without a word once its successor is used and it is not', () => {
    const old = aToken({ expiresAt: day(7), expiresSetAt: day(0), lastUsedAt: day(0) });
    const next = aToken({ tokenId: 'n', createdAt: day(0.1), firstUsedAt: day(0.2) });
    expect(walk(8, () => [old, next])).toEqual([]);
    expect(walk(8, (now) => [{ ...old, lastUsedAt: now }, next])).toHaveLength(3);
    expect(walk(8, () => [old, { ...next, firstUsedAt: null }])).toHaveLength(3);
  });
});

describe('alarms about a pause', () => {
  const pause = (hours: number) => ({ pausedSince: day(0), pausedUntil: new Date(START + hours * HOUR_MS) });
  const told = (hours: number, minutes: number): string[] =>
    pauseAlarms(pause(hours), new Date(START + minutes * 60_000)).map(({ event }) => event);

  it.each([
    [24, 22 * 60 + 59, []],
    [24, 23 * 60, ['pause.endsSoon']],
    [24, 24 * 60, ['pause.ended']],
    [24, 49 * 60, []],
    [1, 44, []],
    [1, 45, ['pause.endsSoon']],
    [1, 60, ['pause.ended']],
    [100, 25 * 60, ['pause.lasting']],
  ] as const)('A15: of %i hours, after %i minutes: %j', (hours, minutes, expected) => {
    expect(told(hours, minutes)).toEqual(expected);
  });

  it('R-48: one that is renewed again and again is told of after 1, 3 and 7 days', () => {
    const episodes = new Set<string>();
    for (let hours = 0; hours < 200; hours += 1) {
      const now = new Date(START + hours * HOUR_MS);
      const renewed = { pausedSince: day(0), pausedUntil: new Date(now.getTime() + 20 * HOUR_MS) };
      for (const { episode } of pauseAlarms(renewed, now)) episodes.add(episode.split(' ')[1] ?? '');
    }
    expect([...episodes]).toEqual(['1d', '3d', '7d']);
  });

  it('A15: one that somebody ended is not told of', () => {
    expect(pauseAlarms({ pausedSince: null, pausedUntil: null }, day(1))).toEqual([]);
  });
});
