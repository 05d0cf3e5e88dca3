import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AttributeChange } from '../scim/wire/exchange';

const WHERE_IS = `
  select u.integration_id as "integrationId", u.display_name as label, u.active
    from integration i
    join scim_user u on u.tenant_id = i.tenant_id and u.integration_id = i.id and u.id = $2
   where i.tenant_id = $1 and i.deleted_at is null`;

/** The newest event that turned the person off. */
const NEWEST = `
  select e.data from event e
   where e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = $3 and e.kind = 'updated'
     and e.data @> '[{"path": "active", "after": false}]'
   order by e.xid desc, e.id desc limit 1`;

/** People who are there, and how they came to be turned off. */
@Injectable()
export class DeactivationsRepository {
  async whereIs(
    em: EntityManager,
    tenantId: string,
    userId: string,
  ): Promise<{ integrationId: string; label: string; active: boolean | null } | undefined> {
    const rows = await em.query<{ integrationId: string; label: string; active: boolean | null }[]>(WHERE_IS, [
      tenantId,
      userId,
    ]);
    return rows[0];
  }

  /** What turned the person off; who came as inactive was never turned off, and is turned on. */
  async newest(
    em: EntityManager,
    { tenantId, integrationId, userId }: { tenantId: string; integrationId: string; userId: string },
  ): Promise<AttributeChange> {
    const [event] = await em.query<{ data: AttributeChange[] }[]>(NEWEST, [tenantId, integrationId, userId]);
    return event?.data.find(({ path }) => path === 'active') ?? { path: 'active', before: true, after: false };
  }
}
