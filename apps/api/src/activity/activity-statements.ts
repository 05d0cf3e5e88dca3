import { DIRECTORY_ACTIONS, type ActivityFilter, type ActivitySpan } from '@rollcall/admin-contracts';
import { conditionOf } from './directory-action';
import type { StreamBound } from './activity-position';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What one stream is asked for: `limit` entries after `after`. */
export interface StreamWish {
  readonly tenantId: string;
  readonly filter: ActivityFilter;
  readonly after: StreamBound | undefined;
  readonly limit: number;
}

/** A stream's rows, newest first, and where its search ended when it looked at STRETCH_ENTRIES entries without filling the page. */
export interface StreamStatements {
  readonly rows: Statement;
  /** Undefined where an index alone answers, so that a search always reaches the stream's end. */
  readonly end: Statement | undefined;
}

const HOURS: Readonly<Record<ActivitySpan, number>> = { '24h': 24, '7d': 168, '30d': 720, '365d': 8_760 };

/** So many entries of each stream are looked through in one statement for those that fit. */
const STRETCH_ENTRIES = 3_000;

const NEWEST_FIRST = 'order by e.at desc, e.id desc';

/** Deeds of the console. */
export function consoleStream({ tenantId, filter, after, limit }: StreamWish): StreamStatements {
  const build = new Conditions([tenantId], ['e.tenant_id = $1']);
  build.within(filter, after);
  if (filter.actorId !== undefined) build.index(`e.actor_id = ${build.place(filter.actorId)}`);
  if (filter.objectId !== undefined) build.index(`e.object_id = ${build.place(filter.objectId)}`);
  if (filter.integrationId !== undefined) build.index(`e.object_id = ${build.place(filter.integrationId)}`);
  if (filter.action !== undefined) build.narrow(`e.action = ${build.place(filter.action)}`);
  if (filter.result !== undefined) build.narrow(`e.result = ${build.place(filter.result)}`);
  if (filter.search !== undefined) {
    const text = build.place(filter.search);
    build.narrow(
      `(strpos(lower(e.actor_name), lower(${text})) > 0 or strpos(lower(e.object_name), lower(${text})) > 0)`,
    );
  }
  const rows = `select e.id::text as id, e.at, e.actor_type as "actorType", e.actor_id as "actorId", e.actor_name as "actorName", e.action,
           e.object_type as "objectType", e.object_id as "objectId", e.object_name as "objectName", e.result, e.address, e.request_id as "requestId",
           e.details
      from (${build.scanned('activity', limit)}) e ${build.where()} ${NEWEST_FIRST} limit ${limit}`;
  return { rows: { text: rows, values: build.values }, end: build.end('activity') };
}

/** Changes of the directory that came through one integration; undefined where the filter asks for what only people do. */
export function directoryStream(wish: StreamWish & { readonly integrationId: string }): StreamStatements | undefined {
  const { tenantId, integrationId, filter, after, limit } = wish;
  const action = DIRECTORY_ACTIONS.find((known) => known === filter.action);
  if (filter.action !== undefined && action === undefined) return undefined;
  if (filter.actorId !== undefined && filter.actorId !== integrationId) return undefined;
  if (filter.result === 'failure') return undefined;
  const build = new Conditions([tenantId, integrationId], ['e.tenant_id = $1', 'e.integration_id = $2']);
  build.within(filter, after);
  // Registered types have neither names nor pages in the console.
  build.index(`e.resource_type in ('User', 'Group')`);
  if (filter.objectId !== undefined) build.index(`e.resource_id = ${build.place(filter.objectId)}`);
  if (action !== undefined) build.narrow(conditionOf(action));
  if (filter.search !== undefined) {
    const text = build.place(filter.search);
    build.narrow(`(strpos(lower(${LABEL}), lower(${text})) > 0 or strpos(lower(i.name), lower(${text})) > 0)`);
  }
  const rows = `select ${CHANGE}
      from (${build.scanned('event', limit)}) e
      join integration i on i.tenant_id = e.tenant_id and i.id = e.integration_id
      ${build.where()} ${NEWEST_FIRST} limit ${limit}`;
  return { rows: { text: rows, values: build.values }, end: build.end('event') };
}

