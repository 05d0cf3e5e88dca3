/** Limits of a message, published in the documentation and checked before the costly step. Depth counts objects and lists. */
export const JSON_DEPTH_MAX = 16;
export const JSON_KEYS_MAX = 500_000;
/** In UTF-16 code units. */
export const TEXT_LENGTH_MAX = 65_536;
export const PATCH_OPERATIONS_MAX = 1_000;
export const MEMBERS_MAX = 100_000;
export const BULK_OPERATIONS_MAX = 1_000;
export const BULK_PAYLOAD_BYTES_MAX = 4 * 1024 * 1024;
export const ATTRIBUTE_LIST_MAX = 100;
export const PAGE_SIZE_DEFAULT = 100;
export const PAGE_SIZE_MAX = 1_000;
/** The seconds for which a cursor stays good (RFC 9865 §4). */
export const CURSOR_TIMEOUT_SECONDS = 3_600;
