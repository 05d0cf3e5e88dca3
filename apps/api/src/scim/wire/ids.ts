const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids are compared exactly (RFC 7643 §3.1): one in upper case names nothing. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
