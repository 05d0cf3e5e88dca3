import type { ListQuery } from '@rollcall/scim-protocol';
import { LIVE } from '../wire/live-token';
import type { ListSource } from './list-source';
import { ListStatement, prepared, withTable, type BoundStatement } from './list-statement';
import { RootOrder, type RootPlace } from './root-order';
import { StatementValues } from './statement-values';

/** The query as one resource type reads it: names of attributes mean something else, or nothing, to another type. */
export interface RootPart {
  readonly source: ListSource;
  readonly query: ListQuery;
}

export interface RootPageWanted {
  readonly limit: number;
  readonly offset: number;
  readonly after?: RootPlace;
}

/** A list over several types, compiled: which rows of which type stand on a page, and how many there are in all. */
export class RootStatement {
  readonly statements: readonly ListStatement[];
  private readonly order: RootOrder;

  constructor(parts: readonly RootPart[], baseUrl: string) {
    this.statements = parts.map(({ source, query }) => new ListStatement(source, query, baseUrl, { atRoot: true }));
    this.order = new RootOrder(
      this.statements.map(({ order }) => order.keyType),
      parts[0]?.query.sortOrder === 'descending',
    );
  }

  /**
   * Part, id and sort key of the rows of one page, with the total of the same moment (L-26). Each type gives no more rows than the page ends at, in
   * the order of its own index, so the cost grows with the page and not with the directory.
   */
  page(wanted: RootPageWanted): BoundStatement {
    const values = new StatementValues();
    const selections = this.statements.flatMap((_, part) => this.selection(values, part, wanted));
    const total = this.total(values);
    const text = `${withTable(total.counted)}
      select live.ok, ${total.expression} as total, p.* from ${LIVE} left join lateral (
        select merged.part, merged.id, merged.sort_key
          from (${selections.join(' union all ')}) merged
         order by ${this.order.by} limit ${values.add(wanted.limit)} offset ${values.add(wanted.offset)}
      ) p on true`;
    return { statement: prepared(text), values: values.all };
  }

  count(): BoundStatement {
    const values = new StatementValues();
    const { counted, expression } = this.total(values);
    const text = `${withTable(counted)} select live.ok, ${expression} as total from ${LIVE}`;
    return { statement: prepared(text), values: values.all };
  }

  private selection(values: StatementValues, part: number, wanted: RootPageWanted): string[] {
    const resumed = wanted.after === undefined ? 'all' : this.order.resume(part, wanted.after);
    const after = typeof resumed === 'string' ? {} : { after: resumed };
    const limit = resumed === 'none' ? 0 : wanted.offset + wanted.limit;
    const text = this.statements[part]?.selection(values, { limit, offset: 0, ...after }, ({ key }) =>
      this.order.columns(part, key),
    );
    return text === undefined ? [] : [`(${text})`];
  }

  private total(values: StatementValues) {
    const totals = this.statements.map((statement, part) => statement.total(values, `counted${part}`));
    return {
      counted: totals.flatMap(({ counted }) => counted || []).join(', '),
      expression: totals.map(({ expression }) => expression).join(' + '),
    };
  }
}
