const ESCAPED = /\\u(0000|d[89a-f])/i;
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/**
 * JSON that PostgreSQL takes as jsonb, which knows neither NUL nor half of a surrogate pair. What clients send of them in values that are not
 * stored, such as the path of a refused operation, is shown as the replacement character.
 */
export function storableJson(value: object): string {
  const json = JSON.stringify(value);
  return ESCAPED.test(json) ? JSON.stringify(storable(value)) : json;
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '\ufffd');
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [storable(name), storable(each)]));
}
