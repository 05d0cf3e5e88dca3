import { ATTEMPTS_MAX, secondsToNextTry } from './back-off';

describe('trying again', () => {
  it('R-29: goes on for a day, ever less often, and then ends', () => {
    const waits = Array.from({ length: ATTEMPTS_MAX }, (_, index) => secondsToNextTry(index + 1));
    const seconds = waits.slice(0, -1).map((wait) => wait ?? 0);

    expect(waits.at(-1)).toBeUndefined();
    expect(seconds).toEqual(seconds.toSorted((one, other) => one - other));
    expect(seconds.reduce((sum, wait) => sum + wait, 0)).toBe(86_400);
  });
});
