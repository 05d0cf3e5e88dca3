/** Roles of console people, from most to least powerful (product.md A30). */
export const ROLES = ['owner', 'admin', 'support', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export const PERSON_NAME_MAX = 100;
export const EMAIL_MAX = 254;
export const TENANT_NAME_MAX = 60;
/** SEC-45: without a second factor a password has at least 15 characters. */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 256;

/** GET /api/console/setup: does this installation still wait for its first organisation? */
export interface SetupState {
  readonly needed: boolean;
}

/** POST /api/console/setup with the one-time token of the printed link. Answers a SessionView and the session cookie. */
export interface SetupRequest {
  readonly setupToken: string;
  readonly tenantName: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** POST /api/console/session. 401 `wrongCredentials`, 429 `tooManyTries`. */
export interface SignInRequest {
  readonly email: string;
  readonly password: string;
}

/** So long after the password was given are sensitive deeds done without asking for it again (SEC-49). */
export const RECENT_SIGN_IN_SECONDS = 600;

/** POST /api/console/session/confirm: gives the session a new id and counts as a sign-in. 400 `wrongPassword`, 429 `tooManyTries`. */
export interface ConfirmRequest {
  readonly password: string;
}

/** GET /api/console/session (401 when signed out), and the answer of sign-in and set-up. DELETE signs out. */
export interface SessionView {
  readonly member: { readonly id: string; readonly name: string; readonly email: string; readonly role: Role };
  readonly tenant: { readonly id: string; readonly name: string; readonly slug: string };
}
