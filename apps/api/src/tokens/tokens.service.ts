import { Injectable } from '@nestjs/common';
import type { GeneratedToken, RotateTokenRequest, RotationOverlap, TokenView } from '@rollcall/admin-contracts';
import { assertNever } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ActivityLog } from '../activity/activity-log';
import type { Actor } from '../activity/actor';
import { SecretsConfig } from '../config/secrets.config';
import { notFound, tokenNotLive, tooManyTokens } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import { TenantHosts } from '../tenants/tenant-hosts';
import { OpenWrites } from './open-writes';
import { RevocationBrake } from './revocation-brake';
import { generateTokenSecret, TOKEN_PEPPER, tokenDigest } from './token-secret';
import { tokenState, tokenView, type TokenRow } from './token.mapper';
import { TokensRepository, type IntegrationKey } from './tokens.repository';

/** So many tokens of one integration may be live at the same time (SEC-07). */
export const LIVE_TOKENS_MAX = 2;

const HOUR_SECONDS = 3_600;

@Injectable()
export class TokensService {
  private readonly pepper: Buffer;

  constructor(
    private readonly database: ConsoleDatabase,
    private readonly tokens: TokensRepository,
    private readonly activity: ActivityLog,
    private readonly hosts: TenantHosts,
    private readonly openWrites: OpenWrites,
    private readonly brake: RevocationBrake,
    secrets: SecretsConfig,
  ) {
    this.pepper = secrets.key(TOKEN_PEPPER);
  }

  /** Every token that the integration ever had, newest first; none of them with its secret. */
  list(actor: Actor, integrationId: string): Promise<TokenView[]> {
    const key = { tenantId: actor.tenantId, integrationId };
    return this.database.inTenant(actor.tenantId, async (em) => {
      await this.lock(em, key);
      return this.views(em, key);
    });
  }

  /** The same inside a transaction that knows the integration already. */
  async views(em: EntityManager, key: IntegrationKey): Promise<TokenView[]> {
    const now = new Date();
    return (await this.tokens.list(em, key)).map((row) => tokenView(row, now));
  }

  async countLive(em: EntityManager, key: IntegrationKey): Promise<number> {
    return (await this.tokens.liveIds(em, key)).length;
  }

  /** A further token beside those that are live; at most two of them (SEC-07). The answer alone carries the secret. `expiresAt`: ISO 8601. */
  generate(actor: Actor, integrationId: string, expiresAt?: string): Promise<GeneratedToken> {
    return this.database.inTenant(actor.tenantId, async (em) => {
      const key = { tenantId: actor.tenantId, integrationId };
      const name = await this.lock(em, key);
      if ((await this.countLive(em, key)) >= LIVE_TOKENS_MAX) throw tooManyTokens();
      const generated = await this.issue(em, actor, key, expiresAt);
      const details = expiresAt === undefined ? {} : { expiresAt };
      await this.log(em, actor, 'token.generated', key, name, generated.tokenId, details);
      return generated;
    });
  }

  /** A new token; the old ones die when the admin says (A11). "now" also is the answer to a leak: they are revoked with the same commit. */
  async rotate(
    actor: Actor,
    integrationId: string,
    { overlap, expiresAt }: RotateTokenRequest,
  ): Promise<GeneratedToken> {
    const generated = await this.database.inTenant(actor.tenantId, async (em) => {
      const key = { tenantId: actor.tenantId, integrationId };
      const name = await this.lock(em, key);
      await this.endOld(em, actor, key, overlap);
      const generated = await this.issue(em, actor, key, expiresAt);
      const details = { overlap, ...(expiresAt === undefined ? {} : { expiresAt }) };
      await this.log(em, actor, 'token.rotated', key, name, generated.tokenId, details);
      return generated;
    });
    if (overlap === 'now') await this.openWrites.end(integrationId);
    return generated;
  }

