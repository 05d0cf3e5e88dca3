import { Injectable, Logger } from '@nestjs/common';
import { PURGE_TURNS } from '../database/purge-turns';
import { RepeatingJob } from '../database/repeating-job';
import { WorkerDatabase } from '../database/worker-database';
import { EXPIRED } from './deleted-records.repository';

const EVERY_MS = 3_600_000;
const BATCH = 1_000;

/** One process at a time. */
const TAKE_TURN = `select pg_try_advisory_xact_lock(${PURGE_TURNS.records}) as mine`;

/** What the brake holds is not expired, however old it is, and nothing is while the purge is paused. */
const PURGE = `
  with due as (
    select d.tenant_id, d.integration_id, d.id from deleted_resource d where d.tenant_id = $1 and ${EXPIRED} limit ${BATCH}
  ), purged as (
    delete from deleted_resource d using due
     where d.tenant_id = due.tenant_id and d.integration_id = due.integration_id and d.id = due.id and ${EXPIRED}
    returning d.integration_id, d.resource_type
  ), counted as (
    select integration_id, count(*) filter (where resource_type = 'User') as people, count(*) filter (where resource_type = 'Group') as groups
      from purged group by integration_id
  ), told as (
    insert into activity (tenant_id, actor_type, actor_name, action, object_type, object_id, object_name, details)
    select $1, 'system', 'Rollcall', 'directory.purged', 'integration', i.id, i.name,
           jsonb_build_object('people', c.people, 'groups', c.groups)
      from counted c join integration i on i.tenant_id = $1 and i.id = c.integration_id
  )
  select count(*)::int as count from purged`;

/** Forgets what was deleted more than 30 days ago, in batches, each with its line in the activity log. */
@Injectable()
export class DeletionPurge extends RepeatingJob {
  private readonly logger = new Logger('restoration');

  constructor(private readonly database: WorkerDatabase) {
    super(EVERY_MS);
  }

  async run(): Promise<void> {
    try {
      for (const { tenant_id } of await this.database.query<{ tenant_id: string }>('select tenant_id from tenants()')) {
        while (!this.stopped && (await this.purgeBatch(tenant_id)) === BATCH);
      }
    } catch (error) {
      this.logger.warn({ event: 'restoration.purgeFailed', error: String(error) });
    }
  }

  private purgeBatch(tenantId: string): Promise<number> {
    return this.database.inTenant(tenantId, async (tx) => {
      const turn = await tx.query<{ mine: boolean }>(TAKE_TURN);
      if (!turn.rows[0]?.mine) return 0;
      const { rows } = await tx.query<{ count: number }>(PURGE, [tenantId]);
      return rows[0]?.count ?? 0;
    });
  }
}
