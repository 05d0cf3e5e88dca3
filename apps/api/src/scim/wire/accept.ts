import { ScimError } from '@rollcall/scim-protocol';

/**
 * RFC 7644 §3.8: application/scim+json is what goes out; a client that asks for application/json gets the same (H-01 - H-03).
 * @throws ScimError 406 when the header admits no JSON at all (H-04)
 */
export function requireAcceptable(accept: string | undefined): void {
  if (accept === undefined) return;
  if (accept.toLowerCase().split(',').some(admitsJson)) return;
  throw new ScimError(406, undefined, 'Answers are application/scim+json: accept that, application/json or */*.');
}

const JSON_RANGES = new Set(['', '*/*', 'application/*', 'application/json', 'application/scim+json']);

/** A weight of 0 says "not this one" (RFC 9110 §12.4.2). */
function admitsJson(range: string): boolean {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
  return JSON_RANGES.has(type) && !parameters.some((parameter) => /^q=0(\.0{0,3})?$/.test(parameter));
}
