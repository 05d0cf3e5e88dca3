import type { Filter } from '@rollcall/scim-protocol';
import { compareOperand } from './operand';
import type { ResourceSource } from './resource-source';
import { join, sql, type Sql } from './sql';

/**
 * A checked filter as a condition on one row (RFC 7644 §3.4.2.2). A comparison with an unassigned attribute is null; `is not true` reads
 * that as "no match", where a plain `not` would lose the row, and wrapping each comparison instead would hide it from its index. What
 * the text says depends on the filter's shape only: values are parameters.
 */
export function compileFilter(filter: Filter, source: ResourceSource): Sql {
  const compile = (operand: Filter) => compileFilter(operand, source);
  switch (filter.kind) {
    case 'and':
      return sql`(${join(filter.operands.map(compile), sql` and `)})`;
    case 'or':
      return filter.operands.length === 0 ? sql`false` : sql`(${join(filter.operands.map(compile), sql` or `)})`;
    case 'not':
      return sql`(${compile(filter.operand)} is not true)`;
    case 'present':
      return source.present(filter.target);
    case 'compare':
      return compareOperand(source.operand(filter.target), filter.operator, filter.literal);
    case 'valuePath':
      return source.some(filter.target, filter.filter);
  }
}
