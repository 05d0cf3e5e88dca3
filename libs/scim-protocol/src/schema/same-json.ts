import { isJsonObject, type Json, type JsonArray } from '../messages/json';

/** Whether two values are the same in meaning: the order of names does not matter, that of list elements does. */
export function sameJson(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) return Array.isArray(right) && sameList(left as JsonArray, right as JsonArray);
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => Object.hasOwn(right, name) && sameJson(left[name] ?? null, right[name] ?? null));
}

function sameList(left: JsonArray, right: JsonArray): boolean {
  return left.length === right.length && left.every((each, at) => sameJson(each, right[at] ?? null));
}
