import { assertNever } from '@rollcall/scim-protocol';
import type { TokenState } from '../../tokens/scim-caller';

const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** Why the request was refused, for whoever reads the log: which token it was, and since when and by whom it opens nothing. */
export function deadTokenSentence({ status, lastFour, endedAt, endedBy }: TokenState): string {
  const token = lastFour === null ? 'This token' : `This token, ending in ${lastFour},`;
  const when = endedAt === null ? '' : ` on ${MOMENT.format(new Date(endedAt))} UTC`;
  const whom = endedBy === null ? '' : ` by ${endedBy}`;
  switch (status) {
    case 'deleted':
      return `The integration of this token was deleted${when}${whom}.`;
    case 'revoked':
      return `${token} was revoked${when}${whom}.`;
    case 'expired':
      return `${token} expired${when}.`;
    case 'live':
    case 'paused':
      return `${token} could not be used.`;
    default:
      return assertNever(status);
  }
}
