import type { TokenView } from '@rollcall/admin-contracts';
import { isLive } from './token-state';

const DAY_MS = 86_400_000;
const NEVER_USED_DAYS = 7;
const IDLE_DAYS = 30;
/** Reminder, no end: a token that ends by itself would stop provisioning without warning (SEC-06). */
const OLD_DAYS = 180;

export type TokenAdvice = 'neverUsed' | 'idle' | 'old';

/** What is doubtful about a live token (C10): one that nobody uses is a door that nobody watches. */
export function tokenAdvice(token: TokenView, now: Date): TokenAdvice | undefined {
  if (!isLive(token)) return undefined;
  const daysSince = (at: string): number => (now.getTime() - Date.parse(at)) / DAY_MS;
  if (token.lastUsedAt === undefined) return daysSince(token.createdAt) >= NEVER_USED_DAYS ? 'neverUsed' : undefined;
  if (daysSince(token.lastUsedAt) >= IDLE_DAYS) return 'idle';
  return daysSince(token.createdAt) >= OLD_DAYS ? 'old' : undefined;
}
