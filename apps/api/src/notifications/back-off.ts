const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

/** Seconds from one try to the next; together a day. */
const WAITS_S = [
  MINUTE_S,
  5 * MINUTE_S,
  15 * MINUTE_S,
  HOUR_S,
  2 * HOUR_S,
  4 * HOUR_S,
  8 * HOUR_S,
  8 * HOUR_S + 39 * MINUTE_S,
];

export const ATTEMPTS_MAX = WAITS_S.length + 1;

/** Seconds until the next try after so many; undefined when there is none. */
export function secondsToNextTry(attempts: number): number | undefined {
  return WAITS_S[attempts - 1];
}
