/** What JSON can carry. The simulator has its own types on purpose: it shares nothing with the server that it judges. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** The objects of a list; anything that is not a list of objects counts as none. */
export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}

/** The parsed text, or undefined where it is empty or not JSON: the caller decides whether that is a fault. */
export function parseJson(text: string): Json | undefined {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** A short form of a text for a report: long bodies are cut, because a person reads it. */
export function inBrief(text: string, charactersMax = 160): string {
  return text.length > charactersMax ? `${text.slice(0, charactersMax)}…` : text;
}

/** A value as JSON, in short; a person can tell "true" from true. */
export function jsonInBrief(value: Json | undefined): string {
  return value === undefined ? 'nothing' : inBrief(JSON.stringify(value));
}

/** The text of an id or a name; what should have been text and is not shows as JSON. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : jsonInBrief(value);
}
