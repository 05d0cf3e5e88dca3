import type { Alarm } from './token-alarms';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const ENDED_NEWS_MS = DAY_MS;
/** A pause of a day is warned of an hour ahead, one of an hour a quarter of an hour ahead. */
const WARN_AHEAD_MS = HOUR_MS;
const WARN_AHEAD_SHARE = 1 / 4;
/** A pause that is renewed again and again drives providers to give up. */
const LASTING_DAYS = [7, 3, 1] as const;

export interface PauseFacts {
  readonly pausedSince: Date | null;
  readonly pausedUntil: Date | null;
}

/** What there is to say about a pause at this moment (A15, R-48). One that somebody ended has no facts any more. */
export function pauseAlarms({ pausedSince, pausedUntil }: PauseFacts, now: Date): Alarm[] {
  if (pausedUntil === null) return [];
  const since = pausedSince ?? pausedUntil;
  const facts = { since: since.toISOString(), until: pausedUntil.toISOString() };
  const leftMs = pausedUntil.getTime() - now.getTime();
  if (leftMs <= 0) return leftMs < -ENDED_NEWS_MS ? [] : [{ event: 'pause.ended', episode: facts.until, facts }];
  const aheadMs = Math.min(WARN_AHEAD_MS, (pausedUntil.getTime() - since.getTime()) * WARN_AHEAD_SHARE);
  const days = LASTING_DAYS.find((count) => now.getTime() - since.getTime() > count * DAY_MS);
  const alarms: Alarm[] = [];
  if (leftMs <= aheadMs) alarms.push({ event: 'pause.endsSoon', episode: facts.until, facts });
  if (days !== undefined) {
    alarms.push({ event: 'pause.lasting', episode: `${facts.since} ${days}d`, facts: { ...facts, days } });
  }
  return alarms;
}
