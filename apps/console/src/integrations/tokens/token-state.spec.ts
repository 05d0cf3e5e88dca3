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

  it('is not safe while the old one was used after the new one, a moment ago', () => {
    const tokens = [
      { ...old, lastUsedAt: '2026-03-03T11:55:00Z' },
      { ...next, firstUsedAt: '2026-03-03T11:00:00Z' },
    ];
    expect(rotationOf(tokens, NOW)?.advice).toBe('safeNotYet');
  });

  it('is safe once the old one has fallen silent', () => {
    const firstUsedAt = '2026-03-03T11:00:00Z';
    expect(
      rotationOf(
        [
          { ...old, lastUsedAt: '2026-03-03T10:59:00Z' },
          { ...next, firstUsedAt },
        ],
        NOW,
      )?.advice,
    ).toBe('safeNow');
    expect(
      rotationOf(
        [
          { ...old, lastUsedAt: '2026-03-03T11:40:00Z' },
          { ...next, firstUsedAt },
        ],
        NOW,
      )?.advice,
    ).toBe('safeNow');
    expect(rotationOf([old, { ...next, firstUsedAt }], NOW)?.advice).toBe('safeNow');
  });
});
