import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { WorkerDatabase } from '../database/worker-database';
import type { Scope } from '../database/scim-database';

/** A group's version counts its events; so many uncounted ones are cheap to count at every read. */
const EVENTS_UNCOUNTED_MAX = 64;
const GROUPS_WATCHED_MAX = 10_000;

/**
 * Moves the anchor of a busy group's version forward, so that reading the version counts few events. Only transactions that have ended are
 * counted for good: those before the oldest one still running. Nothing is wrong when this does not run; reads get slower (decision 0002).
 */
const FOLD = {
  name: 'fold_group_version',
  text: `update scim_group g
      set version_base = g.version_base + s.events, version_anchor = s.horizon, last_modified = greatest(g.last_modified, s.last_at)
     from (
       select o.version_anchor, h.horizon, count(*) as events, max(e.at) as last_at
         from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) h
         join scim_group o on o.tenant_id = $1 and o.integration_id = $2 and o.id = $3
         join event e on e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = $3
          and e.xid >= o.version_anchor and e.xid < h.horizon
        group by o.version_anchor, h.horizon
     ) s
    where g.tenant_id = $1 and g.integration_id = $2 and g.id = $3 and g.version_anchor = s.version_anchor`,
};

@Injectable()
export class GroupVersionFolder implements OnApplicationShutdown {
  private readonly logger = new Logger('events');
  private readonly uncounted = new Map<string, number>();
  private folding: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly database: WorkerDatabase) {}

  /** To be told of every change of a group. */
  changed(scope: Scope, groupId: string): void {
    const key = `${scope.integrationId}/${groupId}`;
    const events = (this.uncounted.get(key) ?? 0) + 1;
    if (events < EVENTS_UNCOUNTED_MAX) {
      if (this.uncounted.size < GROUPS_WATCHED_MAX) this.uncounted.set(key, events);
      return;
    }
    this.uncounted.delete(key);
    this.folding = this.folding.then(() => this.fold(scope, groupId));
  }

  /** Whatever was due is done when this resolves. */
  async idle(): Promise<void> {
    await this.folding;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.folding;
  }

  private async fold(scope: Scope, groupId: string): Promise<void> {
    if (this.stopped) return;
    try {
      await this.database.inTenant(scope.tenantId, async (tx) => {
        await tx.query({ ...FOLD, values: [scope.tenantId, scope.integrationId, groupId] });
      });
    } catch (error) {
      this.logger.warn({ event: 'groupVersion.notFolded', groupId, error: String(error) });
    }
  }
}
