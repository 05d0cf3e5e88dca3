import { Injectable } from '@nestjs/common';
import type {
  CreateIntegrationRequest,
  DeletionPreview,
  GeneratedToken,
  IntegrationSummary,
  IntegrationView,
  UpdateIntegrationRequest,
} from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ActivityLog } from '../activity/activity-log';
import type { Actor } from '../activity/actor';
import { confirmationMismatch } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import { OpenWrites } from '../tokens/open-writes';
import { TokenVerifier } from '../tokens/token-verifier';
import { TokensService } from '../tokens/tokens.service';
import type { IntegrationEntity } from './integration.entity';
import { tidyName } from './integration-name';
import { objectOf, IntegrationViews } from './integration-views';
import {
  IntegrationsRepository,
  restorableUntil,
  unlessNameTaken,
  type IntegrationChange,
} from './integrations.repository';
import { TrafficRepository } from './traffic.repository';

/** Connections between an organisation and its identity providers. */
@Injectable()
export class IntegrationsService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly integrations: IntegrationsRepository,
    private readonly traffic: TrafficRepository,
    private readonly tokens: TokensService,
    private readonly verifier: TokenVerifier,
    private readonly openWrites: OpenWrites,
    private readonly activity: ActivityLog,
    private readonly views: IntegrationViews,
  ) {}

  list(tenantId: string): Promise<IntegrationSummary[]> {
    return this.database.inTenant(tenantId, (em) => this.views.all(em, tenantId));
  }

  get(tenantId: string, integrationId: string): Promise<IntegrationView> {
    return this.database.inTenant(tenantId, (em) => this.views.view(em, { tenantId, integrationId }));
  }

  isNameAvailable(tenantId: string, name: string): Promise<boolean> {
    return this.database.inTenant(tenantId, async (em) => !(await this.integrations.isNameTaken(em, tenantId, name)));
  }

  /** The integration and its first token, in one transaction: both exist or neither (A04). @throws nameTaken */
  create(actor: Actor, request: CreateIntegrationRequest): Promise<GeneratedToken> {
    const name = tidyName(request.name);
    const key = { tenantId: actor.tenantId, integrationId: uuid() };
    return unlessNameTaken(name, () =>
      this.database.inTenant(actor.tenantId, async (em) => {
        await this.integrations.insert(em, {
          tenantId: key.tenantId,
          id: key.integrationId,
          name,
          provider: request.provider,
          createdBy: actor.name,
          createdById: actor.id ?? null,
        });
        const { provider, tokenExpiresAt } = request;
        const generated = await this.tokens.issue(em, actor, key, tokenExpiresAt);
        const ends = tokenExpiresAt === undefined ? {} : { tokenExpiresAt };
        const details = { provider, tokenId: generated.tokenId, ...ends };
        await this.activity.record(em, actor, { action: 'integration.created', object: objectOf(key, name), details });
        return generated;
      }),
    );
  }

  /** A new name or provider; URL, tokens and everything that was pushed stay as they are (A10). @throws nameTaken, notFound */
  async update(actor: Actor, integrationId: string, request: UpdateIntegrationRequest): Promise<IntegrationView> {
    const key = { tenantId: actor.tenantId, integrationId };
    const name = request.name === undefined ? undefined : tidyName(request.name);
    const view = await unlessNameTaken(name ?? '', () =>
      this.database.inTenant(actor.tenantId, async (em) => {
        const row = await this.views.locked(em, key);
        await this.change(em, actor, row, { ...request, ...(name === undefined ? {} : { name }) });
        return this.views.view(em, key);
      }),
    );
    this.verifier.forget(integrationId);
    return view;
  }

  /** What deleting would do, counted (A12). */
  previewDeletion(tenantId: string, integrationId: string): Promise<DeletionPreview> {
    const key = { tenantId, integrationId };
    return this.database.inTenant(tenantId, async (em) => {
      const { userCount, groupCount, liveTokens } = await this.views.facts(em, key);
      return {
        userCount,
        activeUserCount: userCount - (await this.traffic.inactiveUsers(em, key)),
        groupCount,
        membershipCount: await this.traffic.memberships(em, key),
        liveTokenCount: liveTokens,
        restorableUntil: restorableUntil(new Date()).toISOString(),
      };
    });
  }

  /**
   * From the commit on its tokens open nothing, and its users and groups are out of the directory; their rows stay, restorable for 30 days
   * under the same ids (A12). The tokens are revoked, so that restoring opens no door that somebody has forgotten. @throws confirmationMismatch unless `typedName` is the name
   */
  async delete(actor: Actor, integrationId: string, typedName: string): Promise<void> {
    const key = { tenantId: actor.tenantId, integrationId };
    await this.database.inTenant(actor.tenantId, async (em) => {
      const row = await this.views.locked(em, key);
      if (tidyName(typedName) !== row.name) throw confirmationMismatch();
      const { userCount, groupCount } = await this.views.facts(em, key);
      const tokensRevoked = await this.tokens.revokeAll(em, actor, key);
      await this.integrations.markDeleted(em, key, actor.name);
      await this.activity.record(em, actor, {
        action: 'integration.deleted',
        object: objectOf(key, row.name),
        details: { userCount, groupCount, tokensRevoked },
      });
    });
    this.verifier.forget(integrationId);
    await this.openWrites.end(integrationId);
  }

  private async change(em: EntityManager, actor: Actor, row: IntegrationEntity, to: IntegrationChange): Promise<void> {
    const key = { tenantId: row.tenantId, integrationId: row.id };
    await this.integrations.update(em, key, to);
    if (to.name !== undefined && to.name !== row.name) {
      const details = { before: row.name, after: to.name };
      await this.activity.record(em, actor, { action: 'integration.renamed', object: objectOf(key, to.name), details });
    }
    if (to.provider !== undefined && to.provider !== row.provider) {
      const object = objectOf(key, to.name ?? row.name);
      const details = { before: row.provider, after: to.provider };
      await this.activity.record(em, actor, { action: 'integration.providerChanged', object, details });
    }
  }
}
