import { aToken } from '../../../test/builders';
import { rotationOf } from './token-state';

const NOW = new Date('2026-03-03T12:00:00Z');
const old = aToken({ id: 'old', state: 'ending', createdAt: '2026-01-01T00:00:00Z' });
const next = aToken({ id: 'next', createdAt: '2026-03-03T09:00:00Z' });

describe('A11: when the old token may go', () => {
  it('says nothing while one token is live', () => {
    expect(rotationOf([next, aToken({ state: 'revoked' }), aToken({ state: 'expired' })], NOW)).toBeUndefined();
  });

  it('waits for the first use of the new token', () => {
    expect(rotationOf([old, next], NOW)).toMatchObject({
      next: { id: 'next' },
      old: { id: 'old' },
      advice: 'safeWaiting',
    });
  });

  const advised = (oldUsed: string | undefined, newUsed: string) => {
    const used = oldUsed === undefined ? {} : { lastUsedAt: `2026-03-03T${oldUsed}:00Z` };
    const rotation = rotationOf(
      [
        { ...old, ...used },
        { ...next, firstUsedAt: `2026-03-03T${newUsed}:00Z` },
      ],
      NOW,
    );
    return [rotation?.advice, rotation?.safeAt?.toISOString().slice(11, 16)];
  };

  it.each([
    ['the old one was used after the new one, a moment ago', '11:55', '10:00', '12:55'],
    ['the new one has been tried, and the old one is between two cycles', '11:20', '11:30', '12:30'],
  ])('is not safe while %s', (_what, oldUsed, newUsed, safeAt) => {
    expect(advised(oldUsed, newUsed)).toEqual(['safeNotYet', safeAt]);
  });

  it.each([
    ['the old one has been silent for longer than a cycle', '11:00', '10:00'],
    ['so has it been since the new one took over', '10:30', '11:00'],
    ['the old one was never used', undefined, '11:59'],
  ])('is safe once %s', (_what, oldUsed, newUsed) => {
    expect(advised(oldUsed, newUsed)).toEqual(['safeNow', undefined]);
  });
});
