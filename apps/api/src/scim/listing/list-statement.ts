import { createHash } from 'node:crypto';
import {
  findSortAttribute,
  parseFilter,
  readSortAttribute,
  type FilterOptions,
  type ListQuery,
  type Projection,
} from '@rollcall/scim-protocol';
import {
  compileFilter,
  compileOrder,
  parameterAt,
  toStatement,
  type Keyset,
  type ParameterValue,
  type ResourceSource,
  type Sql,
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
    { atRoot = false }: FilterOptions = {},
  ) {
    this.attributes = source.attributes({ tenantId: parameterAt(1), integrationId: parameterAt(2), baseUrl });
    this.filter =
      query.filter === undefined
        ? undefined
        : compileFilter(parseFilter(query.filter, source.type, { atRoot }), this.attributes);
    const readSort = atRoot ? findSortAttribute : readSortAttribute;
    const path = query.sortBy === undefined ? undefined : readSort(source.type, query.sortBy);
    this.order = compileOrder(
      { ...(path ? { path } : {}), descending: query.sortOrder === 'descending' },
      this.attributes,
    );
  }

  /** Whether the total costs next to nothing: it is known for the whole list (docs/decisions/0002), and counted for a filter. */
  get isTotalKnown(): boolean {
    return this.filter === undefined;
  }

  /**
   * The rows of one page, in order: their ids are found in an index first, and only they are read, so a deep page reads no row that it
   * skips. With the total of the same moment when it is wanted (L-26). A dead token yields one row with ok = 0, an
   * empty page one row without an id.
   */
  page(
    wanted: PageWanted,
    projection: Projection | undefined,
    { withTotal = false }: { readonly withTotal?: boolean } = {},
  ): BoundStatement {
    const values: ParameterValue[] = [this.baseUrl];
    const put = (fragment: Sql): string => {
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
    const [limit, offset] = [values.length + 2, values.length + 3];
    const total = withTotal ? this.total(put, values) : undefined;
    const text = `with ${LIVE_TOKEN}${total?.counted ?? ''}
      select l.ok, ${total?.expression ?? 'null::int'} as total, p.* from (select count(*)::int as ok from live) l left join lateral (
        select ${this.source.shown(projection, '$4')}, page.sort_key
          from (
            select ${alias}.id, ${key} as sort_key, row_number() over (order by ${by}) as place
              from ${from}${this.joinsOf(fragments)}${document}
             where ${alias}.tenant_id = $1 and ${alias}.integration_id = $2 and $4::text is not null${filter}${beyond}
             order by ${by} limit $${limit} offset $${offset}
          ) page
          cross join lateral (
            select ${alias}.* from ${from} where ${alias}.tenant_id = $1 and ${alias}.integration_id = $2 and ${alias}.id = page.id offset 0
          ) ${alias}${joins}
         order by page.place
      ) p on l.ok > 0`;
    return { statement: prepared(text), values };
  }

  /** What is joined for the shown columns only is left to the rows of the page. */
  private joinsOf(fragments: readonly Sql[]): string {
    return fragments.some((fragment) => fragment.mentions('v.')) ? this.source.joins : '';
  }

  /** How many there are in all. */
  count(): BoundStatement {
    const values: ParameterValue[] = [];
    const { counted, expression } = this.total((fragment) => {
      const { text, parameters } = toStatement(fragment, { firstParameter: 4 });
      values.push(...parameters);
      return text;
    }, values);
    const text = `with ${LIVE_TOKEN}${counted} select (select count(*)::int from live) as ok, ${expression} as total`;
    return { statement: prepared(text), values };
  }

  private total(put: (fragment: Sql) => string, values: ParameterValue[]): TotalText {
    if (!this.filter) {
      values.push(this.source.type.name);
      return knownTotal(`$${values.length + 3}`);
    }
    const { alias, from } = this.source;
    const document = put(this.attributes.documentJoin(this.filter));
    return {
      counted: '',
      expression: `(select count(*)::int from ${from}${this.joinsOf([this.filter])}${document}
        where ${alias}.tenant_id = $1 and ${alias}.integration_id = $2 and ${put(this.filter)})`,
    };
  }
}

interface TotalText {
  /** A further common table expression, with the comma before it. */
  readonly counted: string;
  readonly expression: string;
}

/** What was counted once, with the arrivals and departures since. */
function knownTotal(type: string): TotalText {
  return {
    counted: `, counted as materialized (
      select c.base, c.anchor from resource_count c where c.tenant_id = $1 and c.integration_id = $2 and c.resource_type = ${type}
    )`,
    expression: `(coalesce((select base from counted), 0) + (
      select count(*) filter (where e.kind <> 'deleted') - count(*) filter (where e.kind = 'deleted')
        from event e
       where e.tenant_id = $1 and e.integration_id = $2 and e.resource_type = ${type}
         and e.kind in ('created', 'deleted', 'revived', 'restored') and e.xid >= coalesce((select anchor from counted), '0'::xid8)
    ))::int`,
  };
}

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
