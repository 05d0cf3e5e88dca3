import { createHash } from 'node:crypto';
import {
  findSortAttribute,
  parseFilter,
  readSortAttribute,
  type Filter,
  type FilterOptions,
  type ListQuery,
  type Projection,
} from '@rollcall/scim-protocol';
import {
  compileFilter,
  compileOrder,
  parameterAt,
  type CompiledOrder,
  type Keyset,
  type ParameterValue,
  type ResourceSource,
  type Sql,
} from '@rollcall/scim-sql';
import type { Statement } from '../../database/scim-database';
import { LIVE } from '../wire/live-token';
import type { ListSource } from './list-source';
import { SharedStatementValues, StatementValues } from './statement-values';

/** A statement and its values after $1 to $3, the caller's. */
export interface BoundStatement {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/** A statement that finds what has one key, as providers ask before each write. Those of one lane may share a statement. */
export interface LookUp extends BoundStatement {
  /** The same for look-ups of the same form that want the same to be shown. */
  readonly lane: string;
  /** What differs between the look-ups of a lane. */
  readonly literals: readonly ParameterValue[];
  /** The statement for several of them; a row says by `place`, from 1, whose it is. */
  together(literals: readonly (readonly ParameterValue[])[]): BoundStatement;
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
  private readonly asksForKey: boolean;
  readonly order: CompiledOrder;

  constructor(
    private readonly source: ListSource,
    private readonly query: ListQuery,
    baseUrl: string,
    { atRoot = false }: FilterOptions = {},
  ) {
    this.attributes = source.attributes({ tenantId: parameterAt(1), integrationId: parameterAt(2), baseUrl });
    const filter = query.filter === undefined ? undefined : parseFilter(query.filter, source.type, { atRoot });
    this.filter = filter && compileFilter(filter, this.attributes);
    this.asksForKey = filter !== undefined && asksForKey(filter);
    const readSort = atRoot ? findSortAttribute : readSortAttribute;
    const path = query.sortBy === undefined ? undefined : readSort(source.type, query.sortBy);
    this.order = compileOrder(
      { ...(path ? { path } : {}), descending: query.sortOrder === 'descending', acrossTypes: atRoot },
      this.attributes,
    );
  }

  /** Whether the total costs next to nothing: it is known for the whole list (docs/decisions/0002), and counted for a filter. */
  get isTotalKnown(): boolean {
    return this.filter === undefined;
  }

  /**
   * The rows of one page, in order. With the total of the same moment when it is wanted (L-26). A dead token yields no row, an empty page one
   * row without an id.
   */
  page(
    wanted: PageWanted,
    projection: Projection | undefined,
    { withTotal = false }: { readonly withTotal?: boolean } = {},
  ): BoundStatement | LookUp {
    if (this.asksForKey && wanted.offset === 0 && !wanted.after && !withTotal) return this.keyed(wanted, projection);
    const values = new StatementValues();
    const { columns, shared } = this.source.shown(projection, 'page');
    const rows = this.isReadInOrder(wanted)
      ? this.selection(values, wanted, keyAndPlace, columns)
      : this.stretch(values, wanted, columns);
    const total = withTotal ? this.total(values) : undefined;
    return { statement: prepared(pageText(rows, shared, total)), values: values.all };
  }

  /** The first of what a filter finds, and of the list in its own order, is read as it comes. */
  private isReadInOrder(wanted: PageWanted): boolean {
    return wanted.offset === 0 && (this.filter !== undefined || this.query.sortBy === undefined);
  }

  /** Of a longer stretch, ids are found in an index first, and only the rows of the page are read: a deep page reads no row that it skips. */
  private stretch(values: StatementValues, wanted: PageWanted, columns: string): string {
    return `select ${columns}, found.sort_key, found.place
          from (${this.selection(values, wanted, keyAndPlace)}) found
          cross join lateral (${this.row(values, 'found.id')}) ${this.source.alias}${this.source.joins}`;
  }

