import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Scope } from '../database/scim-database';
import { WorkerDatabase } from '../database/worker-database';
import { RequestLog } from '../requests/request-log';
import type { RequestRecord } from '../requests/request-record';
import { BrakeEvaluation } from './brake-evaluation';

const LOOK_AFTER_MS = 500;
/** Against what nobody told of: requests that were not logged, a process that ended between the change and the look. */
const SWEEP_EVERY_MS = 60_000;
/** A look that takes long is followed by so many times its length without one, so that the brake never takes more than a tenth of a core. */
const REST_FACTOR = 9;
const EFFECTS_KEPT_DAYS = 90;

const INTEGRATIONS = `select id from integration where tenant_id = $1 and deleted_at is null`;

/** What no trip holds is kept as long as the preview of a threshold looks back. */
const FORGET = `delete from brake_effect f
  where f.tenant_id = $1 and f.integration_id = $2 and f.at < now() - make_interval(days => ${EFFECTS_KEPT_DAYS})
    and (f.trip_id is null or f.settled is not null)`;

/** Looks at an integration shortly after its changes, and at all of them now and then. */
@Injectable()
export class BrakeWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('brake');
  private readonly due = new Map<string, Scope>();
  private timer: NodeJS.Timeout | undefined;
  private sweeper: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: WorkerDatabase,
    private readonly evaluation: BrakeEvaluation,
    private readonly requests: RequestLog,
  ) {}

  onApplicationBootstrap(): void {
    this.requests.afterEachBatch((records) => {
      this.changed(records);
    });
    this.sweeper = setInterval(() => {
      this.looking = this.looking.then(() => this.sweep());
    }, SWEEP_EVERY_MS);
    this.sweeper.unref();
    this.looking = this.sweep();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    clearInterval(this.sweeper);
    await this.looking;
  }

  /** Everything that happened before this call has been looked at when it resolves. */
  async lookNow(scope: Scope): Promise<void> {
    await this.requests.flush();
    this.due.set(scope.integrationId, scope);
    while (this.due.has(scope.integrationId) && !this.stopped) {
      this.looking = this.looking.then(() => this.lookAtDue());
      await this.looking;
    }
  }

  private changed(records: readonly RequestRecord[]): void {
    for (const { tenantId, integrationId, method, status } of records) {
      if (integrationId === null || method === 'GET' || status >= 400) continue;
      this.due.set(integrationId, { tenantId, integrationId });
    }
    if (this.due.size > 0) this.schedule(LOOK_AFTER_MS);
  }

  private schedule(afterMs: number): void {
    if (this.stopped) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.looking = this.looking.then(async () => {
        const began = Date.now();
        await this.lookAtDue();
        if (this.due.size > 0) this.schedule(Math.max(LOOK_AFTER_MS, (Date.now() - began) * REST_FACTOR));
      });
    }, afterMs);
    this.timer.unref();
  }

  private async lookAtDue(): Promise<void> {
    const scopes = [...this.due.values()];
    this.due.clear();
    for (const scope of scopes) {
      if (this.stopped) return;
      try {
        const evaluation = await this.evaluation.evaluate(scope);
        if (evaluation !== 'done') this.due.set(scope.integrationId, scope);
      } catch (error) {
        this.logger.warn({ event: 'brake.notEvaluated', integrationId: scope.integrationId, error: String(error) });
      }
    }
  }

  private async sweep(): Promise<void> {
    try {
      for (const { tenant_id } of await this.database.query<{ tenant_id: string }>('select tenant_id from tenants()')) {
        const ids = await this.database.inTenant(tenant_id, async (tx) => {
          const { rows } = await tx.query<{ id: string }>(INTEGRATIONS, [tenant_id]);
          for (const { id } of rows) await tx.query(FORGET, [tenant_id, id]);
          return rows;
        });
        for (const { id } of ids) this.due.set(id, { tenantId: tenant_id, integrationId: id });
      }
      await this.lookAtDue();
    } catch (error) {
      this.logger.warn({ event: 'brake.notSwept', error: String(error) });
    }
  }
}
