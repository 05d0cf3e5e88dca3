import type { ScimCaller } from '../../tokens/scim-caller';

/**
 * The token's last check, inside the statement that does the work: a revoked, expired or paused one reads and writes nothing, on every
 * replica, from the moment the revocation is committed. $1 tenant, $2 integration, $3 token; own parameters start at $4.
 */
export const LIVE_TOKEN = `live as materialized (
  select 1 as ok
    from token t
    join integration i on i.tenant_id = t.tenant_id and i.id = t.integration_id
   where t.tenant_id = $1 and t.integration_id = $2 and t.id = $3
     and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
     and i.deleted_at is null and (i.paused_until is null or i.paused_until <= now())
)`;

/** The values of $1 to $3, then the statement's own. */
export function asCaller(caller: ScimCaller, ...values: unknown[]): unknown[] {
  return [caller.tenantId, caller.integrationId, caller.tokenId, ...values];
}
