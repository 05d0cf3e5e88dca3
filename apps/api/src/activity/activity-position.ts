import { decodeCursor, encodeCursor } from '../console/cursor';

/** A place in the log: newest first, at the same moment deeds of the console before changes of the directory, then the higher id. */
export interface ActivityPosition {
  readonly at: string;
  readonly source: 'console' | 'directory';
  readonly id: string;
}

/** Where one stream goes on: entries below (at, id) are still to come. */
export interface StreamBound {
  readonly at: string;
  readonly id: string;
}

const ABOVE_ALL_IDS = '9223372036854775807';
const BELOW_ALL_IDS = '0';

export function positionCursor({ at, source, id }: ActivityPosition): string {
  return encodeCursor([at, source, id]);
}

/** @throws badInput for a cursor that is not one of this list */
export function readPosition(cursor: string | undefined): ActivityPosition | undefined {
  const values = decodeCursor(cursor, ['string', 'string', 'string']);
  if (!values) return undefined;
  const [at, source, id] = values.map(String);
  return { at: at ?? '', source: source === 'console' ? 'console' : 'directory', id: id ?? '' };
}

/** What of one stream comes after a place in the whole log. */
export function boundOf(stream: ActivityPosition['source'], after: ActivityPosition): StreamBound {
  if (after.source === stream) return { at: after.at, id: after.id };
  return { at: after.at, id: stream === 'directory' ? ABOVE_ALL_IDS : BELOW_ALL_IDS };
}

/** Negative when `one` stands before `other` in the log. */
export function comparePositions(one: ActivityPosition, other: ActivityPosition): number {
  if (one.at !== other.at) return one.at > other.at ? -1 : 1;
  if (one.source !== other.source) return one.source === 'console' ? -1 : 1;
  return BigInt(one.id) > BigInt(other.id) ? -1 : BigInt(one.id) < BigInt(other.id) ? 1 : 0;
}
