import { foldCase, userNameKey } from '@rollcall/scim-protocol';
import type { Reader } from '../masking/who-sees';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Shorter texts are found at the beginning of names only: what holds an "a" somewhere is nearly everybody. */
const CONTAINS_MIN = 2;

/** Where is looked, and for what: the text as it was typed, and as the look-up keys hold it. */
export interface SearchScope extends Reader {
  readonly integrationIds: readonly string[];
  readonly text: string;
  readonly folded: string;
  readonly userNameKey: string;
  /** Each has to be in the name, in any order: "Lima Ana" finds Ana Lima. Empty when the text is too short for it. */
  readonly words: readonly string[];
  readonly id: string | null;
}

export function searchScope(reader: Reader, integrationIds: readonly string[], typed: string): SearchScope {
  const text = typed.trim();
  const folded = foldCase(text);
  return {
    ...reader,
    integrationIds,
    text,
    folded,
    userNameKey: userNameKey(text),
    words: [...folded].length < CONTAINS_MIN ? [] : folded.split(/\s+/),
    id: UUID.test(text) ? text.toLowerCase() : null,
  };
}

/** A UUID of version 7 begins with the milliseconds since 1970 (RFC 9562 §5.7). */
export function timeOfId(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}
