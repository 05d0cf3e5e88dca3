import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { WorkerDatabase } from '../database/worker-database';

const EVERY_MS = 3_600_000;
const SUCCESSES_KEPT_DAYS = 30;
const FAILURES_KEPT_DAYS = 90;

/**
 * Makes the log's partitions ahead of time and forgets what is too old: requests that succeeded after 30 days, failures after 90.
 * Several processes may do it at once; each step is without effect the second time.
 */
@Injectable()
export class RequestRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('requests');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly database: WorkerDatabase) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.database.query('select ensure_scim_request_partitions()');
    this.timer = setInterval(() => {
      this.running = this.run();
    }, EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async run(): Promise<void> {
    try {
      await this.database.query('select ensure_scim_request_partitions()');
      await this.database.query('select drop_scim_request_partitions((current_date - $1::int)::date)', [
        FAILURES_KEPT_DAYS,
      ]);
      for (const { tenant_id } of await this.database.query<{ tenant_id: string }>('select tenant_id from tenants()')) {
        await this.forgetSuccesses(tenant_id);
      }
    } catch (error) {
      this.logger.warn({ event: 'requests.retentionFailed', error: String(error) });
    }
  }

  private async forgetSuccesses(tenantId: string): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      await tx.query(
        'delete from scim_request where tenant_id = $1 and status < 400 and at < now() - make_interval(days => $2)',
        [tenantId, SUCCESSES_KEPT_DAYS],
      );
    });
  }
}
