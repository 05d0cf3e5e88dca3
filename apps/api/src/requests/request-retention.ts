import { Injectable, Logger } from '@nestjs/common';
import { RequestsConfig } from '../config/requests.config';
import { RepeatingJob } from '../database/repeating-job';
import { WorkerDatabase } from '../database/worker-database';

const EVERY_MS = 3_600_000;
const ROWS_A_STEP = 2_000;

/** One process at a time; whoever is late finds nothing left to do. */
const TAKE_TURN = `select pg_try_advisory_xact_lock(7262012) as mine`;

/** $1 tenant, $2 begin, $3 days. The oldest first, so that the next step begins where this one ended. */
const FORGET = `
  with old as (
    select tenant_id, at, id from scim_request
     where tenant_id = $1 and at >= $2 and at < now() - make_interval(days => $3) and status < 400
     order by at, id limit ${ROWS_A_STEP}
  )
  delete from scim_request r using old where r.tenant_id = old.tenant_id and r.at = old.at and r.id = old.id
  returning r.at`;

/** What a run has removed. */
export interface Purged {
  readonly successes: number;
  /** Days of which nothing is left to keep, whole. */
  readonly days: number;
}

/**
 * Makes the log's partitions ahead of time and forgets what is too old: requests that succeeded after 30 days in small steps, failures
 * after 90 by dropping their whole day. Nobody waits for it: no step holds a lock for long, and each is without effect the second time.
 */
@Injectable()
export class RequestRetention extends RepeatingJob {
  private readonly logger = new Logger('requests');

  constructor(
    private readonly database: WorkerDatabase,
    private readonly config: RequestsConfig,
  ) {
    super(EVERY_MS);
  }

  override async onApplicationBootstrap(): Promise<void> {
    await this.database.query('select ensure_scim_request_partitions()');
    await super.onApplicationBootstrap();
  }

  /** Everything that is due is gone when this resolves, unless another process is at it; undefined when it failed. */
  async run(): Promise<Purged | undefined> {
    const began = performance.now();
    try {
      await this.database.query('select ensure_scim_request_partitions()');
      const days = await this.dropDays();
      let successes = 0;
      for (const { tenant_id } of await this.database.query<{ tenant_id: string }>('select tenant_id from tenants()')) {
        successes += await this.forgetSuccesses(tenant_id);
      }
      const ms = Math.round(performance.now() - began);
      if (successes + days > 0) this.logger.log({ event: 'requests.purged', successes, days, ms });
      return { successes, days };
    } catch (error) {
      this.logger.warn({ event: 'requests.purgeFailed', error: String(error) });
      return undefined;
    }
  }

  private async dropDays(): Promise<number> {
    const [row] = await this.database.query<{ dropped: number }>(
      'select drop_scim_request_partitions((current_date - $1::int)::date) as dropped',
      [this.config.failuresKeptDays],
    );
    return row?.dropped ?? 0;
  }

  private async forgetSuccesses(tenantId: string): Promise<number> {
    let gone = 0;
    let from = new Date(0);
    while (!this.stopped) {
      const step = await this.step(tenantId, from);
      gone += step.length;
      if (step.length < ROWS_A_STEP) break;
      from = step.reduce((latest, { at }) => (at > latest ? at : latest), from);
    }
    return gone;
  }

  private step(tenantId: string, from: Date): Promise<{ readonly at: Date }[]> {
    return this.database.inTenant(tenantId, async (tx) => {
      const turn = await tx.query<{ mine: boolean }>(TAKE_TURN);
      if (turn.rows[0]?.mine !== true) return [];
      return (await tx.query<{ at: Date }>(FORGET, [tenantId, from, this.config.successesKeptDays])).rows;
    });
  }
}
