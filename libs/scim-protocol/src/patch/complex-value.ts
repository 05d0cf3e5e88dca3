import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import type { Attribute } from '../schema/definitions';
import { findSubAttribute } from '../schema/resolve-attribute';
import { isTaken } from '../schema/value-reader';
import { checkChange } from './characteristics';
import { isUnassigned, ownValue, withValue } from './same-json';
import type { Values } from './values';

/**
 * Merges the sub-attributes that a value names into a complex value and leaves the others as they are (RFC 7644 §3.5.2.1, §3.5.2.3); null
 * clears one. Undefined when nothing is left.
 */
export function mergeComplex(
  attribute: Attribute,
  before: Json | undefined,
  value: Json,
  where: string,
  values: Values,
): Json | undefined {
  const cleared = isJsonObject(value) ? clearedNames(attribute, value) : [];
  const given = values.part(attribute, withoutCleared(value), where);
  // A text or a list that was read as nothing says that there is no value: `""` for a manager.
  if (given === undefined && !isJsonObject(value)) return undefined;
  const current = isJsonObject(before) ? before : {};
  let merged: JsonObject = isJsonObject(given) ? { ...current, ...given } : current;
  for (const name of cleared) merged = withValue(merged, name, undefined);
  for (const sub of attribute.subAttributes ?? []) {
    checkChange(sub, ownValue(current, sub.name), ownValue(merged, sub.name), `${where}.${sub.name}`);
  }
  return settleComplex(attribute, current, merged);
}

function clearedNames(attribute: Attribute, value: JsonObject): string[] {
  return Object.entries(value)
    .filter(([, each]) => isUnassigned(each))
    .map(([name]) => findSubAttribute(attribute, name))
    .flatMap((sub) => (sub && isTaken(sub) ? [sub.name] : []));
}

function withoutCleared(value: Json): Json {
  if (!isJsonObject(value) || !Object.values(value).some(isUnassigned)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => !isUnassigned(each)));
}

/**
 * What follows from a change of a part: a reference to somebody else (`manager`, whose `$ref` belongs to its `value`) loses the `$ref` of
 * the one before, and one to nobody is unassigned, as is a value without any part (S-19).
 */
export function settleComplex(
  attribute: Attribute,
  before: Json | undefined,
  after: JsonObject,
): JsonObject | undefined {
  const settled = isReference(attribute) && isJsonObject(before) ? settleReference(before, after) : after;
  return settled && Object.keys(settled).length > 0 ? settled : undefined;
}

function settleReference(before: JsonObject, after: JsonObject): JsonObject | undefined {
  const value = ownValue(after, 'value');
  if (value === ownValue(before, 'value')) return after;
  if (value === undefined) return undefined;
  const reference = ownValue(after, '$ref');
  return reference !== undefined && reference === ownValue(before, '$ref')
    ? withValue(after, '$ref', undefined)
    : after;
}

function isReference({ subAttributes = [] }: Attribute): boolean {
  return subAttributes.some(({ name }) => name === '$ref') && subAttributes.some(({ name }) => name === 'value');
}
