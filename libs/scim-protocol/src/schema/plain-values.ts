import { isWrittenAsDecimal } from '../messages/json-numbers';
import type { Json } from '../messages/json';
import { instantOf } from './instant';

/** A value that could not be read: what the attribute wants instead, as the end of the sentence "title: expected …". */
export interface Refusal {
  readonly expected: string;
}

export function isRefusal(result: Json | Refusal): result is Refusal {
  return typeof result === 'object' && result !== null && 'expected' in result;
}

const TEXT: Refusal = { expected: 'a text' };
const BOOLEAN: Refusal = { expected: 'true or false' };
const DECIMAL: Refusal = { expected: 'a number' };
const INTEGER: Refusal = { expected: 'an integer, written without fraction or exponent' };
const DATE_TIME: Refusal = { expected: 'a date and time such as "2026-01-31T10:00:00Z"' };
const BINARY: Refusal = { expected: 'base64' };

export const readText = (value: Json): Json | Refusal => (typeof value === 'string' ? value : TEXT);

/** Also the text that Entra sends, in any letter case: "True", "false". */
export function readBoolean(value: Json): Json | Refusal {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' || value.length > 5) return BOOLEAN;
  const folded = value.toLowerCase();
  if (folded === 'true') return true;
  return folded === 'false' ? false : BOOLEAN;
}

export const readDecimal = (value: Json): Json | Refusal => (typeof value === 'number' ? value : DECIMAL);

/** `holder[name]` is where the number stands in the message; it knows whether the number was written as `1.0` (RFC 7643 §2.3.4). */
export function readInteger(value: Json, holder: object | undefined, name: string): Json | Refusal {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return INTEGER;
  return holder && isWrittenAsDecimal(holder, name) ? INTEGER : value;
}

/** The same instant in UTC, to the millisecond (RFC 7643 §2.3.5). */
export function readDateTime(value: Json): Json | Refusal {
  const instant = typeof value === 'string' ? instantOf(value) : undefined;
  return instant === undefined ? DATE_TIME : new Date(instant).toISOString();
}

/** Base64 in either alphabet, padding optional (RFC 7643 §2.3.6); kept as it was sent. */
export function readBinary(value: Json): Json | Refusal {
  return typeof value === 'string' && isBase64(value) ? value : BINARY;
}

function isBase64(text: string): boolean {
  let end = text.length;
  while (end > 0 && text.length - end < 2 && text.charCodeAt(end - 1) === 0x3d) end -= 1;
  if (end % 4 === 1 || (end < text.length && text.length % 4 !== 0)) return false;
  for (let at = 0; at < end; at += 1) if (!isBase64Digit(text.charCodeAt(at))) return false;
  return true;
}

function isBase64Digit(code: number): boolean {
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  const isDigit = code >= 0x30 && code <= 0x39;
  return isLetter || isDigit || code === 0x2b || code === 0x2f || code === 0x2d || code === 0x5f;
}
