import { integrationState, type ConnectionFacts } from './integration-state';

const NOW = new Date('2026-03-03T12:00:00Z');
const ago = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);
const healthy: ConnectionFacts = {
  provider: 'entra',
  pausedUntil: null,
  liveTokens: 1,
  lastTokenEnds: null,
  lastRequestAt: ago(0.5),
  lastRequestFailed: false,
  recentRequests: 10,
  recentFailures: 0,
};

describe('the state of a connection', () => {
  it.each<[string, Partial<ConnectionFacts>, string]>([
    ['all is well', {}, 'connected'],
    ['nobody called yet', { lastRequestAt: null, recentRequests: 0 }, 'waiting'],
    ['there is no live token', { liveTokens: 0 }, 'noToken'],
    ['it is paused', { pausedUntil: ago(-1) }, 'paused'],
    ['its pause is over', { pausedUntil: ago(1) }, 'connected'],
    ['most requests fail', { lastRequestFailed: true, recentFailures: 6 }, 'failing'],
    ['the newest request works again', { lastRequestFailed: false, recentFailures: 9 }, 'connected'],
    ['one request of many failed', { lastRequestFailed: true, recentFailures: 1 }, 'connected'],
    ['Entra is silent for four hours', { lastRequestAt: ago(4) }, 'quiet'],
    ['Okta is silent for four hours', { provider: 'okta', lastRequestAt: ago(4) }, 'connected'],
    ['the only token ends in a week', { lastTokenEnds: ago(-7 * 24) }, 'tokenExpiring'],
    ['the only token ends in a month', { lastTokenEnds: ago(-30 * 24) }, 'connected'],
  ])('A21: when %s', (_, facts, state) => {
    expect(integrationState({ ...healthy, ...facts }, NOW)).toBe(state);
  });
});
