/** Every error of the console's API has this body; `fields` names the inputs that are wrong and why. */
export interface ConsoleErrorBody {
  readonly code: ConsoleErrorCode;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** With `name_taken`: who has the name that a record needs to come back. */
  readonly holder?: NameHolder;
  readonly requestId: string;
}

export interface NameHolder {
  readonly type: 'User' | 'Group';
  readonly id: string;
  readonly displayName: string;
}

export const CONSOLE_ERROR_CODES = [
  'badRequest',
  'signedOut',
  'wrongCredentials',
  'tooManyTries',
  'notAllowed',
  'notFound',
  'nameTaken',
  'confirmationMismatch',
  'tooManyTokens',
  'tokenNotLive',
  'setupDone',
  'setupLinkInvalid',
  'crossSite',
  'step_up_required',
  'wrongPassword',
  'lastOwner',
  'alreadyMember',
  'invitationInvalid',
  'name_taken',
  'gone',
  'conflict',
  'unavailable',
  'internal',
] as const;
export type ConsoleErrorCode = (typeof CONSOLE_ERROR_CODES)[number];
