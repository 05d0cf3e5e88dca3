import type { CompareOperator, Literal } from '@rollcall/scim-protocol';
import { param, sql, type Sql } from './sql';

/**
 * How one value of a resource is read in SQL. Each expression is null when the value is unassigned, so that a comparison is null too;
 * `not` and `ne` read null as "no match" (RFC 7644 §3.4.2.2). `present` is true or not true.
 */
export type Operand =
  /** `key` of a text equals `keyOf` of the same text, and is ordered by code point. */
  | {
      readonly kind: 'text';
      readonly key: Sql;
      readonly keyOf: (text: string) => Sql;
      readonly present: Sql;
      /** When equality is found in an index elsewhere; else the keys are compared. */
      readonly equals?: (literal: Sql) => Sql;
    }
  /** Shown as the prefix and the id; the prefix is empty for a plain id. */
  | { readonly kind: 'id'; readonly column: Sql; readonly prefix: string; readonly present: Sql }
  | { readonly kind: 'boolean'; readonly value: Sql; readonly present: Sql }
  | { readonly kind: 'number'; readonly value: Sql; readonly present: Sql }
  | { readonly kind: 'instant'; readonly value: Sql; readonly present: Sql };

const NEVER = sql`false`;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id in the spelling that it is shown in; ids compare exactly, so any other spelling names nothing (RFC 7643 §3.1). */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** `ne` is the negation of `eq`, so that an unassigned value differs from any (F-04). */
export function compareOperand(operand: Operand, operator: CompareOperator, literal: Literal): Sql {
  if (operator === 'ne') return sql`(${compareOperand(operand, 'eq', literal)} is not true)`;
  switch (operand.kind) {
    case 'text':
      return literal.kind === 'text' ? compareText(operand, operator, operand.keyOf(literal.value)) : NEVER;
    case 'id':
      return literal.kind === 'text' ? compareId(operand, operator, literal.value) : NEVER;
    case 'boolean':
      return literal.kind === 'boolean' ? sql`(${operand.value} = ${param(literal.value, 'boolean')})` : NEVER;
    case 'number':
      return literal.kind === 'number'
        ? ordered(operand.value, operator, param(String(literal.value), 'numeric'))
        : NEVER;
    case 'instant':
      return literal.kind === 'instant' ? ordered(operand.value, operator, instant(literal.epochMs)) : NEVER;
  }
}

function instant(epochMs: number): Sql {
  return param(new Date(epochMs).toISOString(), 'timestamptz');
}

type ComparedText = Pick<Extract<Operand, { kind: 'text' }>, 'key' | 'equals'>;

/** Without LIKE, so that `%`, `_` and `\` are letters like any other (F-06). */
function compareText({ key, equals }: ComparedText, operator: CompareOperator, literal: Sql): Sql {
  if (operator === 'eq' && equals) return equals(literal);
  if (operator === 'co') return sql`(strpos(${key}, ${literal}) > 0)`;
  if (operator === 'sw') return sql`starts_with(${key}, ${literal})`;
  if (operator === 'ew') return sql`(right(${key}, length(${literal})) = ${literal})`;
  return ordered(key, operator, literal);
}

/** Equality on the column itself, which has an index; anything else on the text of it. */
function compareId(operand: Extract<Operand, { kind: 'id' }>, operator: CompareOperator, text: string): Sql {
  if (operator !== 'eq') return compareText({ key: shownId(operand) }, operator, param(text));
  const id = text.slice(operand.prefix.length);
  if (!text.startsWith(operand.prefix) || !isId(id)) return NEVER;
  return sql`(${operand.column} = ${param(id, 'uuid')})`;
}

/** As a client sees it. */
export function shownId({ column, prefix }: Extract<Operand, { kind: 'id' }>): Sql {
  if (prefix === '') return sql`(${column}::text collate "C")`;
  return sql`((${param(prefix)} || ${column}::text) collate "C")`;
}

function ordered(value: Sql, operator: CompareOperator, literal: Sql): Sql {
  switch (operator) {
    case 'eq':
      return sql`(${value} = ${literal})`;
    case 'gt':
      return sql`(${value} > ${literal})`;
    case 'ge':
      return sql`(${value} >= ${literal})`;
    case 'lt':
      return sql`(${value} < ${literal})`;
    case 'le':
      return sql`(${value} <= ${literal})`;
    default:
      return NEVER;
  }
}

/** A column that holds the key already; the literal is folded by the function that made the column. */
export function keyColumn(key: Sql, fold: (text: string) => string): Operand {
  return { kind: 'text', key, keyOf: (text) => param(fold(text)), present: sql`(${key} <> '')` };
}

/** A text as it was sent, compared letter by letter. */
export function exactText(text: Sql): Operand {
  return keyColumn(sql`(${text} collate "C")`, (literal) => literal);
}

/**
 * A text as it was sent, folded where it is compared. The literal is folded there too: PostgreSQL and JavaScript rarely know the same
 * version of Unicode, and a text must be found by itself whatever its letters.
 */
export function foldedText(text: Sql): Operand {
  const folded = (each: Sql) => sql`lower(normalize(${each}, NFC))`;
  const key = sql`(${folded(text)} collate "C")`;
  return { kind: 'text', key, keyOf: (literal) => folded(param(literal)), present: sql`(${text} <> '')` };
}

export function idColumn(column: Sql, prefix = ''): Operand {
  return { kind: 'id', column, prefix, present: sql`(${column} is not null)` };
}

export function instantColumn(value: Sql): Operand {
  return { kind: 'instant', value, present: sql`(${value} is not null)` };
}

export function booleanColumn(value: Sql): Operand {
  return { kind: 'boolean', value, present: sql`(${value} is not null)` };
}
