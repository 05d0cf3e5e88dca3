import type { RequestOutcome } from '@rollcall/admin-contracts';

/**
 * An ordinary no. A provider asks for what is gone (404), sends what is there (409) and loses a race (412) in good order, so none of
 * these says that something is wrong with the connection.
 */
const REFUSED_STATUSES: readonly number[] = [404, 409, 412];

/** SQL over `status`: an ordinary no. */
export const REFUSED = `(status in (${REFUSED_STATUSES.join(', ')}))`;

/** SQL over `status`: something is wrong, with the request, its token or the server, and needs a hand. */
export const FAILED = `(status >= 400 and status not in (${REFUSED_STATUSES.join(', ')}))`;

export function outcomeOf(status: number): RequestOutcome {
  if (status < 400) return 'done';
  return REFUSED_STATUSES.includes(status) ? 'refused' : 'failed';
}

/** Does this status say that something is wrong with the connection? */
export function isFailure(status: number): boolean {
  return outcomeOf(status) === 'failed';
}
