import type { Json } from './json';

/**
 * One line of a request's decision trail: what was recognised, rewritten, skipped or ignored on the way from the bytes to the change.
 * `rule` is a stable name ("booleanText", "memberRemovalByValue"); `message` is a plain sentence for a supporter.
 */
export interface Note {
  readonly kind: 'recognised' | 'rewritten' | 'skipped' | 'ignored';
  readonly rule: string;
  readonly message: string;
  /** Zero-based index of the PATCH operation it is about. */
  readonly operation?: number;
  /** The JSON that was repaired, and what it was read as. */
  readonly before?: Json;
  readonly after?: Json;
}

/** Collects notes while a message is read; hand in a fresh one for every request. */
export class Trail {
  readonly notes: Note[] = [];

  add(note: Note): void {
    this.notes.push(note);
  }
}
