import { ScimError } from '@rollcall/scim-protocol';

/** RFC 6750 §3; RFC 7644 §2. */
export const CHALLENGE = 'Bearer realm="scim"';

/** One answer for a token that is missing, malformed, unknown, revoked, expired or another organisation's (SEC-03). */
export function unauthorized(): ScimError {
  return new ScimError(
    401,
    undefined,
    'The bearer token is missing or not valid (any more). Generate one in the console: Integrations, Rotate token.',
  );
}

/** The provider is asked to come back, so nothing is lost (A15). */
export function paused(): ScimError {
  return new ScimError(
    503,
    undefined,
    'This integration is paused in the console. Requests are taken again when it is resumed.',
  );
}

export function unavailable(): ScimError {
  return new ScimError(
    503,
    undefined,
    'The directory cannot be reached at the moment. Nothing was lost: send the request again.',
  );
}

/** A statement found the token dead. The error filter looks up why, and answers 401, or 503 while the integration is paused. */
export function unauthorizedOrGone(): ScimError {
  return new ScimError(404, undefined, 'The token is not alive any more.');
}
