import { Injectable } from '@nestjs/common';
import type { BrakeAction, BrakeOutcome } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ActivityLog } from '../activity/activity-log';
import { conflict, notFound } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import type { SignedInMember } from '../team/signed-in-member';
import { BrakeJobs } from './brake-jobs';
import { BrakeJobsRepository } from './brake-jobs.repository';
import { needsSecondPerson } from './brake-limits';
import { BrakeRepository, type TripRow } from './brake.repository';
import { AT_START, DecisionSteps, type Decision } from './decision-steps';
import { sameOutcome } from './outcome';

const ASKED_VALID_MS = 24 * 3_600_000;

export interface Wish {
  readonly tripId: string;
  readonly action: BrakeAction;
  readonly personIds?: readonly string[];
}

/** Releasing and restoring what the brake holds. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly brake: BrakeRepository,
    private readonly jobs: BrakeJobsRepository,
    private readonly runner: BrakeJobs,
    private readonly steps: DecisionSteps,
    private readonly activity: ActivityLog,
  ) {}

  /** Exactly what the decision would do, because it is done, and undone again before anybody sees it. */
  async preview(member: SignedInMember, wish: Wish): Promise<BrakeOutcome> {
    try {
      return await this.database.inTenant(member.tenantId, async (em) => {
        const trip = await this.brake.find(em, member.tenantId, wish.tripId);
        if (!trip) throw notFound('trip of the brake');
        throw new PreviewMade(await this.steps.all(em, decisionOf(member, trip, wish)));
      });
    } catch (error) {
      if (error instanceof PreviewMade) return error.outcome;
      throw error;
    }
  }

  /**
   * Starts it, if it would still do what the person saw. Releasing very many people waits for a second person instead (SEC-49).
   * @throws notFound, conflict
   */
  async decide(member: SignedInMember, wish: Wish, expected: BrakeOutcome): Promise<void> {
    const foreseen = await this.preview(member, wish);
    if (!sameOutcome(foreseen, expected)) throw conflict('Things have changed since the preview. Look at it again.');
    await this.database.inTenant(member.tenantId, async (em) => {
      const trip = await this.brake.lock(em, member.tenantId, wish.tripId);
      if (!trip) throw notFound('trip of the brake');
      if (trip.closedAt !== null) throw conflict('Everything about this trip is decided already.');
      const decision = decisionOf(member, trip, wish);
      const running = await this.jobs.newest(em, decision.trip);
      if (running?.finishedAt === null)
        throw conflict(`${running.createdBy} has just decided. Wait until that is done.`);
      const people = foreseen.people + foreseen.refused;
      if (wish.action === 'release' && mustWait(trip, member, people)) return this.ask(em, member, trip, people);
      await this.jobs.insert(em, uuid(), decision, people, AT_START);
      const { refusals: _named, ...figures } = foreseen;
      await this.activity.record(em, member, {
        action: wish.action === 'release' ? 'brake.released' : 'brake.restored',
        object: objectOf(trip),
        details: { tripId: trip.id, everybody: wish.personIds === undefined, ...figures },
      });
    });
    this.runner.wake();
  }

  private async ask(em: EntityManager, member: SignedInMember, trip: TripRow, people: number): Promise<void> {
    const key = { tenantId: member.tenantId, integrationId: trip.integrationId, tripId: trip.id };
    await this.brake.askForRelease(em, key, member);
    await this.activity.record(em, member, {
      action: 'brake.releaseAsked',
      object: objectOf(trip),
      details: { tripId: trip.id, people },
    });
  }
}

/** Carries the outcome out of the transaction that must not be committed. */
class PreviewMade extends Error {
  constructor(readonly outcome: BrakeOutcome) {
    super('a preview is rolled back');
  }
}

/** Slices count together: what is released of this trip already is part of the sum. */
function mustWait(trip: TripRow, member: SignedInMember, people: number): boolean {
  if (!needsSecondPerson(people + trip.released, trip.population)) return false;
  const { releaseAskedAt: at, releaseAskedById: by } = trip;
  return at === null || by === member.id || Date.now() - at.getTime() > ASKED_VALID_MS;
}

function decisionOf(member: SignedInMember, trip: TripRow, { action, personIds }: Wish): Decision {
  return {
    trip: { tenantId: member.tenantId, integrationId: trip.integrationId, tripId: trip.id },
    action,
    personIds: personIds ?? null,
    actor: { id: member.id, name: member.name },
  };
}

function objectOf({ integrationId, integrationName }: TripRow) {
  return { type: 'integration', id: integrationId, name: integrationName };
}