  /** What has one key. */
  private keyed(wanted: PageWanted, projection: Projection | undefined): BoundStatement | LookUp {
    const values = new StatementValues();
    const rows = this.lookUp(values, wanted, projection);
    const text = `select live.ok, null::int as total, p.* from ${LIVE} left join lateral (${rows}) p on true`;
    const bound = { statement: prepared(text), values: values.all };
    if (bound.statement.name === undefined) return bound;
    return {
      ...bound,
      lane: `${bound.statement.name} ${wanted.limit}`,
      literals: values.literals,
      together: (literals) => this.together(literals, wanted, projection),
    };
  }

  /** The same for several look-ups of this form, each with literals of its own. */
  private together(
    literals: readonly (readonly ParameterValue[])[],
    wanted: PageWanted,
    projection: Projection | undefined,
  ): BoundStatement {
    const values = new SharedStatementValues();
    const rows = this.lookUp(values, wanted, projection);
    const columns = values.literals.map((_, column) => literals.map((own) => String(own[column])));
    const arrays = columns.map((column) => `${values.add(column)}::text[]`);
    const names = columns.map((_, column) => `v${column + 1}`);
    const text = `select live.ok, wanted.place::int, null::int as total, p.*
      from ${LIVE} cross join unnest(${arrays.join(', ')}) with ordinality as wanted (${names.join(', ')}, place)
      left join lateral (${rows}) p on true`;
    return { statement: prepared(text), values: values.all };
  }

  private lookUp(values: StatementValues, wanted: PageWanted, projection: Projection | undefined): string {
    const { columns } = this.source.shown(projection, 'one');
    return this.selection(values, wanted, ({ key }) => `${key} as sort_key`, columns);
  }

  /** The rows of these ids that are still there, in the order of the ids; their sort keys are not asked for again. */
  rows(ids: readonly string[], projection: Projection | undefined): BoundStatement {
    const values = new StatementValues();
    const { columns, shared } = this.source.shown(projection, 'page');
    const rows = `select ${columns}, null::text as sort_key, wanted.place
          from unnest(${values.add(ids)}::uuid[]) with ordinality wanted (id, place)
          cross join lateral (${this.row(values, 'wanted.id')}) ${this.source.alias}${this.source.joins}`;
    return { statement: prepared(pageText(rows, shared, undefined)), values: values.all };
  }

  /** A select of a stretch of the list: ids, or what is shown of each row, with the columns that are made of its sort key and order. */
  selection(
    values: StatementValues,
    wanted: PageWanted,
    columns: (order: OrderText) => string,
    shown?: string,
  ): string {
    const { alias, from } = this.source;
    const after = wanted.after && this.order.after(wanted.after);
    const fragments = [this.filter, after, this.order.by, this.order.keyText].filter((part) => part !== undefined);
    const document = values.put(this.attributes.documentJoin(...fragments));
    const filter = this.filter ? ` and ${values.put(this.filter)}` : '';
    const beyond = after ? ` and ${values.put(after)}` : '';
    const order = { key: values.put(this.order.keyText), by: values.put(this.order.by) };
    const joins = shown === undefined ? this.joinsOf(fragments) : this.source.joins;
    return `select ${shown ?? `${alias}.id`}, ${columns(order)}
      from ${from}${joins}${document}
     where ${this.own(values)}${filter}${beyond}
     order by ${order.by} limit ${values.add(wanted.limit)} offset ${values.add(wanted.offset)}`;
  }

  /** How many there are in all. */
  count(): BoundStatement {
    const values = new StatementValues();
    const { counted, expression } = this.total(values);
    const text = `${withTable(counted)} select live.ok, ${expression} as total from ${LIVE}`;
    return { statement: prepared(text), values: values.all };
  }

