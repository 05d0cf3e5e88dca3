import { isJsonObject, type Json, type JsonArray, type JsonObject } from './json';

const PREFIX = 'bulkId:';

/** The bulkId that an id or a reference names ("bulkId:x"), or undefined when it is an id of the directory. */
export function bulkIdOf(reference: string): string | undefined {
  return reference.startsWith(PREFIX) ? reference.slice(PREFIX.length) : undefined;
}

/**
 * All bulkIds that some data refers to (RFC 7644 §3.7.2): in values, at the end of a reference's URL, and in the filter of a PATCH's path.
 */
export function bulkIdsIn(data: Json): ReadonlySet<string> {
  const found = new Set<string>();
  mapReferences(data, (bulkId) => {
    found.add(bulkId);
    return undefined;
  });
  return found;
}

/** The data with each bulkId replaced by the id that its resource got; one that `ids` does not know stays. */
export function resolveBulkIds(data: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  const resolved = mapReferences(data, (bulkId) => ids.get(bulkId));
  return isJsonObject(resolved) ? resolved : data;
}

type IdOf = (bulkId: string) => string | undefined;

function mapReferences(value: Json, idOf: IdOf, name = ''): Json {
  if (typeof value === 'string') return mapText(value, idOf, name.toLowerCase());
  if (Array.isArray(value)) return (value as JsonArray).map((each) => mapReferences(each, idOf, name));
  if (!isJsonObject(value)) return value;
  const object: JsonObject = value;
  // Own properties only, `__proto__` among them: that is what this makes.
  return Object.fromEntries(Object.keys(object).map((key) => [key, mapReferences(object[key] ?? null, idOf, key)]));
}

function mapText(text: string, idOf: IdOf, name: string): string {
  const bulkId = bulkIdOf(text);
  if (bulkId !== undefined) return idOf(bulkId) ?? text;
  if (!text.includes(PREFIX)) return text;
  if (name === '$ref') return replaceFrom(text, text.lastIndexOf(`/${PREFIX}`) + 1, text.length, idOf);
  return name === 'path' ? mapPath(text, idOf) : text;
}

/** `members[value eq "bulkId:x"]`. */
function mapPath(path: string, idOf: IdOf): string {
  let mapped = path;
  for (let at = mapped.indexOf(`"${PREFIX}`); at >= 0; at = mapped.indexOf(`"${PREFIX}`, at + 1)) {
    const end = mapped.indexOf('"', at + 1);
    if (end < 0) break;
    mapped = replaceFrom(mapped, at + 1, end, idOf);
  }
  return mapped;
}

function replaceFrom(text: string, start: number, end: number, idOf: IdOf): string {
  const bulkId = bulkIdOf(text.slice(start, end));
  const id = bulkId === undefined ? undefined : idOf(bulkId);
  return id === undefined ? text : text.slice(0, start) + id + text.slice(end);
}
