import { Injectable } from '@nestjs/common';
import type { ChangeView } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { changeSentence, type ChangeFacts } from './change-sentence';

const CHANGES_SHOWN = 100;
const NAMES_SHOWN = 3;

interface EventRow extends ChangeFacts {
  readonly id: string;
  readonly at: Date;
  readonly requestId: string | null;
}

/** $1 tenant, $2 integration, $3 resource: its newest changes by the log's own order. */
const HISTORY = `
  select e.id::text as id, e.at, e.kind, e.resource_type as "resourceType", e.request_id as "requestId", e.data,
         coalesce(cardinality(e.member_ids), 0) as "memberCount",
         array(
           select coalesce(u.display_name, g.display_name)
             from unnest(e.member_ids[1:${NAMES_SHOWN}]) member (id)
             left join scim_user u on u.tenant_id = e.tenant_id and u.integration_id = e.integration_id and u.id = member.id
             left join scim_group g on g.tenant_id = e.tenant_id and g.integration_id = e.integration_id and g.id = member.id
            where u.id is not null or g.id is not null
         ) as "memberNames"
    from event e
   where e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = $3
   order by e.xid desc, e.id desc
   limit ${CHANGES_SHOWN}`;

/** What happened to one person or group, newest first. */
@Injectable()
export class HistoryRepository {
  async of(
    em: EntityManager,
    { tenantId, integrationId, resourceId }: { tenantId: string; integrationId: string; resourceId: string },
  ): Promise<ChangeView[]> {
    const rows = await em.query<EventRow[]>(HISTORY, [tenantId, integrationId, resourceId]);
    return rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      kind: row.kind,
      summary: changeSentence(row),
      ...(row.requestId === null ? {} : { requestId: row.requestId }),
    }));
  }
}
