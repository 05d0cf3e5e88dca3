import { RELEASE_ALONE_MAX, type BrakeThreshold } from '@rollcall/admin-contracts';

/** So many people trip the brake: the minimum, or the share if that is more; `factor` is the window's. */
export function limitOf({ peopleMin, percent }: BrakeThreshold, population: number, factor = 1): number {
  return factor * Math.max(peopleMin, Math.ceil((population * percent) / 100 - ROUNDING));
}

/** 5.1 % of 1,000 is 51, though 1000 * 5.1 / 100 is a little more than that. */
const ROUNDING = 1e-9;

/** Whether one person may not release so many alone (SEC-49). */
export function needsSecondPerson(people: number, population: number): boolean {
  return people > Math.max(RELEASE_ALONE_MAX.people, (population * RELEASE_ALONE_MAX.percent) / 100);
}
