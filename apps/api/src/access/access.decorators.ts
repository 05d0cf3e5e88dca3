import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Role } from '@rollcall/admin-contracts';

/** Who may call a route. A route that does not say is refused when the server starts (SEC-15). */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'scim' }
  | { readonly kind: 'console'; readonly roles: readonly Role[] };

export const ACCESS = 'rollcall:access';

/** Anybody may call it: nothing here may depend on who asks. */
export const Public = (): CustomDecorator => access({ kind: 'public' });

/** A bearer token of an integration opens it; the guard stands beside this mark. */
export const ScimAuth = (): CustomDecorator => access({ kind: 'scim' });

/** A signed-in person of the console with one of the roles opens it; without roles, any signed-in person. */
export const ConsoleAuth = (...roles: Role[]): CustomDecorator => access({ kind: 'console', roles });

export const RECENT_SIGN_IN = 'rollcall:recent-sign-in';

/**
 * Beside ConsoleAuth: a session whose password was given longer than RECENT_SIGN_IN_SECONDS ago is answered 403 `step_up_required` (SEC-49).
 * For deeds that a stolen session must not do: secrets, deletions, exports, the rights of others.
 */
export const NeedsRecentSignIn = (): CustomDecorator => SetMetadata(RECENT_SIGN_IN, true);

function access(value: Access): CustomDecorator {
  return SetMetadata(ACCESS, value);
}
