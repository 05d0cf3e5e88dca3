import { isJsonObject, objectsIn, type Json, type JsonObject } from '../wire/json';
import { ENTERPRISE_URN } from '../wire/urns';

/** A value as a mapping carries it. */
export type TargetValue = string | boolean;

/** Where a mapping writes. Kept as parts and only ever formatted, so that no path has to be parsed. */
export type Target =
  | { readonly kind: 'plain'; readonly name: string }
  | { readonly kind: 'part'; readonly name: string; readonly part: string }
  | { readonly kind: 'typed'; readonly list: string; readonly type: string; readonly part: string }
  | { readonly kind: 'enterprise'; readonly name: string };

/** The path as Entra writes it in a PATCH: `emails[type eq "work"].value`, `urn:…:User:department`. */
export function targetPath(target: Target): string {
  switch (target.kind) {
    case 'plain':
      return target.name;
    case 'part':
      return `${target.name}.${target.part}`;
    case 'typed':
      return `${target.list}[type eq "${target.type}"].${target.part}`;
    case 'enterprise':
      return `${ENTERPRISE_URN}:${target.name}`;
  }
}

/** Reads an answer the way Entra flattens it (entra 20.3): an element without `type` is not found. */
export function readTarget(resource: JsonObject, target: Target): Json | undefined {
  switch (target.kind) {
    case 'plain':
      return resource[target.name];
    case 'part':
      return partOf(resource[target.name], target.part);
    case 'typed':
      return objectsIn(resource[target.list]).find((element) => element['type'] === target.type)?.[target.part];
    case 'enterprise':
      return partOf(resource[ENTERPRISE_URN], target.name);
  }
}

/** A resource under construction: plain objects, built up target by target. */
export type Draft = Record<string, Json | undefined>;

/** Puts a value into a body for POST; parts of one typed element land in the same element. */
export function writeTarget(draft: Draft, target: Target, value: TargetValue): void {
  switch (target.kind) {
    case 'plain':
      draft[target.name] = value;
      return;
    case 'part':
      draft[target.name] = { ...objectAt(draft, target.name), [target.part]: value };
      return;
    case 'enterprise':
      draft[ENTERPRISE_URN] = { ...objectAt(draft, ENTERPRISE_URN), [target.name]: value };
      return;
    case 'typed': {
      const elements = objectsIn(draft[target.list]);
      const existing = elements.find((element) => element['type'] === target.type);
      const element = { ...(existing ?? newElement(target)), [target.part]: value };
      draft[target.list] = [...elements.filter((other) => other !== existing), element];
    }
  }
}

/** Microsoft's samples mark the work address of e-mails as primary, and nothing else (entra 6.2). */
function newElement(target: { readonly list: string; readonly type: string }): JsonObject {
  const primary = target.list === 'emails' && target.type === 'work';
  return primary ? { primary: true, type: target.type } : { type: target.type };
}

function objectAt(draft: Draft, name: string): JsonObject {
  const value = draft[name];
  return isJsonObject(value) ? value : {};
}

function partOf(value: Json | undefined, part: string): Json | undefined {
  return isJsonObject(value) ? value[part] : undefined;
}
