import { Injectable, Logger } from '@nestjs/common';
import { ConsoleDatabase } from '../database/console-database';
import { RepeatingJob } from '../database/repeating-job';
import { ResourceCountFolder } from '../events/resource-count-folder';
import { BrakeJobsRepository, type JobRow } from './brake-jobs.repository';
import { DecisionSteps, type Decision } from './decision-steps';
import { CLOSE } from './settlement-statements';

/** A process that ended in the middle of a job left it for the next look of another one. */
const LOOK_EVERY_MS = 15_000;

/**
 * Carries out what was decided. A step and the note of how far the job has come are one transaction, and the job's row is held meanwhile:
 * whatever happens to the process, each person is decided about exactly once.
 */
@Injectable()
export class BrakeJobs extends RepeatingJob {
  private readonly logger = new Logger('brake');

  constructor(
    private readonly database: ConsoleDatabase,
    private readonly jobs: BrakeJobsRepository,
    private readonly steps: DecisionSteps,
    private readonly counts: ResourceCountFolder,
  ) {
    super(LOOK_EVERY_MS);
  }

  override async onApplicationBootstrap(): Promise<void> {
    await super.onApplicationBootstrap();
    this.wake();
  }

  /** Whatever is due is under way after this; nobody waits for it. */
  wake(): void {
    void this.inTurn(() => this.run());
  }

  async run(): Promise<void> {
    try {
      const tenants = await this.database.query<{ tenant_id: string }>('select tenant_id from tenants()');
      for (const { tenant_id } of tenants) while (!this.stopped && (await this.workOn(tenant_id)));
    } catch (error) {
      this.logger.warn({ event: 'brake.jobFailed', error: String(error) });
    }
  }

  /** One step of the oldest job of an organisation; false when there is none. */
  private workOn(tenantId: string): Promise<boolean> {
    return this.database.inTenant(tenantId, async (em) => {
      const job = await this.jobs.take(em, tenantId);
      if (!job) return false;
      const decision = decisionOf(tenantId, job);
      const progress = await this.steps.step(em, decision, { ...job, isFinished: false });
      await this.jobs.save(em, tenantId, job, progress);
      const { trip } = decision;
      if (progress.isFinished) await em.query(CLOSE, [tenantId, trip.integrationId, trip.tripId, job.createdBy]);
      this.counts.changed(trip);
      return true;
    });
  }
}

function decisionOf(tenantId: string, job: JobRow): Decision {
  return {
    trip: { tenantId, integrationId: job.integrationId, tripId: job.tripId },
    action: job.action,
    personIds: job.personIds,
    actor: { name: job.createdBy, ...(job.createdById === null ? {} : { id: job.createdById }) },
  };
}
