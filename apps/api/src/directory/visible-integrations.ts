import type { EntityManager } from 'typeorm';
import { resourceTotal } from '../database/resource-total';

/** An integration whose people and groups are in the directory: one that is not deleted. */
export interface VisibleIntegration {
  readonly id: string;
  readonly name: string;
  /** Exact, without a scan: counted before, plus arrivals less departures since (docs/decisions/0002). */
  readonly userCount: number;
  readonly groupCount: number;
}

const countOf = (type: 'User' | 'Group') => resourceTotal('i.tenant_id', 'i.id', type);

/** $1 tenant, $2 one integration or null for all. */
const VISIBLE = `
  select i.id, i.name, ${countOf('User')} as "userCount", ${countOf('Group')} as "groupCount"
    from integration i
   where i.tenant_id = $1 and i.deleted_at is null and ($2::uuid is null or i.id = $2)
   order by i.created_at, i.id`;

export function visibleIntegrations(
  em: EntityManager,
  tenantId: string,
  integrationId?: string,
): Promise<VisibleIntegration[]> {
  return em.query<VisibleIntegration[]>(VISIBLE, [tenantId, integrationId ?? null]);
}
