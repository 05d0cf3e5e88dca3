import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import { mutability } from '../messages/scim-error';
import { getOwnFolded } from '../schema/own-property';
import { isJsonArray, sameJson } from './same-json';

/**
 * Okta repeats what it read, `{"op":"replace","value":{"id":"2819c223","active":false}}`. An echo of a read-only value changes nothing and
 * is let pass; another value would, so it is refused as it is by a path (P-41). What is not known here cannot be compared and is ignored,
 * as a PUT ignores it. Errors: 400 mutability.
 */
export function checkEcho(name: string, sent: Json, readOnly: JsonObject): void {
  const known = Object.hasOwn(readOnly, name) ? readOnly[name] : undefined;
  if (known === undefined || sent === null || isEcho(sent, known)) return;
  throw mutability(`${name} is read-only and has another value; leave it out of the request.`);
}

function isEcho(sent: Json, known: Json): boolean {
  if (isJsonObject(sent) && isJsonObject(known)) {
    return Object.entries(sent).every(
      ([name, each]) => each === null || isEcho(each as Json, getOwnFolded(known, name) ?? null),
    );
  }
  if (isJsonArray(sent) && isJsonArray(known)) {
    return sent.every((each) => known.some((element) => isEcho(each, element)));
  }
  return sameJson(sent, known);
}
