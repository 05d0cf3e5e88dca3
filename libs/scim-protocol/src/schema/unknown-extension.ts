import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import { isPrototypeName, type MutableJsonObject, setOwn } from './own-property';

/** A key of this form is the URN of an extension, whoever defined it. */
export function isUrn(name: string): boolean {
  return name.length > 4 && name.slice(0, 4).toLowerCase() === 'urn:';
}

/**
 * The data of an extension that no schema describes, kept as it was sent, save that nulls, empty lists and empty objects are unassigned
 * (RFC 7643 §2.5), and that names which reach a prototype are left out. Undefined when nothing remains.
 */
export function keepUnknownExtension(value: JsonObject): JsonObject | undefined {
  return keepObject(value);
}

function keep(value: Json): Json | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    const kept = (value as readonly Json[]).map(keep).filter((each) => each !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  return isJsonObject(value) ? keepObject(value) : value;
}

function keepObject(value: JsonObject): JsonObject | undefined {
  const result: MutableJsonObject = {};
  let isAssigned = false;
  for (const name of Object.keys(value)) {
    const each = value[name];
    const kept = each === undefined || isPrototypeName(name) ? undefined : keep(each);
    if (kept === undefined) continue;
    setOwn(result, name, kept);
    isAssigned = true;
  }
  return isAssigned ? result : undefined;
}
