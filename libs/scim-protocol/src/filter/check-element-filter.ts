import { invalidFilter, quoted } from '../messages/scim-error';
import type { Attribute } from '../schema/definitions';
import { findSubAttribute } from '../schema/resolve-attribute';
import { type ElementFilter, type ElementTarget, markElementFilter } from './filter';
import { readLiteral } from './literals';
import { isReadable } from './readable';
import { readSyntax, type Syntax } from './syntax';

/**
 * Reads the inside of the brackets of a PATCH path, `type eq "work"` for `emails[type eq "work"]`, against the attribute before them.
 * Errors: 400 invalidFilter (RFC 7644 §3.5.2).
 */
export function parseValuePathFilter(text: string, attribute: Attribute): ElementFilter {
  return checkElementFilter(readSyntax(text, { insideBrackets: true }), attribute);
}

/** Holds the inside of brackets against the sub-attributes of the attribute before them. Errors: 400 invalidFilter. */
export function checkElementFilter(syntax: Syntax, attribute: Attribute): ElementFilter {
  const check = (operand: Syntax) => checkElementFilter(operand, attribute);
  switch (syntax.kind) {
    case 'and':
    case 'or':
      return markElementFilter({ kind: syntax.kind, operands: syntax.operands.map(check) });
    case 'not':
      return markElementFilter({ kind: 'not', operand: check(syntax.operand) });
    case 'present':
      return presentElement(elementTarget(attribute, syntax.name));
    case 'compare':
      return compareElement(elementTarget(attribute, syntax.name), syntax);
    case 'valuePath':
      throw invalidFilter(`${quoted(`${syntax.name}[`)} opens a value path inside a value path.`);
  }
}

/** `null` is the absence of a value (RFC 7643 §2.5), so it can only be equalled (F-13). */
export function isNullLiteral({ literal }: Comparison): boolean {
  return literal.kind === 'bare' && literal.source === 'null';
}

export type Comparison = Extract<Syntax, { kind: 'compare' }>;

export function refuseNullOrdering({ name, operator }: Comparison): void {
  if (operator !== 'eq' && operator !== 'ne') {
    throw invalidFilter(`${quoted(name)} can be compared with null by eq and ne only.`);
  }
}

export function presentElement(target: ElementTarget): ElementFilter {
  return markElementFilter({ kind: 'present', target });
}

export function compareElement(target: ElementTarget, comparison: Comparison): ElementFilter {
  if (isNullLiteral(comparison)) {
    refuseNullOrdering(comparison);
    const present = presentElement(target);
    return comparison.operator === 'ne' ? present : markElementFilter({ kind: 'not', operand: present });
  }
  const { operator, name } = comparison;
  const literal = readLiteral(target.attribute, operator, comparison.literal, name);
  return markElementFilter({ kind: 'compare', target, operator, literal });
}

/** The elements of a list of plain values answer to the name `value` (F-41). */
export function wholeElement(attribute: Attribute): ElementTarget {
  return { attribute: { ...attribute, name: 'value', multiValued: false }, whole: true };
}

function elementTarget(attribute: Attribute, name: string): ElementTarget {
  if (attribute.type === 'complex') {
    const subAttribute = findSubAttribute(attribute, name);
    if (subAttribute && isReadable(subAttribute)) return { attribute: subAttribute, whole: false };
  } else if (attribute.multiValued && name.toLowerCase() === 'value') {
    return wholeElement(attribute);
  }
  throw invalidFilter(`${quoted(attribute.name)} has no sub-attribute ${quoted(name)}.`);
}
