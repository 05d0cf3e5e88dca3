import { Injectable } from '@nestjs/common';
import type { BrakeAction, BrakeOutcome } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import type { Restorer } from '../restoration/restore-outcome';
import { NOTHING_DONE, plus } from './outcome';
import { Settlement } from './settlement';
import type { TripKey } from './trip-key';

const PEOPLE_A_STEP = 200;

/** What somebody decided about a trip: about these people, or about everybody undecided. */
export interface Decision {
  readonly trip: TripKey;
  readonly action: BrakeAction;
  readonly personIds: readonly string[] | null;
  readonly actor: Restorer;
}

/** How far a decision is carried out. */
export interface Progress {
  readonly outcome: BrakeOutcome;
  /** The last person of this round that has had a step. */
  readonly position: string | null;
  readonly round: number;
  readonly settledInRound: number;
  readonly isFinished: boolean;
}

export const AT_START: Progress = {
  outcome: NOTHING_DONE,
  position: null,
  round: 1,
  settledInRound: 0,
  isFinished: false,
};

/** $4 people or null for everybody, $5 after whom */
const NEXT_PEOPLE = `
  select distinct f.person_id as id from brake_effect f
   where f.tenant_id = $1 and f.integration_id = $2 and f.trip_id = $3 and f.settled is null
     and ($4::uuid[] is null or f.person_id = any($4::uuid[])) and ($5::uuid is null or f.person_id > $5)
   order by f.person_id limit ${PEOPLE_A_STEP}`;

/**
 * Carries a decision out in steps of a few hundred people, in the order of their ids. Who is refused because somebody still undecided has the
 * name gets another try in the next round, as long as a round decides about anybody.
 */
@Injectable()
export class DecisionSteps {
  constructor(private readonly settlement: Settlement) {}

  async step(em: EntityManager, decision: Decision, progress: Progress): Promise<Progress> {
    const { trip, personIds } = decision;
    const people = await em.query<{ id: string }[]>(NEXT_PEOPLE, [
      trip.tenantId,
      trip.integrationId,
      trip.tripId,
      personIds,
      progress.position,
    ]);
    if (people.length === 0) return roundEnded(progress);
    const ids = people.map(({ id }) => id);
    const done = await this.settlement.settle(em, trip, ids, decision);
    return {
      ...progress,
      outcome: plus(progress.outcome, done),
      position: ids[ids.length - 1] ?? null,
      settledInRound: progress.settledInRound + done.people,
    };
  }

  /** All steps in one transaction: for a preview, which is then rolled back. */
  async all(em: EntityManager, decision: Decision): Promise<BrakeOutcome> {
    let progress = AT_START;
    while (!progress.isFinished) progress = await this.step(em, decision, progress);
    return progress.outcome;
  }
}

function roundEnded(progress: Progress): Progress {
  const { outcome, settledInRound } = progress;
  if (outcome.refused === 0 || settledInRound === 0) return { ...progress, isFinished: true };
  return {
    outcome: { ...outcome, refused: 0, refusals: [] },
    position: null,
    round: progress.round + 1,
    settledInRound: 0,
    isFinished: false,
  };
}
