import { invalidValue } from '@rollcall/scim-protocol';

/** An entry of a B-tree ends near 2,700 bytes, the organisation's and the integration's ids among them. */
const INDEXED_BYTES_MAX = 2_000;

/** @throws ScimError 400 when a value that is looked up would not fit into its index, which the database would answer with an error of its own */
export function requireIndexable(attribute: string, key: string | null): void {
  if (key === null || key.length <= INDEXED_BYTES_MAX / 4) return;
  const bytes = Buffer.byteLength(key);
  if (bytes > INDEXED_BYTES_MAX) {
    throw invalidValue(`${attribute}: ${bytes} bytes are too long; at most ${INDEXED_BYTES_MAX} are taken.`);
  }
}
