import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import type { Attribute } from './definitions';
import type { MutableJsonObject } from './own-property';

/**
 * The elements of a list, equal ones once (RFC 7643 §2.4). Elements that differ in `primary` alone are equal, and the one that is left is
 * primary when any of them was. Order is kept.
 */
export function sameElementOnce(attribute: Attribute, elements: readonly Json[]): readonly Json[] {
  const places = new Map<string, number>();
  const distinct: Json[] = [];
  for (const element of elements) {
    const key = elementKey(attribute, element);
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, distinct.length);
      distinct.push(element);
    } else if (isPrimary(element)) {
      const first = distinct[place];
      if (isJsonObject(first) && !isPrimary(first))
        distinct[place] = { ...first, primary: true } satisfies MutableJsonObject;
    }
  }
  return distinct.length === elements.length ? elements : distinct;
}

function isPrimary(element: Json | undefined): boolean {
  return isJsonObject(element) && element.primary === true;
}

/** Equal for equal elements, whatever the order of their names. */
function elementKey(attribute: Attribute, element: Json): string {
  if (!isJsonObject(element)) return JSON.stringify(element);
  const object: JsonObject = element;
  let key = '';
  for (const { name } of attribute.subAttributes ?? []) {
    const value = object[name];
    if (name !== 'primary' && value !== undefined) key += `${name}=${JSON.stringify(value)},`;
  }
  return key;
}
