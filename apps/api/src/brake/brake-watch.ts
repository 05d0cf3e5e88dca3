import { Injectable, Logger } from '@nestjs/common';
import { RepeatingJob } from '../database/repeating-job';
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
export class BrakeWatch extends RepeatingJob {
  private readonly logger = new Logger('brake');
  private readonly due = new Map<string, Scope>();
  private nextLook: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: WorkerDatabase,
    private readonly evaluation: BrakeEvaluation,
    private readonly requests: RequestLog,
  ) {
    super(SWEEP_EVERY_MS);
  }

  override async onApplicationBootstrap(): Promise<void> {
    this.requests.afterEachBatch((records) => {
      this.changed(records);
    });
    await super.onApplicationBootstrap();
    void this.inTurn(() => this.run());
  }

  override async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.nextLook);
    await super.onApplicationShutdown();
  }

  /** Everything that happened before this call has been looked at when it resolves. */
  async lookNow(scope: Scope): Promise<void> {
    await this.requests.flush();
    this.due.set(scope.integrationId, scope);
    while (this.due.has(scope.integrationId) && !this.stopped) {
      await this.inTurn(() => this.lookAtDue());
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
    this.nextLook ??= setTimeout(() => {
      this.nextLook = undefined;
      void this.inTurn(async () => {
        const began = Date.now();
        await this.lookAtDue();
        if (this.due.size > 0) this.schedule(Math.max(LOOK_AFTER_MS, (Date.now() - began) * REST_FACTOR));
      });
    }, afterMs);
    this.nextLook.unref();
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

  /** Looks at all integrations, and forgets effects that nobody asks for any more. */
  async run(): Promise<void> {
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
