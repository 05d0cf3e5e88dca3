import { Injectable } from '@nestjs/common';
import { REQUESTS_COUNTED_MAX, type RequestQuery } from '@rollcall/admin-contracts';
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

/** Ids of requests are in the order of time, so the id tells the partition to look in; half a day either side is ample. */
const DETAIL = `
  select ${SHOWN}, r.address, t.last_four as "tokenLastFour", r.trail
    from scim_request r ${NAMED}
    left join token t on t.tenant_id = r.tenant_id and t.integration_id = r.integration_id and t.id = r.token_id
   where r.tenant_id = $1 and r.id = $2 and r.at between $3::timestamptz - interval '12 hours' and $3::timestamptz + interval '12 hours'
   limit 1`;

/** The log of SCIM requests as the console reads it, newest first. */
@Injectable()
export class RequestsRepository {
  page(em: EntityManager, wish: RequestPageWish): Promise<RequestRow[]> {
    const { conditions, values } = matching(wish);
    if (wish.after) {
      values.push(wish.after.at, wish.after.id);
      const [at, id] = [`$${values.length - 1}::timestamptz`, `$${values.length}::uuid`];
      conditions.push(`r.at <= ${at}`, `(r.at, r.id) < (${at}, ${id})`);
    }
    values.push(wish.limit);
    return em.query<RequestRow[]>(
      `select ${SHOWN} from scim_request r ${NAMED}
        where ${conditions.join(' and ')} order by r.at desc, r.id desc limit $${values.length}`,
      values,
    );
  }

  /** Counts up to one more than REQUESTS_COUNTED_MAX: beyond that the exact number tells nobody anything. */
  async count(em: EntityManager, wish: RequestPageWish): Promise<number> {
    const { conditions, values } = matching(wish);
    const [row] = await em.query<{ count: number }[]>(
      `select count(*)::int as count from (
         select 1 from scim_request r where ${conditions.join(' and ')} limit ${REQUESTS_COUNTED_MAX + 1}
       ) counted`,
      values,
    );
    return row?.count ?? 0;
  }

  async find(em: EntityManager, tenantId: string, id: string, madeAt: Date): Promise<RequestDetailRow | undefined> {
    return (await em.query<RequestDetailRow[]>(DETAIL, [tenantId, id, madeAt]))[0];
  }
}

function matching(wish: RequestPageWish): { conditions: string[]; values: unknown[] } {
  const values: unknown[] = [wish.tenantId];
  const conditions = ['r.tenant_id = $1'];
  const also = (value: unknown, condition: (place: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  also(wish.integrationId, (place) => `r.integration_id = ${place}`);
  also(wish.method, (place) => `r.method = ${place}`);
  also(wish.resourceId, (place) => `r.resource_id = ${place}`);
  if (wish.result !== undefined) conditions.push(wish.result === 'failure' ? 'r.status >= 400' : 'r.status < 400');
  const search = wish.search?.trim() ?? '';
  if (search !== '') also(search, (place) => searched(search, place));
  return { conditions, values };
}

/** An id is looked up; a text is looked for in the sentence and the path. */
function searched(search: string, place: string): string {
  if (UUID.test(search)) return `(r.id = ${place}::uuid or r.resource_id = ${place}::uuid)`;
  return `(strpos(lower(r.summary), lower(${place})) > 0 or strpos(lower(r.path), lower(${place})) > 0)`;
}
