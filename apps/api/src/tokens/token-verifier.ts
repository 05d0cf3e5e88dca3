import { hash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Provider } from '@rollcall/admin-contracts';
import { SecretsConfig } from '../config/secrets.config';
import { ScimDatabase, type Statement } from '../database/scim-database';
import type { ScimCaller, TokenState, TokenStatus } from './scim-caller';
import { isWellFormedToken, TOKEN_PEPPER, tokenDigest } from './token-secret';

const CALLERS_KEPT_MAX = 10_000;
/** Name and provider of an integration may change; another replica's change is seen after so long. */
const CALLER_KEPT_MS = 30_000;

const FIND: Statement = {
  name: 'token_by_digest',
  text: `select tenant_id as "tenantId", integration_id as "integrationId", id as "tokenId", digest,
                integration_name as "integrationName", provider
           from token_by_digest($1)`,
};

const STATUS: Statement = {
  name: 'token_status',
  text: `select case when i.deleted_at is not null then 'deleted'
                     when t.revoked_at is not null then 'revoked'
                     when t.expires_at <= now() then 'expired'
                     when i.paused_until > now() then 'paused'
                     else 'live' end as status,
                t.last_four as "lastFour",
                case when i.deleted_at is not null then i.deleted_at
                     when t.revoked_at is not null then t.revoked_at
                     else t.expires_at end as "endedAt",
                case when i.deleted_at is not null then i.deleted_by else t.revoked_by end as "endedBy"
           from token t join integration i on i.tenant_id = t.tenant_id and i.id = t.integration_id
          where t.tenant_id = $1 and t.integration_id = $2 and t.id = $3`,
};

interface FoundToken {
  readonly tenantId: string;
  readonly integrationId: string;
  readonly tokenId: string;
  readonly digest: Buffer;
  readonly integrationName: string;
  readonly provider: Provider;
}

/**
 * Tells whose token a request carries. What it remembers is whose a token is, never that it is alive: that is asked of the database by
 * each request's own statement, so a revocation holds at once everywhere (SEC-08).
 */
@Injectable()
export class TokenVerifier {
  private readonly pepper: Buffer;
  /** By the plain hash of the secret, which costs a tenth of the kept, peppered one and never leaves the memory. */
  private readonly callers = new Map<string, { readonly caller: ScimCaller; readonly until: number }>();

  constructor(
    private readonly database: ScimDatabase,
    secrets: SecretsConfig,
  ) {
    this.pepper = secrets.key(TOKEN_PEPPER);
  }

  /** Undefined for whatever is no token of ours: malformed, mistyped or never issued. The work is the same (SEC-03). */
  async verify(presented: string): Promise<ScimCaller | undefined> {
    const key = hash('sha256', presented, 'base64');
    const known = this.callers.get(key);
    if (known && known.until > Date.now()) return known.caller;
    const digest = tokenDigest(this.pepper, presented);
    if (!isWellFormedToken(presented)) return undefined;
    const caller = await this.find(digest);
    if (caller) this.remember(key, caller);
    return caller;
  }

  /** May the token do anything at this moment? For requests whose own statements did not ask. */
  async tokenStatus(caller: ScimCaller): Promise<TokenStatus> {
    return (await this.tokenState(caller)).status;
  }

  /** The same, and when it ended and by whom, for the log. */
  async tokenState(caller: ScimCaller): Promise<TokenState> {
    const values = [caller.tenantId, caller.integrationId, caller.tokenId];
    const [state] = await this.database.query<TokenState>(caller, STATUS, values);
    return state ?? { status: 'deleted', lastFour: null, endedAt: null, endedBy: null };
  }

  /** After an integration was renamed or deleted here: its facts are read anew. */
  forget(integrationId: string): void {
    for (const [key, { caller }] of this.callers) if (caller.integrationId === integrationId) this.callers.delete(key);
  }

  private async find(digest: Buffer): Promise<ScimCaller | undefined> {
    const [found] = await this.database.unbound<FoundToken>(FIND, [digest]);
    if (!found || !timingSafeEqual(found.digest, digest)) return undefined;
    const { tenantId, integrationId, tokenId, integrationName, provider } = found;
    return { tenantId, integrationId, tokenId, integrationName, provider };
  }

  private remember(key: string, caller: ScimCaller): void {
    this.callers.delete(key);
    if (this.callers.size >= CALLERS_KEPT_MAX) {
      const [oldest] = this.callers.keys();
      if (oldest !== undefined) this.callers.delete(oldest);
    }
    this.callers.set(key, { caller, until: Date.now() + CALLER_KEPT_MS });
  }
}
