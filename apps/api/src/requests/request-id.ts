const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Has the text the form of an id, of a request or of a record? */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** When the request of this id began: a UUID of version 7 starts with the milliseconds since 1970 (RFC 9562 §5.7). */
export function timeOfId(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}
