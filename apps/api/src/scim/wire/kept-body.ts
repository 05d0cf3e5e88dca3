import { UnreadableBody } from './body-parsers';

const BODY_KEPT_MAX = 16_384;
const SECRETS = new Set(['password']);
const HIDDEN = '…';

/**
 * The body of a refused request as the request log keeps it: cut to 16 KiB, and without passwords. One that could not be read is
 * not kept, because nobody knows where in it a password stands.
 */
export function keptBody(body: unknown): string | null {
  if (body === undefined || body === null || body instanceof UnreadableBody) return null;
  const text = JSON.stringify(body, withoutSecret);
  return text.length > BODY_KEPT_MAX ? `${text.slice(0, BODY_KEPT_MAX)}…` : text;
}

function withoutSecret(key: string, value: unknown): unknown {
  if (isSecret(key)) return HIDDEN;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const operation = value as Readonly<Record<string, unknown>>;
  const path = Object.entries(operation).find(([name]) => name.toLowerCase() === 'path')?.[1];
  if (typeof path !== 'string' || !isSecret(path)) return value;
  return Object.fromEntries(Object.entries(operation).map(([name, each]) => [name, each === path ? each : HIDDEN]));
}

/** `password`, however it is qualified and spelt. */
function isSecret(name: string): boolean {
  const last = name.split(/[:.]/).at(-1) ?? name;
  return SECRETS.has(last.trim().toLowerCase());
}
