/** An instant as the browser's `datetime-local` field wants it: local time without a zone, to the minute ("2026-03-01T09:30"). */
export function localMoment(at: string): string {
  const moment = new Date(at);
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
