import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { IntegrationEntity } from './integration.entity';
import { nameKey } from './integration-name';

export interface IntegrationKey {
  readonly tenantId: string;
  readonly integrationId: string;
}

export type NewIntegration = Pick<
  IntegrationEntity,
  'tenantId' | 'id' | 'name' | 'provider' | 'createdBy' | 'createdById'
>;
export type IntegrationChange = Partial<Pick<IntegrationEntity, 'name' | 'provider'>>;

/** Rows of integrations that are not deleted; the unique index on the name decides who has it. */
@Injectable()
export class IntegrationsRepository {
  find(em: EntityManager, key: IntegrationKey): Promise<IntegrationEntity | null> {
    return em.findOneBy(IntegrationEntity, { tenantId: key.tenantId, id: key.integrationId, deletedAt: IsNull() });
  }

  /** The row, and nobody else changes it until the transaction ends. */
  lock(em: EntityManager, key: IntegrationKey): Promise<IntegrationEntity | null> {
    return em.findOne(IntegrationEntity, {
      where: { tenantId: key.tenantId, id: key.integrationId, deletedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  list(em: EntityManager, tenantId: string): Promise<IntegrationEntity[]> {
    return em.find(IntegrationEntity, {
      where: { tenantId, deletedAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  isNameTaken(em: EntityManager, tenantId: string, name: string): Promise<boolean> {
    return em.existsBy(IntegrationEntity, { tenantId, nameKey: nameKey(name), deletedAt: IsNull() });
  }

  async insert(em: EntityManager, integration: NewIntegration): Promise<void> {
    await em.insert(IntegrationEntity, { ...integration, nameKey: nameKey(integration.name) });
  }

  async update(em: EntityManager, key: IntegrationKey, change: IntegrationChange): Promise<void> {
    const named = change.name === undefined ? {} : { nameKey: nameKey(change.name) };
    await em.update(IntegrationEntity, { tenantId: key.tenantId, id: key.integrationId }, { ...change, ...named });
  }

  async markDeleted(em: EntityManager, key: IntegrationKey, by: string): Promise<void> {
    await em.update(
      IntegrationEntity,
      { tenantId: key.tenantId, id: key.integrationId },
      { deletedAt: () => 'now()', deletedBy: by },
    );
  }
}
