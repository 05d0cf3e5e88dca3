/** A JSON text as the pieces that it is made of, in order. */
export type JsonPieces = readonly string[];

/** `,"name":[value,value]`, or nothing when there are no values. */
export function arrayPieces(name: string, values: readonly string[]): JsonPieces {
  if (values.length === 0) return [];
  return [`,"${name}":[`, ...values.flatMap((value, index) => (index === 0 ? [value] : [',', value])), ']'];
}

/** What is shorter costs less as one string. */
const LONG_CHARACTERS = 16_384;
/** An ASCII character takes one byte; one beyond U+FFFF counts as two and takes four. */
const BYTES_A_CHARACTER_MAX = 3;
const SLACK = 1.25;

/** The text as it is sent: a long one as UTF-8, a short one as it is. */
export function bodyOf(pieces: JsonPieces): string | Buffer {
  const characters = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return characters < LONG_CHARACTERS ? pieces.join('') : utf8Of(pieces, characters);
}

/**
 * Each piece is written to its place on its own: joining them first would copy all of it twice more, all of which the garbage collector has to
 * take away again, and one letter beyond Latin-1 would double the size of everything.
 */
function utf8Of(pieces: JsonPieces, characters: number): Buffer {
  let bytes: Buffer = Buffer.allocUnsafe(Math.ceil(characters * SLACK));
  let length = 0;
  for (const piece of pieces) {
    if (length + piece.length * BYTES_A_CHARACTER_MAX > bytes.length) bytes = withRoomFor(piece, bytes, length);
    length += bytes.write(piece, length);
  }
  return bytes.subarray(0, length);
}

/** The same bytes, with room for this piece behind the first `length` of them. */
function withRoomFor(piece: string, bytes: Buffer, length: number): Buffer {
  const needed = length + Buffer.byteLength(piece);
  if (needed <= bytes.length) return bytes;
  const larger = Buffer.allocUnsafe(Math.max(needed, bytes.length * 2));
  bytes.copy(larger, 0, 0, length);
  return larger;
}
