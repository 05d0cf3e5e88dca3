const DAY_MS = 86_400_000;

/** Whole days until a moment, rounded up, so that the last day counts as one. */
export function daysLeft(until: string, now = new Date()): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now.getTime()) / DAY_MS));
}
