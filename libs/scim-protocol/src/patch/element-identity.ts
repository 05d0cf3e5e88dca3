import { isJsonObject, type Json, type JsonArray, type JsonObject } from '../messages/json';
import type { Attribute } from '../schema/definitions';
import { foldCase } from '../schema/fold-case';
import { findSubAttribute } from '../schema/resolve-attribute';
import { ownValue, sameJson } from './same-json';

/**
 * Adds elements to a list. One that is there already is not added twice (RFC 7644 §3.5.2.1): it takes over what the new one says besides.
 * Elements that stay as they are keep their identity.
 */
export function addElements(attribute: Attribute, current: JsonArray, added: JsonArray): JsonArray {
  const index = new ElementIndex(attribute);
  const elements = [...current];
  elements.forEach((element, at) => index.add(element, at));
  for (const element of added) {
    const at = index.find(element);
    const found = at === undefined ? undefined : elements[at];
    if (at === undefined || found === undefined) {
      index.add(element, elements.push(element) - 1);
    } else {
      const united = unitedWith(found, element);
      elements[at] = united;
      index.replace(found, united, at);
    }
  }
  return elements;
}

function unitedWith(found: Json, element: Json): Json {
  const united = isJsonObject(found) && isJsonObject(element) ? { ...found, ...element } : element;
  return sameJson(united, found) ? found : united;
}

/**
 * The same element once, where a change made two alike (RFC 7643 §2.4); the first takes over what the others say besides. Those that are
 * `kept` from before stay as they are among themselves.
 */
export function collapseElements(attribute: Attribute, elements: JsonArray, kept: ReadonlySet<Json>): JsonArray {
  const index = new ElementIndex(attribute);
  const distinct: Json[] = [];
  for (const element of elements) {
    const at = index.findExact(element);
    const found = at === undefined ? undefined : distinct[at];
    if (at === undefined || found === undefined || (kept.has(element) && kept.has(found))) {
      index.add(element, distinct.push(element) - 1);
    } else {
      distinct[at] = mergedDuplicates(found, element);
    }
  }
  return distinct.length === elements.length ? elements : distinct;
}

function mergedDuplicates(first: Json, second: Json): Json {
  if (!isJsonObject(first) || !isJsonObject(second)) return first;
  const isPrimary = first['primary'] === true || second['primary'] === true;
  return { ...second, ...first, ...(isPrimary ? { primary: true } : {}) };
}

/** Whether an element is what a client means by `listed`: the same value, of the same type if both have one. */
export function isListed(attribute: Attribute, element: Json, listed: JsonArray): boolean {
  return listed.some((each) => answersTo(attribute, element, each));
}

function answersTo(attribute: Attribute, element: Json, listed: Json): boolean {
  if (!isJsonObject(listed)) return keyOf(attribute, element) === keyOf(attribute, listed);
  if (!isJsonObject(element)) return false;
  const names = ownValue(listed, 'value') === undefined ? Object.keys(listed) : ['value'];
  if (!names.every((name) => sameValue(attribute, name, element, listed))) return false;
  const isTyped = ownValue(element, 'type') !== undefined && ownValue(listed, 'type') !== undefined;
  return !isTyped || sameValue(attribute, 'type', element, listed);
}

function sameValue(attribute: Attribute, name: string, left: JsonObject, right: JsonObject): boolean {
  return partKey(attribute, left, name) === partKey(attribute, right, name);
}

/** Finds elements by value and type without comparing each with each. */
class ElementIndex {
  private readonly exact = new Map<string, number>();
  private readonly untyped = new Map<string, number>();
  private readonly ofAnyType = new Map<string, number>();

  constructor(private readonly attribute: Attribute) {}

  add(element: Json, at: number): void {
    const exact = keyOf(this.attribute, element);
    if (!this.exact.has(exact)) this.exact.set(exact, at);
    const value = this.valueKey(element);
    if (value === undefined) return;
    if (!this.ofAnyType.has(value)) this.ofAnyType.set(value, at);
    if (!isTyped(element) && !this.untyped.has(value)) this.untyped.set(value, at);
  }

  /** What was found by one type, or by none, may have another now. */
  replace(before: Json, after: Json, at: number): void {
    const exact = keyOf(this.attribute, before);
    if (this.exact.get(exact) === at) this.exact.delete(exact);
    const value = this.valueKey(before);
    if (value !== undefined && this.untyped.get(value) === at) this.untyped.delete(value);
    this.add(after, at);
  }

  /** The element with the same value and type; one without a type answers to any, as Entra's roles come with and without. */
  find(element: Json): number | undefined {
    const exact = this.exact.get(keyOf(this.attribute, element));
    if (exact !== undefined) return exact;
    const value = this.valueKey(element);
    if (value === undefined) return undefined;
    return isTyped(element) ? this.untyped.get(value) : this.ofAnyType.get(value);
  }

  findExact(element: Json): number | undefined {
    return this.exact.get(keyOf(this.attribute, element));
  }

  private valueKey(element: Json): string | undefined {
    return isJsonObject(element) && ownValue(element, 'value') !== undefined
      ? partKey(this.attribute, element, 'value')
      : undefined;
  }
}

function isTyped(element: Json): boolean {
  return isJsonObject(element) && ownValue(element, 'type') !== undefined;
}

/** Elements are never changed in place, so that an operation need not work out again what the one before did. */
const keys = new WeakMap<JsonObject, string>();

function keyOf(attribute: Attribute, element: Json): string {
  if (!isJsonObject(element)) return textKey(attribute, element);
  const known = keys.get(element);
  if (known !== undefined) return known;
  const key = objectKey(attribute, element);
  keys.set(element, key);
  return key;
}

/** Value and type when there is a value; otherwise everything but `primary`. */
function objectKey(attribute: Attribute, element: JsonObject): string {
  const names = ownValue(element, 'value') === undefined ? otherNames(element) : ['value', 'type'];
  return names.map((name) => `${name}=${partKey(attribute, element, name)}`).join();
}

function otherNames(element: JsonObject): string[] {
  return Object.keys(element)
    .filter((name) => name !== 'primary')
    .sort();
}

function partKey(attribute: Attribute, element: JsonObject, name: string): string {
  return textKey(findSubAttribute(attribute, name), ownValue(element, name));
}

function textKey(attribute: Attribute | undefined, value: Json | undefined): string {
  const folds = typeof value === 'string' && attribute?.caseExact === false;
  return JSON.stringify(folds ? foldCase(value) : value);
}
