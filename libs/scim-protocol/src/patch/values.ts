import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import type { Trail } from '../messages/note';
import type { Attribute } from '../schema/definitions';
import { findSubAttribute } from '../schema/resolve-attribute';
import { keepUnknownExtension } from '../schema/unknown-extension';
import { readAttributeElement, readAttributeValue } from '../schema/value-reader';
import { isJsonArray } from './same-json';

/** How the values of an operation are read: by the schema, or as they are when no schema describes the attribute. */
export interface Values {
  /** A whole value; a list for a multi-valued attribute. Undefined when it is unassigned. Errors: 400 invalidValue. */
  whole(attribute: Attribute, value: Json, where: string): Json | undefined;
  /** One element of a multi-valued attribute. Errors: 400 invalidValue. */
  element(attribute: Attribute, value: Json, where: string): Json | undefined;
  /** Something to merge into a value: required sub-attributes may be missing. Errors: 400 invalidValue. */
  part(attribute: Attribute, value: Json, where: string): Json | undefined;
}

/** Reads by the same rules as the body of a POST. */
export function describedValues(trail: Trail, operation: number): Values {
  const partial = { operation, partial: true };
  return {
    whole: (attribute, value, where) => readAttributeValue(attribute, value, where, trail, { operation }),
    element: (attribute, value, where) => readAttributeElement(attribute, value, where, trail, { operation }),
    part: (attribute, value, where) => readAttributeElement(attribute, value, where, trail, partial),
  };
}

/** Keeps what arrives, save nulls and what is empty, and spells names as they are stored. */
export const openValues: Values = {
  whole: (attribute, value) => keep(attribute, value),
  element: (attribute, value) => keep(attribute, value),
  part: (attribute, value) => keep(attribute, value),
};

function keep(attribute: Attribute, value: Json): Json | undefined {
  const kept = keepUnknownExtension({ kept: value })?.kept;
  if (kept === undefined) return undefined;
  if (isJsonArray(kept)) return kept.map((element) => spelled(attribute, element));
  return spelled(attribute, kept);
}

function spelled(attribute: Attribute, value: Json): Json {
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [findSubAttribute(attribute, name)?.name ?? name, each]);
  return Object.fromEntries(entries) as JsonObject;
}
