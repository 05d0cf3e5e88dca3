import type { AffectedPerson, BrakeJob, BrakeTrip, BrakeTripView } from '@rollcall/admin-contracts';
import type { AffectedRow } from './affected-people.repository';
import type { JobRow } from './brake-jobs.repository';
import type { TripRow } from './brake.repository';

export function brakeTrip(row: TripRow): BrakeTrip {
  return {
    id: row.id,
    integrationId: row.integrationId,
    integrationName: row.integrationName,
    provider: row.provider,
    openedAt: row.openedAt.toISOString(),
    effect: row.effect,
    windowMinutes: row.windowMinutes,
    counted: row.counted,
    limit: row.limit,
    population: row.population,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    people: row.people,
    peopleTotal: row.peopleTotal,
    undecided: row.undecided,
    ...(row.waitingSince === null ? {} : { waitingSince: row.waitingSince.toISOString() }),
    ...(row.closedAt === null ? {} : { closedAt: row.closedAt.toISOString() }),
    ...(row.closedBy === null ? {} : { closedBy: row.closedBy }),
  };
}

export function brakeTripView(row: TripRow, job: JobRow | undefined, readerId: string, now: Date): BrakeTripView {
  return {
    ...brakeTrip(row),
    ...(row.firstRequest === null ? {} : { firstRequest: withoutNulls(row.firstRequest) }),
    ...(row.lastRequest === null ? {} : { lastRequest: withoutNulls(row.lastRequest) }),
    ...(row.pausedUntil !== null && row.pausedUntil > now ? { pausedUntil: row.pausedUntil.toISOString() } : {}),
    ...releaseAsked(row, readerId),
    ...(job ? { job: brakeJob(job) } : {}),
  };
}

export function affectedPerson(row: AffectedRow): AffectedPerson {
  return {
    id: row.id,
    displayName: row.displayName ?? row.id,
    ...(row.userName === null ? {} : { userName: row.userName }),
    state: row.state,
    effects: row.effects,
    at: row.at.toISOString(),
    ...(row.settled === null ? {} : { settled: row.settled }),
  };
}

function brakeJob(row: JobRow): BrakeJob {
  return {
    id: row.id,
    action: row.action,
    total: row.total,
    done: row.outcome.people,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    ...(row.finishedAt === null ? {} : { finishedAt: row.finishedAt.toISOString() }),
    outcome: row.outcome,
  };
}

function releaseAsked(row: TripRow, readerId: string): Pick<BrakeTripView, 'releaseAsked'> {
  const { releaseAskedAt: at, releaseAskedBy: by } = row;
  if (at === null || by === null || row.closedAt !== null) return {};
  return { releaseAsked: { by, at: at.toISOString(), byYou: row.releaseAskedById === readerId } };
}

/** The database says null for what it does not know. */
function withoutNulls<Facts extends object>(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Facts;
}
