import { createHash } from 'node:crypto';
import { parseFilter, readSortAttribute, type ListQuery, type Projection } from '@rollcall/scim-protocol';
import {
  compileFilter,
  compileOrder,
  parameterAt,
  toStatement,
  type Keyset,
  type ParameterValue,
  type ResourceSource,
} from '@rollcall/scim-sql';
import type { Statement } from '../../database/scim-database';
import { LIVE_TOKEN } from '../wire/live-token';
import type { ListSource } from './list-source';

/** A statement and its values after $1 to $3, the caller's. */
export interface BoundStatement {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

export interface PageWanted {
  /** One more than the page holds tells whether there is a next one. */
  readonly limit: number;
  readonly offset: number;
  readonly after?: Keyset;
}

/**
 * One listing, compiled: its page and its count. Literals are parameters, so a statement's text depends on the shape of the query alone
 * and can be prepared once a connection.
 */
export class ListStatement {
  private readonly attributes: ResourceSource;
  private readonly filter;
  private readonly order;

  constructor(
    private readonly source: ListSource,
    private readonly query: ListQuery,
    private readonly baseUrl: string,
  ) {
    this.attributes = source.attributes({ tenantId: parameterAt(1), integrationId: parameterAt(2), baseUrl });
    this.filter =
      query.filter === undefined ? undefined : compileFilter(parseFilter(query.filter, source.type), this.attributes);
    const path = query.sortBy === undefined ? undefined : readSortAttribute(source.type, query.sortBy);
    this.order = compileOrder(
      { ...(path ? { path } : {}), descending: query.sortOrder === 'descending' },
      this.attributes,
    );
  }

  /** The rows of one page, in order. A dead token yields one row with ok = 0. */
  page(wanted: PageWanted, projection: Projection | undefined): BoundStatement {
    const values: ParameterValue[] = [this.baseUrl];
    const put = (fragment: Parameters<typeof toStatement>[0]): string => {
      const { text, parameters } = toStatement(fragment, { firstParameter: 4 + values.length });
      values.push(...parameters);
      return text;
    };
    const { alias, from, joins } = this.source;
    const after = wanted.after && this.order.after(wanted.after);
    const fragments = [this.filter, after, this.order.by, this.order.keyText].filter((part) => part !== undefined);
    const document = put(this.attributes.documentJoin(...fragments));
    const filter = this.filter ? ` and ${put(this.filter)}` : '';
    const beyond = after ? ` and ${put(after)}` : '';
    const key = put(this.order.keyText);
    const by = put(this.order.by);
    values.push(wanted.limit, wanted.offset);
    const text = `with ${LIVE_TOKEN}
      select l.ok, p.* from (select count(*)::int as ok from live) l left join lateral (
        select ${this.source.shown(projection, '$4')}, ${key} as sort_key
          from ${from}${joins}${document}
         where ${alias}.tenant_id = $1 and ${alias}.integration_id = $2 and $4::text is not null${filter}${beyond}
         order by ${by} limit $${values.length + 2} offset $${values.length + 3}
      ) p on l.ok > 0`;
    return { statement: prepared(text), values };
  }

  /** How many there are in all: counted for a filter, known for the whole list (docs/decisions/0002). */
  count(): BoundStatement {
    if (!this.filter) return { statement: TOTAL, values: [this.source.type.name] };
    const { alias, from, joins } = this.source;
    const document = toStatement(this.attributes.documentJoin(this.filter)).text;
    const { text, parameters } = toStatement(this.filter, { firstParameter: 4 });
    const statement = prepared(`with ${LIVE_TOKEN}
      select l.ok, p.total from (select count(*)::int as ok from live) l left join lateral (
        select count(*)::int as total from ${from}${joins}${document}
         where ${alias}.tenant_id = $1 and ${alias}.integration_id = $2 and ${text}
      ) p on l.ok > 0`);
    return { statement, values: parameters };
  }
}

/** $4 the resource type. What was counted once, with the arrivals and departures since. */
const TOTAL: Statement = {
  name: 'total',
  text: `with ${LIVE_TOKEN}, counted as materialized (
      select c.base, c.anchor from resource_count c where c.tenant_id = $1 and c.integration_id = $2 and c.resource_type = $4
    )
    select (select count(*)::int from live) as ok, (coalesce((select base from counted), 0) + (
      select count(*) filter (where e.kind <> 'deleted') - count(*) filter (where e.kind = 'deleted')
        from event e
       where e.tenant_id = $1 and e.integration_id = $2 and e.resource_type = $4
         and e.kind in ('created', 'deleted', 'revived', 'restored') and e.xid >= coalesce((select anchor from counted), '0'::xid8)
    ))::int as total`,
};

const SHAPES_MAX = 200;
const shapes = new Map<string, string>();

/** A name for the shapes that come first, which are the ones that keep coming; the others are planned each time. */
function prepared(text: string): Statement {
  const known = shapes.get(text);
  if (known !== undefined) return { name: known, text };
  if (shapes.size >= SHAPES_MAX) return { text };
  const name = `list_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  shapes.set(text, name);
  return { name, text };
}
