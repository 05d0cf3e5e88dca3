import { Injectable, Logger } from '@nestjs/common';
import type pg from 'pg';
import { PURGE_TURNS } from '../database/purge-turns';
import { RepeatingJob } from '../database/repeating-job';
import { WorkerDatabase } from '../database/worker-database';

const EVERY_MS = 15 * 60_000;
const ROWS_A_STEP = 2_000;
const HOURS_KEPT_DAYS = 90;

/** One process at a time; whoever is late finds nothing left to do. */
const TAKE_TURN = `select pg_try_advisory_xact_lock(${PURGE_TURNS.integrations}) as mine`;

/** What has begun is ended even when somebody pauses the purge meanwhile: half an integration is of no use to anybody. */
const DUE = `
  select id, name, deleted_at as "deletedAt", deleted_by as "deletedBy" from integration
   where tenant_id = $1 and (deleted_at < (select restorable_since($1)) or purge_began_at is not null) order by deleted_at limit 1`;

const BEGIN = `update integration set purge_began_at = now() where tenant_id = $1 and id = $2 and purge_began_at is null`;

const LOG = `
  insert into activity (tenant_id, actor_type, actor_name, action, object_type, object_id, object_name, details)
  values ($1, 'system', 'Rollcall', 'integration.purged', 'integration', $2, $3, $4)`;

interface DueIntegration {
  readonly id: string;
  readonly name: string;
  readonly deletedAt: Date;
  readonly deletedBy: string;
}

/**
 * Removes for good what was deleted more than 30 days ago: in small steps that hold no lock for long, the activity log's row with
 * the last of them.
 */
@Injectable()
export class IntegrationPurge extends RepeatingJob {
  private readonly logger = new Logger('integrations');

  constructor(private readonly database: WorkerDatabase) {
    super(EVERY_MS);
  }

  /** Everything that is due is gone when this resolves, unless another process is at it. */
  async run(): Promise<void> {
    try {
      for (const { tenant_id } of await this.database.query<{ tenant_id: string }>('select tenant_id from tenants()')) {
        while (!this.stopped && (await this.step(tenant_id)));
        await this.forgetHours(tenant_id);
      }
    } catch (error) {
      this.logger.warn({ event: 'integrations.purgeFailed', error: String(error) });
    }
  }

  /** True while there is more to do. */
  private step(tenantId: string): Promise<boolean> {
    return this.database.inTenant(tenantId, async (tx) => {
      const turn = await tx.query<{ mine: boolean }>(TAKE_TURN);
      if (turn.rows[0]?.mine !== true) return false;
      const due = (await tx.query<DueIntegration>(DUE, [tenantId])).rows[0];
      if (due === undefined) return false;
      await this.remove(tx, tenantId, due);
      return true;
    });
  }

  private async remove(tx: pg.ClientBase, tenantId: string, due: DueIntegration): Promise<void> {
    await tx.query(BEGIN, [tenantId, due.id]);
    const { rows } = await tx.query<{ done: boolean }>('select purge_deleted_integration($1, $2, $3) as done', [
      tenantId,
      due.id,
      ROWS_A_STEP,
    ]);
    if (rows[0]?.done !== true) return;
    const details = { deletedAt: due.deletedAt.toISOString(), deletedBy: due.deletedBy };
    await tx.query(LOG, [tenantId, due.id, due.name, details]);
    this.logger.log({ event: 'integration.purged', tenantId, integrationId: due.id });
  }

  private async forgetHours(tenantId: string): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      await tx.query('delete from request_hour where tenant_id = $1 and hour < now() - make_interval(days => $2)', [
        tenantId,
        HOURS_KEPT_DAYS,
      ]);
    });
  }
}
