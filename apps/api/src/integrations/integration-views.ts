import { Injectable } from '@nestjs/common';
import type { IntegrationSummary, IntegrationView } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { notFound } from '../console/console-error';
import { TenantHosts } from '../tenants/tenant-hosts';
import { TokensService } from '../tokens/tokens.service';
import type { IntegrationEntity } from './integration.entity';
import { integrationSummary, integrationView } from './integration.mapper';
import { IntegrationsRepository, type IntegrationKey } from './integrations.repository';
import { TrafficRepository, type TrafficRow } from './traffic.repository';

/** An integration as the console sees it, put together inside the transaction that asks or changes. */
@Injectable()
export class IntegrationViews {
  constructor(
    private readonly integrations: IntegrationsRepository,
    private readonly traffic: TrafficRepository,
    private readonly tokens: TokensService,
    private readonly hosts: TenantHosts,
  ) {}

  async all(em: EntityManager, tenantId: string): Promise<IntegrationSummary[]> {
    const rows = await this.integrations.list(em, tenantId);
    const facts = new Map((await this.traffic.facts(em, tenantId)).map((fact) => [fact.id, fact]));
    const now = new Date();
    return rows.flatMap((row) => {
      const fact = facts.get(row.id);
      return fact ? [integrationSummary(row, fact, now)] : [];
    });
  }

  /** @throws notFound when it is deleted, too */
  async view(em: EntityManager, key: IntegrationKey): Promise<IntegrationView> {
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

  /** @throws notFound when it is deleted, too */
  async facts(em: EntityManager, key: IntegrationKey): Promise<TrafficRow> {
    const [fact] = await this.traffic.facts(em, key.tenantId, key.integrationId);
    if (!fact) throw notFound('integration');
    return fact;
  }

  /** The row, and nobody else changes it until the transaction ends. @throws notFound when it is deleted, too */
  async locked(em: EntityManager, key: IntegrationKey): Promise<IntegrationEntity> {
    const row = await this.integrations.lock(em, key);
    if (!row) throw notFound('integration');
    return row;
  }
}

/** How the activity log names an integration. */
export function objectOf(key: IntegrationKey, name: string): { type: string; id: string; name: string } {
  return { type: 'integration', id: key.integrationId, name };
}
