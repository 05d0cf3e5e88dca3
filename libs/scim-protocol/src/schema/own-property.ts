import type { Json, JsonObject } from '../messages/json';

/** An object under construction; only names of a schema are assigned to it, names from outside go through `setOwn`. */
export type MutableJsonObject = Record<string, Json>;

/** Names that reach an object's prototype; nobody's attribute is called so (CVE-2026-48170 polluted a whole process by it). */
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export function isPrototypeName(name: string): boolean {
  return PROTOTYPE_NAMES.has(name);
}

/**
 * Sets a property of the object itself under a name that came from outside. A plain assignment to `__proto__` would change the
 * prototype, and one to `toString` fails while `Object.prototype` is frozen.
 */
export function setOwn(object: MutableJsonObject, name: string, value: Json): void {
  if (name in Object.prototype) {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[name] = value;
  }
}

/** The property of the object itself whose name is `name` in any letter case; what it would inherit counts as absent. */
export function getOwnFolded(object: JsonObject, name: string): Json | undefined {
  if (Object.hasOwn(object, name)) return object[name];
  const folded = name.toLowerCase();
  const spelled = Object.keys(object).find((each) => each.toLowerCase() === folded);
  return spelled === undefined ? undefined : object[spelled];
}
