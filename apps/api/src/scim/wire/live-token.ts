import type { ScimCaller } from '../../tokens/scim-caller';

/**
 * The token's last check, inside the statement that does the work: a revoked, expired or paused one reads and writes nothing, on every
 * replica, from the moment the revocation is committed. $1 tenant, $2 integration, $3 token; own parameters start at $4. One row is
 * read: the integration's deletion and pause stand on its tokens.
 */
const IS_ALIVE = `t.tenant_id = $1 and t.integration_id = $2 and t.id = $3
     and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
     and not t.integration_deleted and (t.integration_paused_until is null or t.integration_paused_until <= now())`;

/** To select from where nothing else is: one row while the token lives, none afterwards. */
export const LIVE = `(select 1 as ok from token t where ${IS_ALIVE}) live`;

/** The same as a condition. */
export const IS_LIVE = `exists (select from token t where ${IS_ALIVE})`;

/** The same as a common table expression, for statements that ask several times. */
export const LIVE_TOKEN = `live as materialized (select 1 as ok from token t where ${IS_ALIVE})`;

/** The values of $1 to $3, then the statement's own. */
export function asCaller(caller: ScimCaller, ...values: unknown[]): unknown[] {
  return [caller.tenantId, caller.integrationId, caller.tokenId, ...values];
}
