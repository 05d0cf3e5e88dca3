import type { TokenView } from '@rollcall/admin-contracts';
import { aToken } from '../../../test/builders';
import { tokenAdvice } from './token-hygiene';

const NOW = new Date('2026-07-01T12:00:00Z');
const used = (createdAt: string, lastUsedAt: string): Partial<TokenView> => ({ createdAt, lastUsedAt });

describe('C10: token hygiene', () => {
  it.each<[string, Partial<TokenView>, string | undefined]>([
    ['new and not used yet', { createdAt: '2026-06-28T12:00:00Z' }, undefined],
    ['a week old and never used', { createdAt: '2026-06-24T12:00:00Z' }, 'neverUsed'],
    ['in use', used('2026-05-01T12:00:00Z', '2026-07-01T11:00:00Z'), undefined],
    ['not used for 30 days', used('2026-05-01T12:00:00Z', '2026-06-01T11:59:00Z'), 'idle'],
    ['in use, but half a year old', used('2026-01-01T12:00:00Z', '2026-07-01T11:00:00Z'), 'old'],
    ['revoked', { ...used('2025-01-01T12:00:00Z', '2025-02-01T11:00:00Z'), state: 'revoked' }, undefined],
  ])('a token that is %s', (_what, token, advice) => {
    expect(tokenAdvice(aToken(token), NOW)).toBe(advice);
  });
});
