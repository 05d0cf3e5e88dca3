import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SchemasConfig } from '../config/schemas.config';
import { WorkerDatabase } from '../database/worker-database';
import type { Scope } from '../database/scim-database';

const FOLD_AFTER_MS = 500;
/** Arrivals and departures before the tables are analysed for the first time, and how far apart the later times are. */
const ANALYZE_FIRST_AFTER = 50;
const ANALYZE_GROWTH = 1.5;
const ANALYZE_AFTER_MAX = 50_000;

/** One process at a time; a statement of its own, so that the next one's snapshot is newer than the other process's commit. */
const TAKE_TURN = `select pg_try_advisory_xact_lock(7262004) as mine`;

/** Adds the arrivals and departures of ended transactions to the counts and moves their anchors (decision 0002). */
const FOLD = {
  name: 'fold_resource_counts',
  text: `insert into resource_count (tenant_id, integration_id, resource_type, base, anchor)
    select $1::uuid, $2::uuid, types.name, counted.delta, h.horizon
      from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) h
     cross join unnest($3::text[]) types (name)
     cross join lateral (
       select coalesce(max(c.anchor::text), '0')::xid8 as anchor from resource_count c
        where c.tenant_id = $1 and c.integration_id = $2 and c.resource_type = types.name
     ) counted_to
     cross join lateral (
       select count(*) filter (where e.kind <> 'deleted') - count(*) filter (where e.kind = 'deleted') as delta
         from event e
        where e.tenant_id = $1 and e.integration_id = $2 and e.resource_type = types.name
          and e.kind in ('created', 'deleted', 'revived', 'restored')
          and e.xid >= counted_to.anchor and e.xid < h.horizon
     ) counted
    on conflict on constraint resource_count_pkey do update
       set base = resource_count.base + excluded.base, anchor = excluded.anchor`,
};

/** Keeps the number of users, groups and other resources of an integration cheap to know, without a row on which every creation would queue. */
@Injectable()
export class ResourceCountFolder implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('events');
  private readonly due = new Map<string, Scope>();
  private seen = 0;
  private analyzeAt = ANALYZE_FIRST_AFTER;
  private timer: NodeJS.Timeout | undefined;
  private folding: Promise<void> = Promise.resolve();

  private readonly types: readonly string[];

  constructor(
    private readonly database: WorkerDatabase,
    { user, group, custom }: SchemasConfig,
  ) {
    this.types = [user, group, ...custom].map(({ name }) => name);
  }

  /** A restored backup comes without statistics. Nobody waits for them. */
  onApplicationBootstrap(): void {
    this.folding = this.analyze();
  }

  /** To be told of every creation and deletion. */
  changed(scope: Scope): void {
    this.seen += 1;
    this.due.set(scope.integrationId, { tenantId: scope.tenantId, integrationId: scope.integrationId });
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.folding = this.folding.then(() => this.foldAll());
    }, FOLD_AFTER_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.folding;
  }

  async foldAll(): Promise<void> {
    const scopes = [...this.due.values()];
    this.due.clear();
    for (const scope of scopes) await this.fold(scope);
    if (this.seen >= this.analyzeAt) await this.analyze();
  }

  /** Plans that were made on empty tables choose among indexes by chance; autovacuum would come a minute later (docs/performance.md). */
  private async analyze(): Promise<void> {
    this.analyzeAt = this.seen + Math.min(this.seen * (ANALYZE_GROWTH - 1) + ANALYZE_FIRST_AFTER, ANALYZE_AFTER_MAX);
    try {
      await this.database.query('select analyze_directory()');
    } catch (error) {
      this.logger.warn({ event: 'directory.notAnalyzed', error: String(error) });
    }
  }

  private async fold({ tenantId, integrationId }: Scope): Promise<void> {
    try {
      await this.database.inTenant(tenantId, async (tx) => {
        const turn = await tx.query<{ mine: boolean }>(TAKE_TURN);
        if (turn.rows[0]?.mine) await tx.query({ ...FOLD, values: [tenantId, integrationId, this.types] });
      });
    } catch (error) {
      this.logger.warn({ event: 'counts.notFolded', integrationId, error: String(error) });
    }
  }
}
