import { Injectable } from '@nestjs/common';
import { REQUESTS_COUNTED_MAX, REQUESTS_SEARCHED_MAX, type RequestQuery } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import type { RecordedTrail } from './request-record';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export interface RequestRow {
  readonly id: string;
  readonly at: Date;
  readonly integrationId: string | null;
  readonly integrationName: string | null;
  readonly method: string;
  readonly path: string;
  readonly query: string | null;
  readonly status: number;
  readonly durationMs: number;
  readonly client: string | null;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly resourceName: string | null;
  readonly summary: string;
}

export interface RequestDetailRow extends RequestRow {
  readonly address: string | null;
  readonly tokenLastFour: string | null;
  readonly trail: RecordedTrail | null;
}

export interface RequestPageWish extends RequestQuery {
  readonly tenantId: string;
  readonly limit: number;
  readonly after?: { readonly at: string; readonly id: string };
}

const SHOWN = `r.id, r.at, r.integration_id as "integrationId", i.name as "integrationName", r.method, r.path, r.query, r.status,
  r.duration_ms as "durationMs", r.client, r.resource_type as "resourceType", r.resource_id as "resourceId",
  r.resource_name as "resourceName", r.summary`;

const NAMED = `left join integration i on i.tenant_id = r.tenant_id and i.id = r.integration_id`;

/** Ids of requests are made as they arrive, so the id tells the moment to look at; minutes either side are ample. */
const DETAIL = `
  select ${SHOWN}, r.address, t.last_four as "tokenLastFour", r.trail
    from scim_request r ${NAMED}
    left join token t on t.tenant_id = r.tenant_id and t.integration_id = r.integration_id and t.id = r.token_id
   where r.tenant_id = $1 and r.id = $2 and r.at between $3::timestamptz - interval '5 minutes' and $3::timestamptz + interval '5 minutes'
   limit 1`;

/** The log of SCIM requests as the console reads it, newest first. */
@Injectable()
export class RequestsRepository {
  page(em: EntityManager, wish: RequestPageWish): Promise<RequestRow[]> {
    const { from, conditions, values } = matching(wish);
    if (wish.after) {
      values.push(wish.after.at, wish.after.id);
      const [at, id] = [`$${values.length - 1}::timestamptz`, `$${values.length}::uuid`];
      conditions.push(`r.at <= ${at}`, `(r.at, r.id) < (${at}, ${id})`);
    }
    values.push(wish.limit);
    return em.query<RequestRow[]>(
      `select ${SHOWN} from ${from} r ${NAMED}
        where ${conditions.join(' and ')} order by r.at desc, r.id desc limit $${values.length}`,
      values,
    );
  }

  /** Counts up to one more than REQUESTS_COUNTED_MAX: beyond that the exact number tells nobody anything. */
  async count(em: EntityManager, wish: RequestPageWish): Promise<number> {
    const { from, conditions, values } = matching(wish);
    const [row] = await em.query<{ count: number }[]>(
      `select count(*)::int as count from (
         select 1 from ${from} r where ${conditions.join(' and ')} limit ${REQUESTS_COUNTED_MAX + 1}
       ) counted`,
      values,
    );
    return row?.count ?? 0;
  }

  async find(em: EntityManager, tenantId: string, id: string): Promise<RequestDetailRow | undefined> {
    return (await em.query<RequestDetailRow[]>(DETAIL, [tenantId, id, timeOfId(id)]))[0];
  }
}

interface Matching {
  /** The log, or the newest stretch of it when a text is looked for. */
  readonly from: string;
  readonly conditions: string[];
  readonly values: unknown[];
}

function matching(wish: RequestPageWish): Matching {
  const values: unknown[] = [wish.tenantId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const indexed = ['r.tenant_id = $1'];
  if (wish.integrationId !== undefined) indexed.push(`r.integration_id = ${place(wish.integrationId)}`);
  if (wish.resourceId !== undefined) indexed.push(`r.resource_id = ${place(wish.resourceId)}`);
  const further: string[] = [];
  if (wish.method !== undefined) further.push(`r.method = ${place(wish.method)}`);
  if (wish.result !== undefined) further.push(wish.result === 'failure' ? 'r.status >= 400' : 'r.status < 400');
  const search = wish.search?.trim() ?? '';
  if (search === '') return { from: 'scim_request', conditions: [...indexed, ...further], values };
  if (UUID.test(search)) {
    const id = place(search.toLowerCase());
    return { from: 'scim_request', conditions: [...indexed, ...further, hasId(id, place(timeOfId(search)))], values };
  }
  const text = `lower(${place(search)})`;
  const from = `(select r.* from scim_request r where ${indexed.join(' and ')} order by r.at desc, r.id desc limit ${REQUESTS_SEARCHED_MAX})`;
  const holds = `(strpos(lower(r.summary), ${text}) > 0 or strpos(lower(r.path), ${text}) > 0)`;
  return { from, conditions: [...further, holds], values };
}

/** The request of this id, or all about the person or group of this id. */
function hasId(id: string, madeAt: string): string {
  const then = `r.at between ${madeAt}::timestamptz - interval '5 minutes' and ${madeAt}::timestamptz + interval '5 minutes'`;
  return `((r.id = ${id}::uuid and ${then}) or r.resource_id = ${id}::uuid)`;
}

/** A UUID of version 7 begins with the milliseconds since 1970 (RFC 9562 §5.7). */
function timeOfId(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}
