import { badInput } from './console-error';

export type CursorValue = string | number | boolean | null;

/** Where a page ended, as opaque text for the next request. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads back what `encodeCursor` made; `kinds` say which values belong at which place ("null" after | if it may be absent).
 * A cursor that a person edited, or that belongs to another list, is bad input.
 */
export function decodeCursor(cursor: string | undefined, kinds: readonly string[]): readonly CursorValue[] | undefined {
  if (cursor === undefined) return undefined;
  const values = parse(cursor);
  if (!Array.isArray(values) || values.length !== kinds.length) throw wrongCursor();
  const fits = values.every((value: unknown, index) => isOfKind(value, (kinds[index] ?? '').split('|')));
  if (!fits) throw wrongCursor();
  return values as CursorValue[];
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw wrongCursor();
  }
}

/** As many as always fit into a `bigint`. */
const DIGITS = /^\d{1,18}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function isOfKind(value: unknown, kinds: readonly string[]): boolean {
  if (value === null) return kinds.includes('null');
  if (kinds.includes(typeof value)) return true;
  if (typeof value !== 'string') return false;
  return (kinds.includes('uuid') && UUID.test(value)) || (kinds.includes('digits') && DIGITS.test(value));
}

function wrongCursor(): Error {
  return badInput({ cursor: 'This cursor does not belong to this list. Start from its first page.' });
}