  /** The same as an expression of a larger statement; `name` is that of the table expression which it may need. */
  total(values: StatementValues, name = 'counted'): TotalText {
    if (!this.filter) return knownTotal(values.add(this.source.type.name), name);
    const document = values.put(this.attributes.documentJoin(this.filter));
    return {
      counted: '',
      expression: `(select count(*)::int from ${this.source.from}${this.joinsOf([this.filter])}${document}
        where ${this.own(values)} and ${values.put(this.filter)})`,
    };
  }

  /** What is joined for the shown columns only is left to the rows of the page. */
  private joinsOf(fragments: readonly Sql[]): string {
    return fragments.some((fragment) => fragment.mentions('v.')) ? this.source.joins : '';
  }

  /** One row by its id, which the planner is not to join in any other way. */
  private row(values: StatementValues, id: string): string {
    const { alias, from } = this.source;
    return `select ${alias}.* from ${from} where ${this.own(values)} and ${alias}.id = ${id} offset 0`;
  }

  private own(values: StatementValues): string {
    const { alias, rows } = this.source;
    const ofType = rows ? ` and ${values.put(rows)}` : '';
    return `${alias}.tenant_id = $1 and ${alias}.integration_id = $2${ofType}`;
  }
}

const KEYS: ReadonlySet<string> = new Set(['userName', 'externalId', 'displayName']);

/** `userName eq "ana"`, and nothing else. */
function asksForKey(filter: Filter): boolean {
  if (filter.kind !== 'compare' || filter.operator !== 'eq' || filter.literal.kind !== 'text') return false;
  const { extension, attribute, subAttribute } = filter.target;
  return extension === undefined && subAttribute === undefined && KEYS.has(attribute.name);
}

/** The text of a list's sort key and order, each the same wherever it stands. */
export interface OrderText {
  readonly key: string;
  readonly by: string;
}

export interface TotalText {
  /** A common table expression that the total needs; empty when it needs none. */
  readonly counted: string;
  readonly expression: string;
}

function keyAndPlace({ key, by }: OrderText): string {
  return `${key} as sort_key, row_number() over (order by ${by}) as place`;
}

/** The rows in the order of their places, behind the token's check; what they share stands in the first. */
function pageText(rows: string, shared: string | undefined, total: TotalText | undefined): string {
  const tables = [...(total?.counted ? [total.counted] : []), `page as materialized (${rows})`];
  const once = shared && `, case when row_number() over (order by page.place) = 1 then ${shared} end as shared`;
  return `with ${tables.join(', ')}
      select live.ok, ${total?.expression ?? 'null::int'} as total, page.*${once ?? ''}
        from ${LIVE} left join page on true order by page.place`;
}

export function withTable(counted: string | undefined): string {
  return counted ? `with ${counted}` : '';
}

/**
 * What was counted once, with the arrivals and departures since. The anchor is made whole before it is compared: row-level security lets no
 * other expression than a bare value reach an index, and all events would be read.
 */
function knownTotal(type: string, name: string): TotalText {
  return {
    counted: `${name} as materialized (
      select coalesce(max(c.base), 0) as base, coalesce(max(c.anchor::text), '0')::xid8 as anchor
        from resource_count c where c.tenant_id = $1 and c.integration_id = $2 and c.resource_type = ${type}
    )`,
    expression: `((select base from ${name}) + (
      select count(*) filter (where e.kind <> 'deleted') - count(*) filter (where e.kind = 'deleted')
        from event e
       where e.tenant_id = $1 and e.integration_id = $2 and e.resource_type = ${type}
         and e.kind in ('created', 'deleted', 'revived', 'restored') and e.xid >= (select anchor from ${name})
    ))::int`,
  };
}

const SHAPES_MAX = 200;
const shapes = new Map<string, string>();

/** A name for the shapes that come first, which are the ones that keep coming; the others are planned each time. */
export function prepared(text: string): Statement {
  const known = shapes.get(text);
  if (known !== undefined) return { name: known, text };
  if (shapes.size >= SHAPES_MAX) return { text };
  const name = `list_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  shapes.set(text, name);
  return { name, text };
}
