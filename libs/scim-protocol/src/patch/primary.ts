import { isJsonObject, type Json, type JsonArray } from '../messages/json';
import { invalidValue } from '../messages/scim-error';
import type { Attribute } from '../schema/definitions';

/**
 * At most one element is primary (RFC 7643 §2.4): one that became it takes it from those that are `kept` from before (RFC 7644 §3.5.2).
 * Errors: 400 invalidValue when one operation makes several of them primary.
 */
export function settlePrimary(
  attribute: Attribute,
  elements: JsonArray,
  kept: ReadonlySet<Json>,
  where: string,
): JsonArray {
  if (!attribute.subAttributes?.some(({ name }) => name === 'primary')) return elements;
  const primaries = elements.filter(isPrimary);
  if (primaries.length < 2) return elements;
  const made = primaries.filter((element) => !kept.has(element));
  if (made.length === 0) return elements;
  if (made.length > 1) throw invalidValue(`${where}: only one element can be primary.`);
  return elements.map((element) => (isPrimary(element) && element !== made[0] ? withoutPrimary(element) : element));
}

function isPrimary(element: Json): boolean {
  return isJsonObject(element) && element['primary'] === true;
}

function withoutPrimary(element: Json): Json {
  return isJsonObject(element) ? { ...element, primary: false } : element;
}
