import { givesUpAt, pauseAge } from './pause-clock';

const NOW = new Date('2026-03-31T12:00:00Z');

describe('R-48: the clock of a pause', () => {
  it.each([
    ['2026-03-31T11:00:00Z', 'fresh'],
    ['2026-03-30T12:00:01Z', 'fresh'],
    ['2026-03-30T12:00:00Z', 'day'],
    ['2026-03-28T12:00:01Z', 'day'],
    ['2026-03-28T12:00:00Z', 'days'],
    ['2026-03-24T12:00:01Z', 'days'],
    ['2026-03-24T12:00:00Z', 'week'],
  ])('warns on day 1, 3 and 7: since %s it is %s', (since, age) => {
    expect(pauseAge({ since }, NOW)).toBe(age);
  });

  it('names the day on which Entra gives up, four weeks after the pause began', () => {
    expect(givesUpAt({ since: '2026-03-03T09:00:00Z' }).toISOString()).toBe('2026-03-31T09:00:00.000Z');
  });
});
