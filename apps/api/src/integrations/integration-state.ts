import type { IntegrationState, Provider } from '@rollcall/admin-contracts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Entra calls every 40 minutes even when nothing changes; other providers call when something does. */
const QUIET_AFTER_MS: Readonly<Record<Provider, number>> = {
  entra: 3 * HOUR_MS,
  okta: 3 * DAY_MS,
  onelogin: 3 * DAY_MS,
  jumpcloud: 3 * DAY_MS,
  ping: 3 * DAY_MS,
  other: 3 * DAY_MS,
};
const EXPIRING_WITHIN_MS = 14 * DAY_MS;

/** What is known of a connection's traffic and tokens at one moment. */
export interface ConnectionFacts {
  readonly provider: Provider;
  readonly pausedUntil: Date | null;
  readonly liveTokens: number;
  /** End of the live token that lives longest; null when one of them has no end. */
  readonly lastTokenEnds: Date | null;
  readonly lastRequestAt: Date | null;
  readonly lastRequestFailed: boolean;
  /** Of the newest requests of the last day, so many were looked at and so many failed. */
  readonly recentRequests: number;
  readonly recentFailures: number;
}

/** The state of a connection, from real traffic (A21). What needs a person's hand comes before what only informs. */
export function integrationState(facts: ConnectionFacts, now: Date): IntegrationState {
  if (facts.pausedUntil !== null && facts.pausedUntil > now) return 'paused';
  if (facts.liveTokens === 0) return 'noToken';
  if (facts.lastRequestAt === null) return 'waiting';
  if (isFailing(facts)) return 'failing';
  if (facts.lastTokenEnds !== null && facts.lastTokenEnds.getTime() - now.getTime() < EXPIRING_WITHIN_MS) {
    return 'tokenExpiring';
  }
  return isQuiet(facts, now) ? 'quiet' : 'connected';
}

/** Longer without a request than the provider usually is. Who never called is not quiet, but waited for. */
export function isQuiet(
  { provider, lastRequestAt }: Pick<ConnectionFacts, 'provider' | 'lastRequestAt'>,
  now: Date,
): boolean {
  return lastRequestAt !== null && now.getTime() - lastRequestAt.getTime() > QUIET_AFTER_MS[provider];
}

/** One refused request is everyday life; the newest and at least half of the recent ones are not. */
export function isFailing(facts: ConnectionFacts): boolean {
  return facts.lastRequestFailed && facts.recentFailures * 2 >= facts.recentRequests;
}
