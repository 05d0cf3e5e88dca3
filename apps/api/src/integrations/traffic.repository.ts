import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { resourceTotal } from '../database/resource-total';
import { FAILED } from '../requests/request-outcome';
import { SENTENCE_COLUMNS, type SentenceRow } from '../requests/stored-sentence';
import { CONNECTION_COLUMNS, CONNECTION_JOINS } from './connection-facts';
import type { IntegrationKey } from './integrations.repository';

export interface TrafficRow {
  readonly id: string;
  readonly liveTokens: number;
  readonly lastTokenEnds: Date | null;
  readonly lastRequestAt: Date | null;
  readonly lastRequestFailed: boolean | null;
  readonly recentRequests: number;
  readonly recentFailures: number;
  readonly userCount: number;
  readonly groupCount: number;
}

export interface GlimpseRow extends SentenceRow {
  readonly id: string;
  readonly at: Date;
  readonly path: string;
  readonly summary: string;
}

export interface CountRow {
  readonly id: string;
  readonly userCount: number;
  readonly groupCount: number;
}

export interface ChecklistRow {
  readonly testConnectionAt: Date | null;
  readonly firstUserAt: Date | null;
  readonly firstGroupAt: Date | null;
}

export interface HourRow {
  readonly hour: Date;
  readonly requests: number;
  readonly errors: number;
}

const countOf = (type: 'User' | 'Group') => resourceTotal('i.tenant_id', 'i.id', type);

/** $1 tenant, $2 one integration or null for all. */
const FACTS = `
  select i.id, ${CONNECTION_COLUMNS},
         ${countOf('User')} as "userCount", ${countOf('Group')} as "groupCount"
    from integration i
   ${CONNECTION_JOINS}
   where i.tenant_id = $1 and i.deleted_at is null and ($2::uuid is null or i.id = $2)`;

const DELETED_COUNTS = `
  select i.id, ${countOf('User')} as "userCount", ${countOf('Group')} as "groupCount"
    from integration i where i.tenant_id = $1 and i.deleted_at is not null`;

const GLIMPSE = (condition: string) => `
  select id, at, method, path, status, summary, client, resource_type as "resourceType", resource_name as "resourceName", ${SENTENCE_COLUMNS}
    from scim_request r where tenant_id = $1 and integration_id = $2 and ${condition} order by at desc, id desc limit 1`;

const firstOf = (type: 'User' | 'Group') => `(
  select e.at from event e
   where e.tenant_id = $1 and e.integration_id = $2 and e.resource_type = '${type}'
     and e.kind in ('created', 'deleted', 'revived', 'restored')
   order by e.xid limit 1)`;

const CHECKLIST = `
  select (select min(first_used_at) from token_use where tenant_id = $1 and integration_id = $2) as "testConnectionAt",
         ${firstOf('User')} as "firstUserAt", ${firstOf('Group')} as "firstGroupAt"`;

/** Counted by the batches that write the log (requests/traffic-counts.ts): a day of half a million requests is 24 rows. */
const HOURS = `
  select hours.hour, coalesce(r.requests, 0) as requests, coalesce(r.errors, 0) as errors
    from generate_series(date_trunc('hour', now(), 'UTC') - interval '23 hours', date_trunc('hour', now(), 'UTC'), interval '1 hour')
         as hours (hour)
    left join request_hour r on r.tenant_id = $1 and r.integration_id = $2 and r.hour = hours.hour
   order by hours.hour`;

const MEMBERSHIPS = `
  select count(*)::int as count from group_member where tenant_id = $1 and integration_id = $2`;

const INACTIVE = `
  select count(*)::int as count from scim_user where tenant_id = $1 and integration_id = $2 and active = false`;

/** What the requests, tokens and resources of an integration tell about it: sets, so SQL. */
@Injectable()
export class TrafficRepository {
  facts(em: EntityManager, tenantId: string, integrationId?: string): Promise<TrafficRow[]> {
    return em.query<TrafficRow[]>(FACTS, [tenantId, integrationId ?? null]);
  }

  deletedCounts(em: EntityManager, tenantId: string): Promise<CountRow[]> {
    return em.query<CountRow[]>(DELETED_COUNTS, [tenantId]);
  }

  async lastRequest(em: EntityManager, key: IntegrationKey): Promise<GlimpseRow | undefined> {
    return (await em.query<GlimpseRow[]>(GLIMPSE('true'), [key.tenantId, key.integrationId]))[0];
  }

  async lastError(em: EntityManager, key: IntegrationKey): Promise<GlimpseRow | undefined> {
    return (await em.query<GlimpseRow[]>(GLIMPSE(FAILED), [key.tenantId, key.integrationId]))[0];
  }

  async checklist(em: EntityManager, key: IntegrationKey): Promise<ChecklistRow | undefined> {
    return (await em.query<ChecklistRow[]>(CHECKLIST, [key.tenantId, key.integrationId]))[0];
  }

  /** The last 24 hours, oldest first, also those without a request. */
  hours(em: EntityManager, key: IntegrationKey): Promise<HourRow[]> {
    return em.query<HourRow[]>(HOURS, [key.tenantId, key.integrationId]);
  }

  async inactiveUsers(em: EntityManager, key: IntegrationKey): Promise<number> {
    return (await em.query<{ count: number }[]>(INACTIVE, [key.tenantId, key.integrationId]))[0]?.count ?? 0;
  }

  async memberships(em: EntityManager, key: IntegrationKey): Promise<number> {
    return (await em.query<{ count: number }[]>(MEMBERSHIPS, [key.tenantId, key.integrationId]))[0]?.count ?? 0;
  }
}
