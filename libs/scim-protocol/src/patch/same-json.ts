import { isJsonObject, type Json, type JsonArray, type JsonObject } from '../messages/json';

/** Deep equality; the order of an object's keys means nothing (RFC 7643 §2.3.8), the order of a list does. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (isJsonArray(left)) return isJsonArray(right) && sameItems(left, right);
  return isJsonObject(left) && isJsonObject(right) && sameProperties(left, right);
}

function sameItems(left: JsonArray, right: JsonArray): boolean {
  return left.length === right.length && left.every((item, index) => sameJson(item, right[index]));
}

function sameProperties(left: JsonObject, right: JsonObject): boolean {
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => Object.hasOwn(right, name) && sameJson(left[name], right[name]));
}

/** `Array.isArray` says nothing about read-only lists. */
export function isJsonArray(value: unknown): value is JsonArray {
  return Array.isArray(value);
}

/** Null and an empty list say the same as no value (RFC 7643 §2.5). */
export function isUnassigned(value: unknown): value is null | undefined | readonly [] {
  return value === undefined || value === null || (isJsonArray(value) && value.length === 0);
}

/** The property, if it is the object's own: `constructor` is not. */
export function ownValue(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A copy with that property, or without it when the value is undefined. A key in brackets is defined, never set, so no key reaches a prototype. */
export function withValue(object: JsonObject, name: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...object, [name]: value };
  if (!Object.hasOwn(object, name)) return object;
  const { [name]: _removed, ...rest } = object;
  return rest;
}
