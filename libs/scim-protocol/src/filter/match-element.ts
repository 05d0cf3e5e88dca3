import { isJsonObject, type Json } from '../messages/json';
import type { Attribute } from '../schema/definitions';
import { foldCase } from '../schema/fold-case';
import type { Compare, CompareOperator, ElementFilter, ElementTarget, Literal } from './filter';
import { instantOf } from '../schema/instant';

/** Whether one element of the attribute fulfils the filter. The element is in canonical form, as stored. */
export function matchesElement(filter: ElementFilter, element: Json): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.operands.every((operand) => matchesElement(operand, element));
    case 'or':
      return filter.operands.some((operand) => matchesElement(operand, element));
    case 'not':
      return !matchesElement(filter.operand, element);
    case 'present':
      return isPresent(valueIn(element, filter.target));
    case 'compare':
      return compares(filter, element);
  }
}

/**
 * The values that an element must have to match, by sub-attribute, when the filter is nothing but `eq` terms joined by `and`: what a
 * new element is made of when a PATCH addresses one that is not there (P-19). Undefined for any other filter, and for two different
 * values of one sub-attribute.
 */
export function eqTerms(filter: ElementFilter): ReadonlyMap<string, string | number | boolean> | undefined {
  const terms = new Map<string, string | number | boolean>();
  return collectTerms(filter, terms) ? terms : undefined;
}

function collectTerms(filter: ElementFilter, terms: Map<string, string | number | boolean>): boolean {
  if (filter.kind === 'and') return filter.operands.every((operand) => collectTerms(operand, terms));
  if (filter.kind !== 'compare' || filter.operator !== 'eq') return false;
  const { name } = filter.target.attribute;
  const value = filter.literal.kind === 'instant' ? filter.literal.text : filter.literal.value;
  if (terms.has(name) && terms.get(name) !== value) return false;
  terms.set(name, value);
  return true;
}

/** An element without `primary` is as good as one that says false (RFC 7643 §2.4). */
export function isImpliedFalse({ name, type }: Attribute): boolean {
  return type === 'boolean' && name === 'primary';
}

function valueIn(element: Json, { attribute, whole }: ElementTarget): Json | undefined {
  if (whole) return element;
  return isJsonObject(element) && Object.hasOwn(element, attribute.name) ? element[attribute.name] : undefined;
}

/** An empty text is a value, but not a non-empty one as `pr` demands (F-12). */
function isPresent(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** `ne` is the negation of `eq`, so that a missing value differs from any (F-04). */
function compares({ target, operator, literal }: Compare<ElementTarget>, element: Json): boolean {
  if (operator === 'ne') return !compares({ kind: 'compare', target, operator: 'eq', literal }, element);
  const value = valueIn(element, target) ?? (isImpliedFalse(target.attribute) ? false : undefined);
  if (value === undefined) return false;
  return holds(operator, value, literal, target.attribute);
}

function holds(operator: CompareOperator, value: Json, literal: Literal, attribute: Attribute): boolean {
  switch (literal.kind) {
    case 'boolean':
      return value === literal.value;
    case 'number':
      return typeof value === 'number' && ordered(operator, value - literal.value);
    case 'instant': {
      const epochMs = typeof value === 'string' ? instantOf(value) : undefined;
      return epochMs !== undefined && ordered(operator, epochMs - literal.epochMs);
    }
    case 'text':
      if (typeof value !== 'string') return false;
      return attribute.caseExact
        ? textHolds(operator, value, literal.value)
        : textHolds(operator, foldCase(value), foldCase(literal.value));
  }
}

function textHolds(operator: CompareOperator, value: string, literal: string): boolean {
  if (operator === 'co') return value.includes(literal);
  if (operator === 'sw') return value.startsWith(literal);
  if (operator === 'ew') return value.endsWith(literal);
  return ordered(operator, compareCodePoints(value, literal));
}

function ordered(operator: CompareOperator, difference: number): boolean {
  switch (operator) {
    case 'eq':
      return difference === 0;
    case 'gt':
      return difference > 0;
    case 'ge':
      return difference >= 0;
    case 'lt':
      return difference < 0;
    case 'le':
      return difference <= 0;
    default:
      return false;
  }
}

/** By code point, as PostgreSQL's collation "C" orders UTF-8; JavaScript's own `<` goes by UTF-16 unit and differs beyond U+FFFF. */
function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  let at = 0;
  while (at < length && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  if (at === length) return left.length - right.length;
  return unitRank(left.charCodeAt(at)) - unitRank(right.charCodeAt(at));
}

/** Surrogates stand for the code points above all others. */
function unitRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
