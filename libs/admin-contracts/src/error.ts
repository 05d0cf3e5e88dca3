/** Every error of the console's API has this body; `fields` names the inputs that are wrong and why. */
export interface ConsoleErrorBody {
  readonly code: ConsoleErrorCode;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly requestId: string;
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
  'conflict',
  'unavailable',
  'internal',
] as const;
export type ConsoleErrorCode = (typeof CONSOLE_ERROR_CODES)[number];
