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
import { confirmationMismatch, nameTaken, notFound } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import { constraintOf } from '../database/constraint-errors';
import { TenantHosts } from '../tenants/tenant-hosts';
import { TokenVerifier } from '../tokens/token-verifier';
import { TokensService } from '../tokens/tokens.service';
import type { IntegrationEntity } from './integration.entity';
import { tidyName } from './integration-name';
import { integrationSummary, integrationView } from './integration.mapper';
import { IntegrationsRepository, type IntegrationChange, type IntegrationKey } from './integrations.repository';
import { TrafficRepository, type TrafficRow } from './traffic.repository';

const RESTORABLE_MS = 30 * 24 * 3_600_000;

/** Connections between an organisation and its identity providers. */
@Injectable()
export class IntegrationsService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly integrations: IntegrationsRepository,
    private readonly traffic: TrafficRepository,
    private readonly tokens: TokensService,
    private readonly verifier: TokenVerifier,
    private readonly activity: ActivityLog,
    private readonly hosts: TenantHosts,
  ) {}

  list(tenantId: string): Promise<IntegrationSummary[]> {
    return this.database.inTenant(tenantId, async (em) => {
      const rows = await this.integrations.list(em, tenantId);
      const facts = new Map((await this.traffic.facts(em, tenantId)).map((fact) => [fact.id, fact]));
      const now = new Date();
      return rows.flatMap((row) => {
        const fact = facts.get(row.id);
        return fact ? [integrationSummary(row, fact, now)] : [];
      });
    });
  }

  get(tenantId: string, integrationId: string): Promise<IntegrationView> {
    return this.database.inTenant(tenantId, (em) => this.view(em, { tenantId, integrationId }));
  }

  isNameAvailable(tenantId: string, name: string): Promise<boolean> {
    return this.database.inTenant(tenantId, async (em) => !(await this.integrations.isNameTaken(em, tenantId, name)));
  }

  /** The integration and its first token, in one transaction: both exist or neither (A04). @throws nameTaken */
  create(actor: Actor, request: CreateIntegrationRequest): Promise<GeneratedToken> {
    const name = tidyName(request.name);
    const key = { tenantId: actor.tenantId, integrationId: uuid() };
    return this.named(name, () =>
      this.database.inTenant(actor.tenantId, async (em) => {
        await this.integrations.insert(em, {
          tenantId: key.tenantId,
          id: key.integrationId,
          name,
          provider: request.provider,
          createdBy: actor.name,
          createdById: actor.id ?? null,
        });
        const generated = await this.tokens.issue(em, actor, key);
        const details = { provider: request.provider, tokenId: generated.tokenId };
        await this.activity.record(em, actor, { action: 'integration.created', object: objectOf(key, name), details });
        return generated;
      }),
    );
  }

  /** A new name or provider; URL, tokens and everything that was pushed stay as they are (A10). @throws nameTaken, notFound */
  async update(actor: Actor, integrationId: string, request: UpdateIntegrationRequest): Promise<IntegrationView> {
    const key = { tenantId: actor.tenantId, integrationId };
    const name = request.name === undefined ? undefined : tidyName(request.name);
    const view = await this.named(name ?? '', () =>
      this.database.inTenant(actor.tenantId, async (em) => {
        const row = await this.locked(em, key);
        await this.change(em, actor, row, { ...request, ...(name === undefined ? {} : { name }) });
        return this.view(em, key);
      }),
    );
    this.verifier.forget(integrationId);
    return view;
  }

  /** What deleting would do, counted (A12). */
  previewDeletion(tenantId: string, integrationId: string): Promise<DeletionPreview> {
    const key = { tenantId, integrationId };
    return this.database.inTenant(tenantId, async (em) => {
      const { userCount, groupCount, liveTokens } = await this.facts(em, key);
      return {
        userCount,
        activeUserCount: userCount - (await this.traffic.inactiveUsers(em, key)),
        groupCount,
        liveTokenCount: liveTokens,
        restorableUntil: new Date(Date.now() + RESTORABLE_MS).toISOString(),
      };
    });
  }

  /**
   * From the commit on its tokens open nothing, and its users and groups are out of the directory; their rows stay, restorable for 30 days
   * under the same ids (A12). @throws confirmationMismatch unless `typedName` is the name
   */
  async delete(actor: Actor, integrationId: string, typedName: string): Promise<void> {
    const key = { tenantId: actor.tenantId, integrationId };
    await this.database.inTenant(actor.tenantId, async (em) => {
      const row = await this.locked(em, key);
      if (tidyName(typedName) !== row.name) throw confirmationMismatch();
      const { userCount, groupCount } = await this.facts(em, key);
      await this.integrations.markDeleted(em, key, actor.name);
      await this.activity.record(em, actor, {
        action: 'integration.deleted',
        object: objectOf(key, row.name),
        details: { userCount, groupCount },
      });
    });
    this.verifier.forget(integrationId);
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

  private async view(em: EntityManager, key: IntegrationKey): Promise<IntegrationView> {
    const row = await this.integrations.find(em, key);
    if (!row) throw notFound('integration');
    const details = {
      scimUrls: this.hosts.scimUrls(key.tenantId),
      inactiveUsers: await this.traffic.inactiveUsers(em, key),
      tokens: await this.tokens.views(em, key),
      lastRequest: await this.traffic.lastRequest(em, key),
      lastError: await this.traffic.lastError(em, key),
      checklist: await this.traffic.checklist(em, key),
      hours: await this.traffic.hours(em, key),
    };
    return integrationView(row, await this.facts(em, key), details, new Date());
  }

  private async facts(em: EntityManager, key: IntegrationKey): Promise<TrafficRow> {
    const [fact] = await this.traffic.facts(em, key.tenantId, key.integrationId);
    if (!fact) throw notFound('integration');
    return fact;
  }

  private async locked(em: EntityManager, key: IntegrationKey): Promise<IntegrationEntity> {
    const row = await this.integrations.lock(em, key);
    if (!row) throw notFound('integration');
    return row;
  }

  /** Two people who choose one name at the same moment are told apart by the unique index. */
  private async named<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (constraintOf(error) === 'integration_name_key') throw nameTaken(name);
      throw error;
    }
  }
}

function objectOf(key: IntegrationKey, name: string): { type: string; id: string; name: string } {
  return { type: 'integration', id: key.integrationId, name };
}
