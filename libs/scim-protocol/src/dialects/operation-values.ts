import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import type { PatchOperation } from '../messages/patch-request';
import { ScimError } from '../messages/scim-error';
import { parsePath, type PatchPath } from '../patch/path';
import { isJsonArray } from '../patch/same-json';
import type { Attribute, ResourceType } from '../schema/definitions';
import { MEMBERS } from '../schema/group';
import { findSubAttribute, resolveAttribute } from '../schema/resolve-attribute';

/** Where in an operation a value stands. */
export interface ValuePosition {
  readonly attribute: Attribute;
  /** The attribute is a sub-attribute. */
  readonly isPart: boolean;
  /** The value is one element of the attribute, which a filter selects. */
  readonly isElement: boolean;
}

export type ValueRule = (position: ValuePosition, value: Json) => Json;

/**
 * The operation with a rule applied to each value for which the schema has an attribute, wherever it stands: behind a path, under a name or
 * a URN in a value without path, inside a complex value or the elements of a list. The same object when the rule changes nothing.
 * Members are left alone: there may be 100,000 of them.
 */
export function mapValues(operation: PatchOperation, type: ResourceType, rule: ValueRule): PatchOperation {
  const { op, path, value } = operation;
  if (op === 'remove' || value === undefined) return operation;
  const mapped = path === undefined ? mapNames(type, '', value, rule) : mapAt(type, path, value, rule);
  return mapped === value ? operation : { ...operation, value: mapped };
}

function mapNames(type: ResourceType, prefix: string, value: Json, rule: ValueRule): Json {
  return isJsonObject(value) ? mapObject(value, (name, each) => mapAt(type, prefix + name, each, rule)) : value;
}

function mapAt(type: ResourceType, text: string, value: Json, rule: ValueRule): Json {
  const path = tryPath(text, type, value);
  if (!path || path.schema === 'foreign') return value;
  const { extension, attribute } = path;
  if (attribute === undefined) return extension === undefined ? value : mapNames(type, `${extension}:`, value, rule);
  const found = resolveAttribute(type, extension === undefined ? attribute : `${extension}:${attribute}`);
  if (!found) return value;
  const isElement = path.filter !== undefined;
  if (path.subAttribute === undefined) return mapAttribute(found.attribute, value, { isPart: false, isElement }, rule);
  const part = findSubAttribute(found.attribute, path.subAttribute);
  return part ? mapAttribute(part, value, { isPart: true, isElement: false }, rule) : value;
}

/** A path that cannot be read is for the engine to refuse. */
function tryPath(text: string, type: ResourceType, value: Json): PatchPath | undefined {
  try {
    return parsePath(text, type, { storedUrns: [], valueIsObject: isJsonObject(value) });
  } catch (error) {
    if (error instanceof ScimError) return undefined;
    throw error;
  }
}

function mapAttribute(
  attribute: Attribute,
  value: Json,
  place: Pick<ValuePosition, 'isPart' | 'isElement'>,
  rule: ValueRule,
): Json {
  if (attribute === MEMBERS) return value;
  const mapped = rule({ attribute, ...place }, value);
  if (attribute.type !== 'complex') return mapped;
  return isJsonArray(mapped)
    ? mapList(mapped, (each) => mapParts(attribute, each, rule))
    : mapParts(attribute, mapped, rule);
}

function mapParts(attribute: Attribute, value: Json, rule: ValueRule): Json {
  if (!isJsonObject(value)) return value;
  return mapObject(value, (name, each) => {
    const part = findSubAttribute(attribute, name);
    return part ? mapAttribute(part, each, { isPart: true, isElement: false }, rule) : each;
  });
}

function mapList(list: readonly Json[], map: (each: Json) => Json): Json {
  const mapped = list.map(map);
  return mapped.some((each, at) => each !== list[at]) ? mapped : list;
}

function mapObject(object: JsonObject, map: (name: string, value: Json) => Json): JsonObject {
  const entries = Object.entries(object);
  const mapped = entries.map(([name, value]): [string, Json] => [name, map(name, value)]);
  return mapped.some(([, value], at) => value !== entries[at]?.[1]) ? Object.fromEntries(mapped) : object;
}
