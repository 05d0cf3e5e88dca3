import type { Json } from './json';
import type { NumberSpan } from './json-scan';
import { invalidValue, quoted } from './scim-error';

const NUMBER = /^-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Names of numbers that were written with a fraction or an exponent although they are whole, by the object or list that holds them. */
const wholeButDecimal = new WeakMap<object, Set<string>>();

/**
 * True when the number `holder[name]` was written as `1.0` or `1e3`. JSON cannot tell it from `1`, but an integer attribute must be
 * written as an integer (RFC 7643 §2.3.4).
 */
export function isWrittenAsDecimal(holder: object, name: string): boolean {
  return wholeButDecimal.get(holder)?.has(name) ?? false;
}

/**
 * Refuses numbers that a double cannot keep: `1e400`, `9007199254740993`, `-0`, `1e-400`. Returns those that are whole though written
 * with a fraction or an exponent. Errors: 400 invalidValue.
 */
export function checkNumbers(text: string, spans: readonly NumberSpan[]): readonly NumberSpan[] {
  return spans.filter(({ start, end }) => {
    const token = text.slice(start, end);
    const match = NUMBER.exec(token);
    // What is no number at all, the parser refuses.
    if (!match) return false;
    const isInteger = match[1] === undefined && match[2] === undefined;
    const value = Number(token);
    if (!isKept(token, value, isInteger))
      throw invalidValue(`The number ${quoted(token)} cannot be kept without loss.`);
    return !isInteger && Number.isInteger(value);
  });
}

function isKept(digits: string, value: number, isInteger: boolean): boolean {
  if (!Number.isFinite(value) || Object.is(value, -0)) return false;
  // Beyond 2^53 some integers are still exact: those that a client gets back with the same digits.
  if (isInteger) return Number.isSafeInteger(value) || String(value) === digits;
  const mantissa = digits.split(/[eE]/, 1)[0] ?? digits;
  return value !== 0 || !/[1-9]/.test(mantissa);
}

/** The text with each of these numbers as a string that begins with NUL: no other string can, as the message was checked before. */
export function markNumbers(text: string, spans: readonly NumberSpan[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start), '"\\u0000', text.slice(start, end), '"');
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Turns the marks back into numbers, in place, and remembers where they stood. */
export function restoreNumbers(value: Json): Json {
  if (typeof value === 'string') return value.startsWith('\0') ? Number(value.slice(1)) : value;
  if (typeof value !== 'object' || value === null) return value;
  for (const [name, each] of Object.entries(value)) {
    const restored = restoreNumbers(each);
    if (restored === each) continue;
    Object.defineProperty(value, name, { value: restored, enumerable: true, configurable: true, writable: true });
    const names = wholeButDecimal.get(value) ?? new Set<string>();
    wholeButDecimal.set(value, names.add(name));
  }
  return value;
}
