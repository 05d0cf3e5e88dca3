/** Any value that JSON can carry, as `parseJson` hands it on. Objects may have any key, `__proto__` included: read them with `Object.hasOwn` or `Object.entries`. */
export type Json = string | number | boolean | null | JsonArray | JsonObject;
export type JsonArray = readonly Json[];
export interface JsonObject {
  readonly [name: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
