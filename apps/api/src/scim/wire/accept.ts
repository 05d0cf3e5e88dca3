import { ScimError } from '@rollcall/scim-protocol';

/**
 * RFC 7644 §3.8: application/scim+json is what goes out; a client that asks for application/json gets the same (H-01 - H-03).
 * @throws ScimError 406 when the header admits no JSON at all (H-04)
 */
export function requireAcceptable(accept: string | undefined): void {
  if (accept === undefined || accept.includes('*/*') || accept.includes('json')) return;
  const ranges = accept.toLowerCase().split(',');
  if (ranges.some((range) => range.includes('application/*') || range.includes('json') || range.trim() === '')) return;
  throw new ScimError(406, undefined, 'Answers are application/scim+json: accept that, application/json or */*.');
}
