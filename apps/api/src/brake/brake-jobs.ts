import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ConsoleDatabase } from '../database/console-database';
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
export class BrakeJobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('brake');
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: ConsoleDatabase,
    private readonly jobs: BrakeJobsRepository,
    private readonly steps: DecisionSteps,
    private readonly counts: ResourceCountFolder,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.wake();
    }, LOOK_EVERY_MS);
    this.timer.unref();
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.working;
  }

  /** Whatever is due is under way after this; nobody waits for it. */
  wake(): void {
    this.working = this.working.then(() => this.work());
  }

  /** Whatever was due is done when this resolves. */
  async idle(): Promise<void> {
    await this.working;
  }

  private async work(): Promise<void> {
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
