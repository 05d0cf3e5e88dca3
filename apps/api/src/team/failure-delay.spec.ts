import { FailureDelay } from './failure-delay';

describe('the wait after failures', () => {
  let now = 0;
  const delay = () => new FailureDelay({ free: 3, delayMaxMs: 8_000 }, () => now);

  it('SEC-46: is nothing at first, then doubles up to its limit', () => {
    const waits = delay();
    const seen: number[] = [];
    for (let failure = 0; failure < 9; failure += 1) {
      waits.failed('a');
      seen.push(waits.waitMs('a'));
    }
    expect(seen).toEqual([0, 0, 0, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  });

  it('SEC-46: passes with time, ends with a success, and concerns one key only', () => {
    now = 0;
    const waits = delay();
    for (let failure = 0; failure < 5; failure += 1) waits.failed('a');
    now = 1_500;
    expect([waits.waitMs('a'), waits.waitMs('b')]).toEqual([500, 0]);
    waits.succeeded('a');
    expect(waits.waitMs('a')).toBe(0);
  });
});
