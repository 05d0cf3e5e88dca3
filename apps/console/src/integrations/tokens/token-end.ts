/** What can be chosen without a calendar; days. */
export const END_PRESETS = [90, 180, 365] as const;

/** "2026-03-05" on the reader's calendar. */
export function dateOf(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The last second of a day on the reader's calendar, in ISO 8601; undefined for what is no date. */
export function endOfDay(date: string): string | undefined {
  const at = new Date(`${date}T23:59:59`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

export function dateIn(days: number, now: Date): string {
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  return dateOf(at);
}

const DAY_MS = 86_400_000;
/** So long before the end the page says so on every tab (SEC-06). */
const SHOWN_DAYS = 30;

/** Whole days until the last live token ends, once that is near; undefined before. */
export function daysToEnd(tokenEndsAt: string | undefined, now: Date): number | undefined {
  if (tokenEndsAt === undefined) return undefined;
  const days = Math.max(0, Math.floor((Date.parse(tokenEndsAt) - now.getTime()) / DAY_MS));
  return days <= SHOWN_DAYS ? days : undefined;
}
