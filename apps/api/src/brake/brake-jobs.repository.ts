import { Injectable } from '@nestjs/common';
import type { BrakeAction, BrakeOutcome } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import type { Decision, Progress } from './decision-steps';

export interface JobRow {
  readonly id: string;
  readonly integrationId: string;
  readonly tripId: string;
  readonly action: BrakeAction;
  readonly personIds: readonly string[] | null;
  readonly total: number;
  readonly outcome: BrakeOutcome;
  readonly position: string | null;
  readonly round: number;
  readonly settledInRound: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly createdById: string | null;
  readonly finishedAt: Date | null;
}

const SHOWN = `j.id, j.integration_id as "integrationId", j.trip_id as "tripId", j.action, j.person_ids as "personIds", j.total, j.outcome,
  j.position, j.round, j.settled_in_round as "settledInRound", j.created_at as "createdAt", j.created_by as "createdBy",
  j.created_by_id as "createdById", j.finished_at as "finishedAt"`;

const INSERT = `
  insert into brake_job (tenant_id, integration_id, id, trip_id, action, person_ids, total, outcome, created_by, created_by_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** The oldest that nobody is at; held until the transaction ends. */
const TAKE = `
  select ${SHOWN} from brake_job j where j.tenant_id = $1 and j.finished_at is null order by j.created_at limit 1 for update skip locked`;

const SAVE = `
  with saved as (
    update brake_job set outcome = $4, position = $5, round = $6, settled_in_round = $7, finished_at = case when $8 then now() end
     where tenant_id = $1 and integration_id = $2 and id = $3 returning 1
  ) select count(*)::int as count from saved`;

const NEWEST = `
  select ${SHOWN} from brake_job j where j.tenant_id = $1 and j.integration_id = $2 and j.trip_id = $3 order by j.created_at desc limit 1`;

@Injectable()
export class BrakeJobsRepository {
  async insert(em: EntityManager, id: string, decision: Decision, total: number, start: Progress): Promise<void> {
    const { trip, action, personIds, actor } = decision;
    await em.query(INSERT, [
      trip.tenantId,
      trip.integrationId,
      id,
      trip.tripId,
      action,
      personIds,
      total,
      JSON.stringify(start.outcome),
      actor.name,
      actor.id ?? null,
    ]);
  }

  async take(em: EntityManager, tenantId: string): Promise<JobRow | undefined> {
    return (await em.query<JobRow[]>(TAKE, [tenantId]))[0];
  }

  async save(em: EntityManager, tenantId: string, job: JobRow, progress: Progress): Promise<void> {
    await em.query(SAVE, [
      tenantId,
      job.integrationId,
      job.id,
      JSON.stringify(progress.outcome),
      progress.position,
      progress.round,
      progress.settledInRound,
      progress.isFinished,
    ]);
  }

  async newest(
    em: EntityManager,
    trip: { readonly tenantId: string; readonly integrationId: string; readonly tripId: string },
  ): Promise<JobRow | undefined> {
    return (await em.query<JobRow[]>(NEWEST, [trip.tenantId, trip.integrationId, trip.tripId]))[0];
  }
}