const sameId = (alias: string, id: string) =>
  `${alias}.tenant_id = e.tenant_id and ${alias}.integration_id = e.integration_id and ${alias}.id = ${id}`;

const nameOf = (id: string) => `coalesce(
  (select u.display_name from scim_user u where ${sameId('u', id)}),
  (select g.display_name from scim_group g where ${sameId('g', id)}),
  (select d.label from deleted_resource d where ${sameId('d', id)}))`;

const LABEL = nameOf('e.resource_id');
const MEMBERS_NAMED = 20;
const MEMBERS = `array(select ${nameOf('member.id')} from unnest(e.member_ids[1:${MEMBERS_NAMED}]) member (id))`;

const CHANGE = `e.id::text as id, e.at, e.kind, e.resource_type as "resourceType", e.resource_id as "resourceId",
           e.request_id as "requestId", e.data, e.integration_id as "integrationId", i.name as "integrationName", ${LABEL} as "resourceName",
           coalesce(cardinality(e.member_ids), 0) as "memberCount", ${MEMBERS} as members`;

/** $1 organisation, $2 integration, $3 the person or group, $4 the change: one entry of the directory's stream. */
export const ONE_CHANGE = `
  select ${CHANGE}
    from event e join integration i on i.tenant_id = e.tenant_id and i.id = e.integration_id
   where e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = $3 and e.id = $4 and e.resource_type in ('User', 'Group')`;

/** Collects what an index finds (`index`) apart from what has to be looked at row by row (`narrow`). */
class Conditions {
  private readonly indexed: string[];
  private readonly narrowing: string[] = [];
  private indexedValues = 0;

  constructor(
    readonly values: unknown[],
    indexed: readonly string[],
  ) {
    this.indexed = [...indexed];
    this.indexedValues = values.length;
  }

  place(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  index(condition: string): void {
    this.indexed.push(condition);
    this.indexedValues = this.values.length;
  }

  narrow(condition: string): void {
    this.narrowing.push(condition);
  }

  within(filter: ActivityFilter, after: StreamBound | undefined): void {
    if (filter.since !== undefined) this.index(`e.at >= now() - interval '${HOURS[filter.since]} hours'`);
    if (filter.from !== undefined) this.index(`e.at >= ${this.place(filter.from)}::timestamptz`);
    if (filter.to !== undefined) this.index(`e.at < ${this.place(filter.to)}::timestamptz`);
    if (after === undefined) return;
    const at = `${this.place(after.at)}::timestamptz`;
    this.index(`e.at <= ${at} and (e.at, e.id) < (${at}, ${this.place(after.id)}::bigint)`);
  }

  /** The newest entries that an index finds: as many as are needed, or as many as a page may look through. */
  scanned(table: 'activity' | 'event', limit: number): string {
    const most = this.narrowing.length === 0 ? limit : STRETCH_ENTRIES;
    return `select e.* from ${table} e where ${this.indexed.join(' and ')} ${NEWEST_FIRST} limit ${most}`;
  }

  where(): string {
    return this.narrowing.length === 0 ? '' : `where ${this.narrowing.join(' and ')}`;
  }

  /** The last entry that the search looked at, if it ended before the stream did. */
  end(table: 'activity' | 'event'): Statement | undefined {
    if (this.narrowing.length === 0) return undefined;
    const text = `select e.id::text as id, e.at from ${table} e where ${this.indexed.join(' and ')}
      ${NEWEST_FIRST} offset ${STRETCH_ENTRIES - 1} limit 1`;
    return { text, values: this.values.slice(0, this.indexedValues) };
  }
}
