import { TOKEN_LIFE_DAYS_MAX } from '@rollcall/admin-contracts';
import { UsageFault } from './usage';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const UNITS_MS: Readonly<Record<string, number>> = { h: HOUR_MS, d: DAY_MS, w: 7 * DAY_MS };

const DURATION = /^(\d{1,6})([hdw])$/i;
const DATE = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i;

/**
 * When a token ends, in ISO 8601: "90d", "12h" or "26w" from now, a date (its last second in UTC), or a moment with its time zone.
 * @throws UsageFault
 */
export function readTokenEnd(text: string, now: Date): string {
  const end = momentOf(text.trim(), now);
  if (end === undefined) {
    throw new UsageFault(
      `--expires "${text}" is no end: write 90d, 12h or 26w, or a date such as ${exampleDate(now)}.`,
    );
  }
  const aheadMs = end.getTime() - now.getTime();
  if (aheadMs <= 0) throw new UsageFault(`--expires "${text}" is in the past: choose a later end.`);
  if (aheadMs > TOKEN_LIFE_DAYS_MAX * DAY_MS) {
    throw new UsageFault(`--expires "${text}" is too far ahead: at most ${TOKEN_LIFE_DAYS_MAX}d, which is ten years.`);
  }
  return end.toISOString();
}

function momentOf(text: string, now: Date): Date | undefined {
  const [, count, unit = ''] = DURATION.exec(text) ?? [];
  if (count !== undefined) return new Date(now.getTime() + Number(count) * (UNITS_MS[unit.toLowerCase()] ?? 0));
  if (DATE.test(text)) return existing(text, `${text}T23:59:59Z`);
  return MOMENT.test(text) ? existing(text.slice(0, 10), text.toUpperCase()) : undefined;
}

/** JavaScript reads 30 February as 2 March; nobody means that. */
function existing(date: string, moment: string): Date | undefined {
  const day = new Date(`${date}T00:00:00Z`);
  const at = new Date(moment);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date) && !Number.isNaN(at.getTime());
  return exists ? at : undefined;
}

function exampleDate(now: Date): string {
  return new Date(now.getTime() + 365 * DAY_MS).toISOString().slice(0, 10);
}
