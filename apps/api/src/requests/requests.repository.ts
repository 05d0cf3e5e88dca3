import { Injectable } from '@nestjs/common';
import { REQUESTS_COUNTED_MAX, type Provider } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { timeOfId } from './request-id';
import type { RecordedTrail } from './request-record';
import { selectionSql, type RequestSelection } from './request-selection';
import { SENTENCE_COLUMNS, type SentenceRow } from './stored-sentence';

export interface RequestRow extends SentenceRow {
  readonly id: string;
  readonly at: Date;
  readonly integrationId: string | null;
  readonly integrationName: string | null;
  readonly path: string;
  readonly query: string | null;
  readonly durationMs: number;
  readonly resourceId: string | null;
  readonly summary: string;
}

export interface RequestDetailRow extends RequestRow {
  readonly provider: Provider | null;
  readonly userAgent: string | null;
  readonly tokenId: string | null;
  readonly tokenLastFour: string | null;
  readonly trail: RecordedTrail | null;
  readonly requestBody: string | null;
  readonly responseBody: string | null;
}

/** A place in the log's order, between two requests or at one. */
export interface LogPlace {
  readonly at: string;
  readonly id: string;
}

/** Which way a page goes from its place on. */
export type Direction = 'older' | 'newer';

/** A stretch of the log: beyond `after`, exclusive, and up to `until`, inclusive. */
export interface Stretch {
  readonly direction: Direction;
  readonly limit: number;
  readonly after?: LogPlace;
  readonly until?: Date;
}

/** A request that was refused early knows the id alone; its name is what the record has now. */
const NAME = `coalesce(r.resource_name,
    (select u.display_name from scim_user u where u.tenant_id = r.tenant_id and u.integration_id = r.integration_id and u.id = r.resource_id),
    (select g.display_name from scim_group g where g.tenant_id = r.tenant_id and g.integration_id = r.integration_id and g.id = r.resource_id))`;

const SHOWN = `r.id, r.at, r.integration_id as "integrationId", i.name as "integrationName", r.method, r.path, r.query, r.status,
  r.duration_ms as "durationMs", r.client, r.resource_type as "resourceType", r.resource_id as "resourceId",
  ${NAME} as "resourceName", r.summary, ${SENTENCE_COLUMNS}`;

const NAMED = `left join integration i on i.tenant_id = r.tenant_id and i.id = r.integration_id`;

/** Ids of requests are made as they arrive, so the id tells the moment to look at; minutes either side are ample. */
const DETAIL = `
  select ${SHOWN}, i.provider, r.user_agent as "userAgent", r.token_id as "tokenId", t.last_four as "tokenLastFour", r.trail,
         r.request_body as "requestBody", r.response_body as "responseBody"
    from scim_request r ${NAMED}
    left join token t on t.tenant_id = r.tenant_id and t.integration_id = r.integration_id and t.id = r.token_id
   where r.tenant_id = $1 and r.id = $2 and r.at between $3::timestamptz - interval '5 minutes' and $3::timestamptz + interval '5 minutes'
   limit 1`;

/** The log of SCIM requests as the console reads it. */
@Injectable()
export class RequestsRepository {
  /** The requests of a stretch that fit, in its direction. */
  async stretch(em: EntityManager, selection: RequestSelection, stretch: Stretch): Promise<RequestRow[]> {
    const sql = selectionSql(selection);
    const values = [...sql.values];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const bounds = boundsOf(stretch, place);
    const limit = place(stretch.limit);
    const chosen = (sql.branches.length === 0 ? ['true'] : sql.branches).map(
      (branch) => `(select r.* from scim_request r
         where ${[...sql.indexed, ...sql.further, ...bounds, branch].join(' and ')}
         order by ${orderOf(stretch.direction)} limit ${limit})`,
    );
    return em.query<RequestRow[]>(
      `select ${SHOWN} from (${chosen.join(' union all ')}) r ${NAMED} order by ${orderOf(stretch.direction)} limit ${limit}`,
      values,
    );
  }

  /** The moment up to which the next `rows` candidates beyond `after` reach; undefined when there are fewer. */
  async reach(
    em: EntityManager,
    selection: RequestSelection,
    { direction, after }: Pick<Stretch, 'direction' | 'after'>,
    rows: number,
  ): Promise<Date | undefined> {
    const sql = selectionSql(candidatesOf(selection));
    const values = [...sql.values];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const bounds = after === undefined ? [] : [beyond(direction, after, place)];
    const order = direction === 'older' ? 'desc' : 'asc';
    const found = await em.query<{ at: Date }[]>(
      `select r.at from scim_request r where ${[...sql.indexed, ...bounds].join(' and ')}
        order by r.at ${order} offset ${rows} limit 1`,
      values,
    );
    return found[0]?.at;
  }

  /** Counts up to one more than REQUESTS_COUNTED_MAX: beyond that the exact number tells nobody anything. */
  async count(em: EntityManager, selection: RequestSelection): Promise<number> {
    const { indexed, values } = selectionSql(selection);
    const [row] = await em.query<{ count: number }[]>(
      `select count(*)::int as count from (
         select 1 from scim_request r where ${indexed.join(' and ')} limit ${REQUESTS_COUNTED_MAX + 1}
       ) counted`,
      [...values],
    );
    return row?.count ?? 0;
  }

  async find(em: EntityManager, tenantId: string, id: string): Promise<RequestDetailRow | undefined> {
    return (await em.query<RequestDetailRow[]>(DETAIL, [tenantId, id, timeOfId(id)]))[0];
  }
}

/** The rows that have to be read one by one to find those of the selection: of a person who never came to be, the failures. */
function candidatesOf(selection: RequestSelection): RequestSelection {
  const { tenantId, since, from, to, integrationId, resourceId, person, result } = selection;
  return {
    tenantId,
    ...(since === undefined ? {} : { since }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(integrationId === undefined ? {} : { integrationId }),
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(person !== undefined || result === 'failure' ? { result: 'failure' } : {}),
  };
}

type Place = (value: unknown) => string;

function boundsOf({ direction, after, until }: Stretch, place: Place): string[] {
  const inside = direction === 'older' ? '>=' : '<=';
  return [
    ...(after === undefined ? [] : [beyond(direction, after, place)]),
    ...(until === undefined ? [] : [`r.at ${inside} ${place(until)}::timestamptz`]),
  ];
}

/** The plain comparison of `at` is what prunes partitions. */
function beyond(direction: Direction, after: LogPlace, place: Place): string {
  const [at, id] = [`${place(after.at)}::timestamptz`, `${place(after.id)}::uuid`];
  return direction === 'older'
    ? `r.at <= ${at} and (r.at, r.id) < (${at}, ${id})`
    : `r.at >= ${at} and (r.at, r.id) > (${at}, ${id})`;
}

function orderOf(direction: Direction): string {
  return direction === 'older' ? 'r.at desc, r.id desc' : 'r.at, r.id';
}
