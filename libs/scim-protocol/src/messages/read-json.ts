import { scanJson } from './json-scan';
import { isJsonObject, type Json, type JsonObject } from './json';
import { checkJsonTree } from './json-tree';
import { checkNumbers, markNumbers, restoreNumbers } from './json-numbers';
import { invalidSyntax, invalidValue } from './scim-error';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the body of a message strictly: UTF-8 (a leading BOM is skipped), one JSON value, each attribute once in its object in whatever
 * letter case, no number or text that could not be kept as it is, depth and size bounded. Objects may have `__proto__` as a name of
 * their own.
 *
 * Errors: 400 invalidSyntax for what is not such JSON (RFC 7644 §3.12), 400 invalidValue for a value that cannot be kept, 413 for too much.
 */
export function readJson(body: Uint8Array | string): Json {
  const text = typeof body === 'string' ? checked(body) : decode(body);
  if (text.trim() === '') throw invalidSyntax('The body is empty; a JSON object is expected.');
  const scan = scanJson(text);
  const decimals = checkNumbers(text, scan.unusualNumbers);
  const value = parse(text);
  checkJsonTree(value, scan, text);
  return decimals.length > 0 ? restoreNumbers(parse(markNumbers(text, decimals))) : value;
}

/** The body as an object; anything else is 400 invalidSyntax (RFC 7644 §3.12). */
export function requireObject(body: Json): JsonObject {
  if (!isJsonObject(body)) throw invalidSyntax('A JSON object is expected.');
  return body;
}

function checked(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw invalidValue('The body has half of a surrogate pair, which cannot be stored.');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function decode(body: Uint8Array): string {
  try {
    return utf8.decode(body);
  } catch {
    throw invalidSyntax('The body is not valid UTF-8.');
  }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const isCut = error instanceof Error && error.message.startsWith('Unexpected end');
    throw invalidSyntax(isCut ? 'The body is not valid JSON: it ends too early.' : 'The body is not valid JSON.');
  }
}
