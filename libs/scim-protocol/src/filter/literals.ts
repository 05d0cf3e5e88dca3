import { invalidFilter, quoted } from '../messages/scim-error';
import type { Attribute } from '../schema/definitions';
import type { CompareOperator, Literal } from './filter';
import { instantOf } from '../schema/instant';
import type { RawLiteral } from './syntax';

/**
 * Reads a literal as the type of its attribute (RFC 7643 §2.3) and refuses what the operator cannot do with that type
 * (RFC 7644 §3.4.2.2). `name` is the client's, for the message. Errors: 400 invalidFilter.
 */
export function readLiteral(attribute: Attribute, operator: CompareOperator, raw: RawLiteral, name: string): Literal {
  switch (attribute.type) {
    case 'string':
    case 'reference':
      return textLiteral(raw);
    case 'binary':
      refuseOrdering(attribute, operator, name);
      return textLiteral(raw);
    case 'boolean':
      refuseSubstring(attribute, operator, name);
      refuseOrdering(attribute, operator, name);
      return booleanLiteral(raw, name);
    case 'integer':
    case 'decimal':
      refuseSubstring(attribute, operator, name);
      return numberLiteral(raw, name);
    case 'dateTime':
      refuseSubstring(attribute, operator, name);
      return instantLiteral(raw, name);
    case 'complex':
      throw invalidFilter(`${quoted(name)} has sub-attributes: compare one of them.`);
  }
}

function refuseOrdering(attribute: Attribute, operator: CompareOperator, name: string): void {
  if (operator === 'gt' || operator === 'ge' || operator === 'lt' || operator === 'le') {
    throw unfit(attribute, operator, name);
  }
}

function refuseSubstring(attribute: Attribute, operator: CompareOperator, name: string): void {
  if (operator === 'co' || operator === 'sw' || operator === 'ew') throw unfit(attribute, operator, name);
}

function unfit(attribute: Attribute, operator: CompareOperator, name: string) {
  return invalidFilter(
    `The operator ${operator} does not work on ${quoted(name)}, which is of type ${attribute.type}.`,
  );
}

/** Entra's documentation shows values without quotes, so a bare 7 or true is the text of it (entra.md "Queries", F-15). */
function textLiteral(raw: RawLiteral): Literal {
  return { kind: 'text', value: sourceOf(raw) };
}

/** "True" and "False" in any case, quoted or not, as Entra writes its switches (S-08, F-11). */
function booleanLiteral(raw: RawLiteral, name: string): Literal {
  const text = sourceOf(raw).toLowerCase();
  if (text === 'true') return { kind: 'boolean', value: true };
  if (text === 'false') return { kind: 'boolean', value: false };
  throw invalidFilter(`${quoted(name)} is compared with true or false, not with ${quoted(sourceOf(raw))}.`);
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function numberLiteral(raw: RawLiteral, name: string): Literal {
  const value = raw.kind === 'bare' && JSON_NUMBER.test(raw.source) ? Number(raw.source) : NaN;
  if (!Number.isFinite(value)) {
    throw invalidFilter(`${quoted(name)} is compared with a number, not with ${quoted(sourceOf(raw))}.`);
  }
  return { kind: 'number', value };
}

function instantLiteral(raw: RawLiteral, name: string): Literal {
  const text = sourceOf(raw);
  const epochMs = instantOf(text);
  if (epochMs === undefined) {
    throw invalidFilter(
      `${quoted(name)} is compared with a date and time such as "2026-01-31T12:00:00Z", not with ${quoted(text)}.`,
    );
  }
  return { kind: 'instant', epochMs, text };
}

function sourceOf(raw: RawLiteral): string {
  return raw.kind === 'string' ? raw.value : raw.source;
}
