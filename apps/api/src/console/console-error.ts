import type { ConsoleErrorCode, NameHolder } from '@rollcall/admin-contracts';

export interface ConsoleErrorExtras {
  /** The inputs that are wrong and why. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly retryAfterSeconds?: number;
  /** Who has the name that is wanted. */
  readonly holder?: NameHolder;
}

/** Why the console's API refuses something: a closed set of codes. The filter alone knows what they mean in HTTP. */
export class ConsoleError extends Error {
  override readonly name = 'ConsoleError';

  constructor(
    readonly code: ConsoleErrorCode,
    message: string,
    readonly extras: ConsoleErrorExtras = {},
  ) {
    super(message);
  }
}

export function badInput(fields: Readonly<Record<string, string>>): ConsoleError {
  return new ConsoleError('badRequest', Object.values(fields)[0] ?? 'The request is not valid.', { fields });
}

/** Also for what belongs to another organisation: nobody learns that it exists. */
export function notFound(thing: string): ConsoleError {
  return new ConsoleError('notFound', `There is no such ${thing}.`);
}

export function signedOut(): ConsoleError {
  return new ConsoleError('signedOut', 'You are signed out. Sign in again.');
}

export function notAllowed(message = 'Your role does not allow this.'): ConsoleError {
  return new ConsoleError('notAllowed', message);
}

/** The password was given longer ago than the deed allows (SEC-49). */
export function stepUpRequired(): ConsoleError {
  return new ConsoleError('step_up_required', 'Confirm that it is you: enter your password again.');
}

export function wrongPassword(): ConsoleError {
  return new ConsoleError('wrongPassword', 'This is not your password.', {
    fields: { password: 'This is not your password.' },
  });
}

export function lastOwner(): ConsoleError {
  return new ConsoleError(
    'lastOwner',
    'An organisation keeps at least one active Owner. Make somebody else Owner first.',
  );
}

export function alreadyMember(): ConsoleError {
  return new ConsoleError('alreadyMember', 'This person is a member or has been invited already.', {
    fields: { email: 'This person is a member or has been invited already.' },
  });
}

export function invitationInvalid(): ConsoleError {
  return new ConsoleError('invitationInvalid', 'This invitation was used, revoked or has expired. Ask for a new one.');
}

export function wrongCredentials(): ConsoleError {
  return new ConsoleError('wrongCredentials', 'E-mail or password is wrong.');
}

export function tooManyTries(retryAfterSeconds: number): ConsoleError {
  return new ConsoleError('tooManyTries', `Too many tries. Try again in ${retryAfterSeconds} seconds.`, {
    retryAfterSeconds,
  });
}

export function crossSite(): ConsoleError {
  return new ConsoleError('crossSite', "This call did not come from the console's own page.");
}

export function nameTaken(name: string): ConsoleError {
  return new ConsoleError('nameTaken', `An integration named "${name}" exists already.`, {
    fields: { name: 'This name is used by another integration.' },
  });
}

export function confirmationMismatch(): ConsoleError {
  return new ConsoleError('confirmationMismatch', 'The name that you typed is not the name of the integration.', {
    fields: { name: 'Type the name exactly as it is shown.' },
  });
}

export function tooManyTokens(): ConsoleError {
  return new ConsoleError(
    'tooManyTokens',
    'Two tokens are live already. Revoke one of them first, or let the old ones end now.',
  );
}

export function tokenNotLive(): ConsoleError {
  return new ConsoleError('tokenNotLive', 'This token has ended already.');
}

export function setupDone(): ConsoleError {
  return new ConsoleError('setupDone', 'This installation is set up already. Sign in instead.');
}

export function setupLinkInvalid(): ConsoleError {
  return new ConsoleError(
    'setupLinkInvalid',
    'This set-up link is not valid any more. Restart Rollcall: it prints a new one.',
  );
}

export function nameHeld(holder: NameHolder): ConsoleError {
  const thing = holder.type === 'User' ? 'userName' : 'name';
  return new ConsoleError('name_taken', `The ${thing} is used by "${holder.displayName}" meanwhile.`, { holder });
}

export function gone(thing: string): ConsoleError {
  return new ConsoleError('gone', `This ${thing} was deleted more than 30 days ago and cannot be restored any more.`);
}

/** What a person saw before deciding is not true any more. */
export function conflict(message: string): ConsoleError {
  return new ConsoleError('conflict', message);
}

export function unavailable(): ConsoleError {
  return new ConsoleError('unavailable', 'Rollcall cannot reach its database at the moment. Try again shortly.', {
    retryAfterSeconds: 5,
  });
}
