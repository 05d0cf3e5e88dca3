import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PURGE_TURNS } from '../database/purge-turns';

export interface PauseRow {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** How many of a kind are past their days, and how many follow within a day of the first that is not. */
export interface OutlookRow {
  readonly kind: 'User' | 'Group' | 'Integration';
  readonly due: number;
  readonly soon: number;
  /** When the first of all kinds was deleted that is not yet due. */
  readonly firstDeletedAt: Date | null;
}

const PAUSE = `select paused_at as at, paused_by as by, reason from purge_pause where tenant_id = $1`;

const INSERT = `
  insert into purge_pause (tenant_id, paused_by, paused_by_id, reason) values ($1, $2, $3, $4)
  on conflict do nothing returning paused_at as at, paused_by as by, reason`;

const DELETE = `
  with ended as (delete from purge_pause where tenant_id = $1 returning paused_at, paused_by, reason)
  select paused_at as at, paused_by as by, reason from ended`;

/** The purge is under way nowhere until the transaction ends; a step of it takes no more than seconds. */
const WAIT = `select pg_advisory_xact_lock(${PURGE_TURNS.integrations}), pg_advisory_xact_lock(${PURGE_TURNS.records})`;

/**
 * Counted by the hour of the deletion. What the brake holds is counted and taken off again, so that neither part reads anything but an
 * index, however much has gathered.
 */
const OUTLOOK = `
  with moments as (
    select resource_type as kind, deleted_at, 1 as n from deleted_resource where tenant_id = $1
    union all
    select resource_type, deleted_at, -1 from deleted_resource where tenant_id = $1 and held_by is not null
    union all
    select 'Integration', deleted_at, 1 from integration where tenant_id = $1 and deleted_at is not null and purge_began_at is null
  ), hours as materialized (
    select kind, deleted_at <= now() - interval '30 days' as is_due, date_trunc('hour', deleted_at) as hour, sum(n)::int as n,
           min(deleted_at) as first
      from moments group by 1, 2, 3 having sum(n) > 0
  ), upcoming as (
    select min(first) as at from hours where not is_due
  )
  select h.kind, coalesce(sum(h.n) filter (where h.is_due), 0)::int as due,
         coalesce(sum(h.n) filter (where not h.is_due and h.first <= u.at + interval '1 day'), 0)::int as soon, u.at as "firstDeletedAt"
    from hours h cross join upcoming u group by h.kind, u.at`;

const HELD = `select count(*)::int as count from deleted_resource where tenant_id = $1 and held_by is not null`;

/** Whether the purge of an organisation is paused, and what it is about to take. */
@Injectable()
export class PurgeRepository {
  async pauseOf(em: EntityManager, tenantId: string): Promise<PauseRow | undefined> {
    return (await em.query<PauseRow[]>(PAUSE, [tenantId]))[0];
  }

  /** Nothing is removed any more when this is committed; undefined when it was paused already. */
  async pause(
    em: EntityManager,
    tenantId: string,
    by: { readonly id?: string; readonly name: string },
    reason: string,
  ): Promise<PauseRow | undefined> {
    await em.query(WAIT);
    return (await em.query<PauseRow[]>(INSERT, [tenantId, by.name, by.id ?? null, reason]))[0];
  }

  /** The pause that has ended, if there was one. */
  async resume(em: EntityManager, tenantId: string): Promise<PauseRow | undefined> {
    return (await em.query<PauseRow[]>(DELETE, [tenantId]))[0];
  }

  outlook(em: EntityManager, tenantId: string): Promise<OutlookRow[]> {
    return em.query(OUTLOOK, [tenantId]);
  }

  async heldCount(em: EntityManager, tenantId: string): Promise<number> {
    return (await em.query<{ count: number }[]>(HELD, [tenantId]))[0]?.count ?? 0;
  }
}