  /**
   * Nothing is taken any more from the commit on, on every replica, and nothing that was under way is committed once this resolves (SEC-08).
   * @throws notFound, tokenNotLive, notAllowed for a supporter who has revoked many lately
   */
  async revoke(actor: Actor, integrationId: string, tokenId: string): Promise<TokenView> {
    const view = await this.database.inTenant(actor.tenantId, async (em) => {
      const key = { tenantId: actor.tenantId, integrationId };
      await this.brake.refuseTooMany(em, actor);
      const name = await this.lock(em, key);
      const revoked = await this.tokens.revoke(em, key, [tokenId], actor.name);
      const [row] = await this.tokens.list(em, key, tokenId);
      if (!row) throw notFound('token');
      if (revoked === 0) throw tokenNotLive();
      await this.log(em, actor, 'token.revoked', key, name, tokenId, { lastFour: row.lastFour });
      return tokenView(row, new Date());
    });
    await this.openWrites.end(integrationId);
    return view;
  }

  /** Another end for a live token, or none (SEC-06). One that is over stays so. @throws notFound, tokenNotLive */
  setEnd(actor: Actor, integrationId: string, tokenId: string, expiresAt: string | null): Promise<TokenView> {
    return this.database.inTenant(actor.tenantId, async (em) => {
      const key = { tenantId: actor.tenantId, integrationId };
      const name = await this.lock(em, key);
      const [before] = await this.tokens.list(em, key, tokenId);
      if (!before) throw notFound('token');
      const end = expiresAt === null ? null : new Date(expiresAt);
      if (isLive(before) && before.expiresAt?.getTime() === end?.getTime()) return tokenView(before, new Date());
      if (!(await this.tokens.setEnd(em, key, tokenId, end))) throw tokenNotLive();
      await this.log(em, actor, 'token.endChanged', key, name, tokenId, {
        lastFour: before.lastFour,
        before: before.expiresAt?.toISOString() ?? null,
        after: end?.toISOString() ?? null,
      });
      return tokenView({ ...before, expiresAt: end }, new Date());
    });
  }

  /** Revokes what is live in the transaction that deletes the integration; says how many there were. `OpenWrites` ends what is under way. */
  async revokeAll(em: EntityManager, actor: Actor, key: IntegrationKey): Promise<number> {
    return this.tokens.revoke(em, key, await this.tokens.liveIds(em, key), actor.name);
  }

  /** Issues a token in the transaction that makes the integration, or that rotates; without `expiresAt` (ISO 8601) it has no end. */
  async issue(em: EntityManager, actor: Actor, key: IntegrationKey, expiresAt?: string): Promise<GeneratedToken> {
    const secret = generateTokenSecret();
    const tokenId = uuid();
    await this.tokens.insert(em, {
      ...key,
      id: tokenId,
      publicId: secret.publicId,
      digest: tokenDigest(this.pepper, secret.token),
      lastFour: secret.lastFour,
      createdBy: actor.name,
      createdById: actor.id ?? null,
      expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
    });
    const scimUrl = this.hosts.scimUrl(key.tenantId);
    return { integrationId: key.integrationId, scimUrl, token: secret.token, tokenId };
  }

  private async endOld(em: EntityManager, actor: Actor, key: IntegrationKey, overlap: RotationOverlap): Promise<void> {
    const live = await this.tokens.liveIds(em, key);
    if (live.length === 0) return;
    if (overlap === 'now') {
      await this.tokens.revoke(em, key, live, actor.name);
      return;
    }
    if (live.length >= LIVE_TOKENS_MAX) throw tooManyTokens();
    await this.tokens.endIn(em, key, live, overlapSeconds(overlap));
  }

  private async lock(em: EntityManager, key: IntegrationKey): Promise<string> {
    const name = await this.tokens.lockIntegration(em, key);
    if (name === undefined) throw notFound('integration');
    return name;
  }

  private log(
    em: EntityManager,
    actor: Actor,
    action: 'token.generated' | 'token.rotated' | 'token.revoked' | 'token.endChanged',
    key: IntegrationKey,
    integrationName: string,
    tokenId: string,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    return this.activity.record(em, actor, {
      action,
      object: { type: 'integration', id: key.integrationId, name: integrationName },
      details: { tokenId, ...details },
    });
  }
}

function isLive(row: TokenRow): boolean {
  return ['live', 'ending'].includes(tokenState(row, new Date()));
}

function overlapSeconds(overlap: Exclude<RotationOverlap, 'now'>): number {
  switch (overlap) {
    case '1h':
      return HOUR_SECONDS;
    case '24h':
      return 24 * HOUR_SECONDS;
    case '7d':
      return 7 * 24 * HOUR_SECONDS;
    default:
      return assertNever(overlap);
  }
}
