import type { TokenState, TokenView } from '@rollcall/admin-contracts';

/** A token in its last days still opens the door. */
export function isLive(token: TokenView): boolean {
  return token.state === 'live' || token.state === 'ending';
}

export const TOKEN_STATE_COLORS: Readonly<Record<TokenState, string>> = {
  live: 'green',
  ending: 'yellow',
  expired: 'gray',
  revoked: 'gray',
};

export type RotationAdvice = 'safeWaiting' | 'safeNotYet' | 'safeNow';

export interface Rotation {
  readonly next: TokenView;
  readonly old: TokenView;
  readonly advice: RotationAdvice;
}

/** The old token counts as silent when the new one has been used and the old one not since. */
const SILENCE_MS = 15 * 60_000;

/** With two live tokens: when may the older one go (A11)? Undefined while there is no rotation. */
export function rotationOf(tokens: readonly TokenView[], now: Date): Rotation | undefined {
  const [next, old] = tokens.filter(isLive).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  if (next === undefined || old === undefined) return undefined;
  return { next, old, advice: adviceOn(next, old, now) };
}

function adviceOn(next: TokenView, old: TokenView, now: Date): RotationAdvice {
  if (next.firstUsedAt === undefined) return 'safeWaiting';
  if (old.lastUsedAt === undefined) return 'safeNow';
  const usedAfterNew = Date.parse(old.lastUsedAt) > Date.parse(next.firstUsedAt);
  const quiet = now.getTime() - Date.parse(old.lastUsedAt) >= SILENCE_MS;
  return usedAfterNew && !quiet ? 'safeNotYet' : 'safeNow';
}
