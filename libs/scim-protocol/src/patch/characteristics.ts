import type { Json } from '../messages/json';
import { invalidValue, mutability } from '../messages/scim-error';
import type { Attribute } from '../schema/definitions';
import { isBlank } from '../schema/value-reader';
import { sameJson } from './same-json';

/** What only the service writes cannot be named by a path (RFC 7643 §7). Errors: 400 mutability. */
export function refuseReadOnly(attribute: Attribute, where: string): void {
  if (attribute.mutability === 'readOnly') throw mutability(`${where} is read-only; leave it out of the request.`);
}

/**
 * Holds a change of one attribute against its characteristics (RFC 7643 §7): a required one keeps a value, an immutable one keeps its
 * value. Errors: 400 mutability, and 400 invalidValue for a required text of nothing but blanks.
 */
export function checkChange(
  attribute: Attribute,
  before: Json | undefined,
  after: Json | undefined,
  where: string,
): void {
  if (after === before) return;
  if (attribute.required && isBlank(after)) {
    if (after === undefined) throw mutability(`${where} is required and cannot be removed; replace it instead.`);
    throw invalidValue(`${where}: required, so it must not be empty.`);
  }
  if (attribute.mutability === 'immutable' && before !== undefined && !sameJson(before, after)) {
    throw mutability(`${where} is immutable and already has another value.`);
  }
}
