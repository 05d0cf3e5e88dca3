import type { ElementFilter, ElementTarget } from '@rollcall/scim-protocol';
import { compareOperand, type Operand } from './operand';
import { join, sql, type Sql } from './sql';

/** The inside of brackets as a condition on one element, which `operandOf` knows how to read. */
export function compileElementFilter(filter: ElementFilter, operandOf: (target: ElementTarget) => Operand): Sql {
  const compile = (operand: ElementFilter) => compileElementFilter(operand, operandOf);
  switch (filter.kind) {
    case 'and':
      return sql`(${join(filter.operands.map(compile), sql` and `)})`;
    case 'or':
      return sql`(${join(filter.operands.map(compile), sql` or `)})`;
    case 'not':
      return sql`(${compile(filter.operand)} is not true)`;
    case 'present':
      return operandOf(filter.target).present;
    case 'compare':
      return compareOperand(operandOf(filter.target), filter.operator, filter.literal);
  }
}

/** The value that the filter demands of the sub-attribute `value`, alone or joined by `and`: what an index can look up. */
export function demandedValue(filter: ElementFilter): string | undefined {
  if (filter.kind === 'and') return firstDefined(filter.operands.map(demandedValue));
  if (filter.kind !== 'compare' || filter.operator !== 'eq' || filter.target.attribute.name !== 'value')
    return undefined;
  return filter.literal.kind === 'text' ? filter.literal.value : undefined;
}

function firstDefined(values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined);
}
