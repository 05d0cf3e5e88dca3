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
  /** Of `safeNotYet`: from when on the old one may go if it stays silent. */
  readonly safeAt?: Date;
}

/** Longer than providers pause between two cycles, 40 minutes with Entra: a test of the new token alone says nothing about the old one. */
const SILENCE_MS = 60 * 60_000;

/** With two live tokens: when may the older one go (A11)? Undefined while there is no rotation. */
export function rotationOf(tokens: readonly TokenView[], now: Date): Rotation | undefined {
  const [next, old] = tokens.filter(isLive).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  if (next === undefined || old === undefined) return undefined;
  return { next, old, ...adviceOn(next, old, now) };
}

function adviceOn(next: TokenView, old: TokenView, now: Date): Pick<Rotation, 'advice' | 'safeAt'> {
  if (next.firstUsedAt === undefined) return { advice: 'safeWaiting' };
  if (old.lastUsedAt === undefined) return { advice: 'safeNow' };
  const silentSince = Math.max(Date.parse(old.lastUsedAt), Date.parse(next.firstUsedAt));
  const safeAt = new Date(silentSince + SILENCE_MS);
  return now >= safeAt ? { advice: 'safeNow' } : { advice: 'safeNotYet', safeAt };
}
