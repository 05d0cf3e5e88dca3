import { HOLD_REMINDER_DAYS, HOLD_REMINDER_EVERY_DAYS } from '@rollcall/admin-contracts';
import type { Alarm } from './token-alarms';

const DAY_MS = 24 * 3_600_000;

/** An open trip of the brake that nobody is deciding about at the moment. */
export interface UnansweredHold {
  readonly tripId: string;
  /** When it tripped, or when somebody last decided about a part of it. */
  readonly since: Date;
  readonly undecided: number;
}

/**
 * Reminders of holds that wait for an answer: after 1, 3, 7 and 29 days, the last one a day before other deleted records go, and then every
 * 30 days for as long as it takes, because a hold never ends by itself. After a time without a look only the newest is told.
 */
export function holdAlarms(holds: readonly UnansweredHold[], now: Date): Alarm[] {
  return holds.flatMap(({ tripId, since, undecided }) => {
    const days = reminderDue(Math.floor((now.getTime() - since.getTime()) / DAY_MS));
    if (days === undefined || undecided === 0) return [];
    const facts = { tripId, since: since.toISOString(), days, people: undecided };
    return [{ event: 'brake.unanswered' as const, episode: `${tripId} ${facts.since} ${days}d`, facts }];
  });
}

/** The newest reminder that so many whole days have reached, by its own days. */
function reminderDue(days: number): number | undefined {
  const last = HOLD_REMINDER_DAYS[HOLD_REMINDER_DAYS.length - 1] ?? 0;
  if (days >= last) return days - ((days - last) % HOLD_REMINDER_EVERY_DAYS);
  return HOLD_REMINDER_DAYS.findLast((step) => step <= days);
}
