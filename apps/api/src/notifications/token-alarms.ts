import { TOKEN_ALARM_HOURS, TOKEN_OLD_DAYS, type NotificationEvent } from '@rollcall/admin-contracts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What expired longer ago is no news. */
const EXPIRED_NEWS_MS = 7 * DAY_MS;
/** A token that was not used for so long, while its successor is, has done its work. */
const RETIRED_AFTER_MS = HOUR_MS;

/** A token that is not revoked. */
export interface AlarmToken {
  readonly tokenId: string;
  readonly lastFour: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  /** When the end was chosen. */
  readonly expiresSetAt: Date | null;
  readonly firstUsedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** `episode` names it among all alarms of its event: no alarm comes twice. */
export interface Alarm {
  readonly event: NotificationEvent;
  readonly episode: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * The alarms about an integration's tokens that are due (SEC-06). Of several moments that have passed, the nearest to the end is told; one
 * that had passed when the end was chosen is not. A token whose successor is in use, and that is not used any more, ends without a word.
 */
export function tokenAlarms(tokens: readonly AlarmToken[], now: Date): Alarm[] {
  return tokens.flatMap((token) => {
    if (isRetired(token, tokens, now)) return [];
    return [endAlarm(token, now), ageAlarm(token, now)].filter((alarm) => alarm !== undefined);
  });
}

function endAlarm(token: AlarmToken, now: Date): Alarm | undefined {
  const { tokenId, lastFour, expiresAt } = token;
  if (expiresAt === null) return undefined;
  const leftMs = expiresAt.getTime() - now.getTime();
  const facts = { tokenId, lastFour, expiresAt: expiresAt.toISOString() };
  const end = `${tokenId} ${facts.expiresAt}`;
  if (leftMs <= 0) return leftMs < -EXPIRED_NEWS_MS ? undefined : { event: 'token.expired', episode: end, facts };
  const setAt = token.expiresSetAt ?? token.createdAt;
  const hours = TOKEN_ALARM_HOURS.findLast((ahead) => {
    const due = expiresAt.getTime() - ahead * HOUR_MS;
    return due <= now.getTime() && setAt.getTime() < due;
  });
  if (hours === undefined) return undefined;
  return { event: 'token.expiring', episode: `${end} ${hours}h`, facts };
}

/** Again after each further half year. One that has an end soon anyway is told of by that. */
function ageAlarm({ tokenId, lastFour, createdAt, expiresAt }: AlarmToken, now: Date): Alarm | undefined {
  const days = Math.floor((now.getTime() - createdAt.getTime()) / DAY_MS);
  const halfYears = Math.floor(days / TOKEN_OLD_DAYS);
  const endsSoon = expiresAt !== null && expiresAt.getTime() - now.getTime() < 90 * DAY_MS;
  if (halfYears < 1 || endsSoon) return undefined;
  const facts = { tokenId, lastFour, createdAt: createdAt.toISOString(), days };
  return { event: 'token.old', episode: `${tokenId} ${halfYears}`, facts };
}

function isRetired(token: AlarmToken, tokens: readonly AlarmToken[], now: Date): boolean {
  const successor = tokens.find(
    (other) => other.createdAt > token.createdAt && other.firstUsedAt !== null && outlives(other, token),
  );
  if (successor === undefined) return false;
  return token.lastUsedAt === null || now.getTime() - token.lastUsedAt.getTime() > RETIRED_AFTER_MS;
}

function outlives(one: AlarmToken, other: AlarmToken): boolean {
  if (one.expiresAt === null) return true;
  return other.expiresAt !== null && one.expiresAt > other.expiresAt;
}
