import { Injectable } from '@nestjs/common';
import { RESTORABLE_DAYS } from '@rollcall/admin-contracts';
import { IsNull, Raw, type EntityManager } from 'typeorm';
import { nameTaken } from '../console/console-error';
import { constraintOf } from '../database/constraint-errors';
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

const RESTORABLE_MS = RESTORABLE_DAYS * 24 * 3_600_000;

/** Until when what is deleted at `at` can come back. */
export function restorableUntil(at: Date): Date {
  return new Date(at.getTime() + RESTORABLE_MS);
}

/** Two people who choose one name at the same moment are told apart by the unique index. @throws nameTaken */
export async function unlessNameTaken<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (constraintOf(error) === 'integration_name_key') throw nameTaken(name);
    throw error;
  }
}

/** Rows of integrations that are not deleted, unless a method says so; the unique index on the name decides who has it. */
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
      { deletedAt: () => 'now()', deletedBy: by, pausedUntil: null, pausedSince: null, pausedBy: null },
    );
  }

  /** Ends so many hours from now; begins now unless it is paused already. Answers the end. */
  async pause(em: EntityManager, key: IntegrationKey, hours: number, by: string): Promise<Date> {
    const [rows] = await em.query<[{ until: Date }[]]>(
      `update integration
          set paused_since = case when paused_until > now() then coalesce(paused_since, now()) else now() end,
              paused_until = now() + make_interval(hours => $3), paused_by = $4
        where tenant_id = $1 and id = $2 returning paused_until as until`,
      [key.tenantId, key.integrationId, hours, by],
    );
    return rows[0]?.until ?? new Date();
  }

  async resume(em: EntityManager, key: IntegrationKey): Promise<void> {
    const { tenantId, integrationId: id } = key;
    await em.update(IntegrationEntity, { tenantId, id }, { pausedUntil: null, pausedSince: null, pausedBy: null });
  }

  /** Deleted, and not so long ago that they are about to be purged; the latest first. */
  listRestorable(em: EntityManager, tenantId: string): Promise<IntegrationEntity[]> {
    return em.find(IntegrationEntity, {
      where: { tenantId, ...restorable(tenantId) },
      order: { deletedAt: 'DESC', id: 'ASC' },
    });
  }

  lockRestorable(em: EntityManager, key: IntegrationKey): Promise<IntegrationEntity | null> {
    return em.findOne(IntegrationEntity, {
      where: { tenantId: key.tenantId, id: key.integrationId, ...restorable(key.tenantId) },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async restore(em: EntityManager, key: IntegrationKey, name: string): Promise<void> {
    await em.update(
      IntegrationEntity,
      { tenantId: key.tenantId, id: key.integrationId },
      { name, nameKey: nameKey(name), deletedAt: null, deletedBy: null },
    );
  }
}

/** Deleted so lately that it can come back, or kept by a paused purge, and still whole. */
function restorable(tenantId: string) {
  const deletedAt = Raw((column) => `${column} > (select restorable_since(:tenantId))`, { tenantId });
  return { deletedAt, purgeBeganAt: IsNull() };
}
