import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RecordScope } from './restore-outcome';

export interface DeletedRow {
  readonly id: string;
  readonly label: string;
  readonly resource: string;
  readonly version: string;
  readonly createdAt: Date;
  readonly expired: boolean;
}

/** SQL, $1 tenant: is the record of deleted_resource `d` older than records are kept, and held neither by the brake nor by a paused purge? */
export const EXPIRED = `(d.deleted_at <= (select restorable_since($1)) and d.held_by is null)`;

const LOCK = `
  select d.id, d.label, d.resource, d.version::text as version, d.created_at as "createdAt", ${EXPIRED} as expired
    from deleted_resource d
   where d.tenant_id = $1 and d.integration_id = $2 and d.id = any($3::uuid[]) and d.resource_type = $4
   order by d.id for update`;

const WHERE_IS = `
  select d.integration_id as "integrationId", d.label
    from integration i
    join deleted_resource d on d.tenant_id = i.tenant_id and d.integration_id = i.id and d.id = $2 and d.resource_type = $3
   where i.tenant_id = $1 and i.deleted_at is null`;

const DROP = `with dropped as (
    delete from deleted_resource d where d.tenant_id = $1 and d.integration_id = $2 and d.id = any($3::uuid[]) returning 1
  ) select count(*)::int as count from dropped`;

/** What was deleted and may come back. */
@Injectable()
export class DeletedRecordsRepository {
  /** The integration that has the deleted record, if it is not deleted itself. */
  async whereIs(
    em: EntityManager,
    tenantId: string,
    type: 'User' | 'Group',
    id: string,
  ): Promise<{ integrationId: string; label: string } | undefined> {
    return (await em.query<{ integrationId: string; label: string }[]>(WHERE_IS, [tenantId, id, type]))[0];
  }

  /** Nobody else restores them until the transaction ends. */
  lock(em: EntityManager, scope: RecordScope, type: 'User' | 'Group', ids: readonly string[]): Promise<DeletedRow[]> {
    return em.query(LOCK, [scope.tenantId, scope.integrationId, ids, type]);
  }

  async drop(em: EntityManager, scope: RecordScope, ids: readonly string[]): Promise<void> {
    await em.query(DROP, [scope.tenantId, scope.integrationId, ids]);
  }
}
