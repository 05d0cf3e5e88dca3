import { isJsonObject, type Json } from '../messages/json';
import { simple, complex } from '../schema/attribute';
import type { Attribute, AttributeType } from '../schema/definitions';
import { readSyntax, type Syntax } from '../filter/syntax';
import { isJsonArray } from './same-json';

/** What is known of an attribute that no schema describes. */
export interface OpenAttributeTraces {
  readonly stored?: Json;
  readonly value?: Json;
  /** The inside of the path's brackets. */
  readonly filter?: string;
  readonly subAttribute?: string;
}

/**
 * Describes an attribute of an extension that nobody registered, by what the resource holds, what arrives and what the path names, so that
 * Entra's `urn:…:User:contacts[primary eq true].value` works without a schema. Names that are stored already keep their spelling.
 *
 * Errors: 400 invalidFilter.
 */
export function openAttribute(name: string, traces: OpenAttributeTraces): Attribute {
  const types = new Map<string, Attribute>();
  const learn = (each: string, type: AttributeType = 'string') => {
    if (!types.has(each.toLowerCase())) types.set(each.toLowerCase(), simple(each, '', { type, caseExact: true }));
  };
  const filter = traces.filter === undefined ? undefined : readSyntax(traces.filter, { insideBrackets: true });
  const filtered = filter ? namesIn(filter) : [];
  const spelled = [...namesOf(traces.stored), ...filtered.map(([each]) => each)];
  const typeOf = new Map(filtered.map(([each, type]) => [each.toLowerCase(), type]));
  if (traces.subAttribute !== undefined) spelled.push(traces.subAttribute);
  for (const each of [...spelled, ...namesOf(traces.value)]) learn(each, typeOf.get(each.toLowerCase()));

  const stored = traces.stored ?? (traces.filter === undefined ? undefined : []);
  const multiValued = isJsonArray(stored);
  const options = { multiValued, caseExact: true };
  return types.size > 0 && !isPlain(traces.stored)
    ? complex(name, '', [...types.values()], options)
    : simple(name, '', options);
}

/** A list of plain values answers to `value` alone, so it has no sub-attributes. */
function isPlain(stored: Json | undefined): boolean {
  return isJsonArray(stored) && stored.length > 0 && !stored.some((element) => isJsonObject(element));
}

function namesOf(value: Json | undefined): string[] {
  if (isJsonArray(value)) return value.flatMap((element) => (isJsonObject(element) ? Object.keys(element) : []));
  return isJsonObject(value) ? Object.keys(value) : [];
}

/** The names that a filter compares, with the type that the literal suggests. */
function namesIn(filter: Syntax): [string, AttributeType][] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.operands.flatMap(namesIn);
    case 'not':
      return namesIn(filter.operand);
    case 'present':
      return [[filter.name, 'string']];
    case 'compare':
      return [[filter.name, typeOfLiteral(filter)]];
    case 'valuePath':
      return [];
  }
}

function typeOfLiteral({ literal }: Extract<Syntax, { kind: 'compare' }>): AttributeType {
  if (literal.kind === 'string') return isBooleanText(literal.value) ? 'boolean' : 'string';
  if (isBooleanText(literal.source)) return 'boolean';
  return Number.isFinite(Number(literal.source)) ? 'decimal' : 'string';
}

/** Entra writes `primary eq "True"` for what it stores as true. */
function isBooleanText(text: string): boolean {
  return /^(?:true|false)$/i.test(text);
}
