import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ChangeFacts } from './change-sentence';
import type { ResourceKey } from './person-facts.repository';

/** A place in the log of directory changes: its own order is that of transactions, then of changes within one. */
export interface LogPosition {
  readonly xid: string;
  readonly id: string;
}

export interface TimeLineWish {
  readonly before: LogPosition | undefined;
  readonly limit: number;
}

export interface ChangeRow extends ChangeFacts, LogPosition {
  readonly at: Date;
  readonly requestId: string | null;
}

const NAMES_SHOWN = 3;

/**
 * $1 tenant, $2 integration, $3 resource, $4 $5 the place before which to look or null, $6 how many: its changes, newest first. The key
 * of the table is walked backwards from that place.
 */
export const HISTORY = `
  select e.xid::text as xid, e.id::text as id, e.at, e.kind, e.resource_type as "resourceType", e.request_id as "requestId", e.data,
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
     and (e.xid, e.id) < (coalesce($4, '18446744073709551615')::xid8, coalesce($5, '9223372036854775807')::bigint)
   order by e.xid desc, e.id desc
   limit $6`;

/** What happened to one person or group, newest first. */
@Injectable()
export class HistoryRepository {
  page(em: EntityManager, key: ResourceKey, { before, limit }: TimeLineWish): Promise<ChangeRow[]> {
    const { tenantId, integrationId, resourceId } = key;
    const values = [tenantId, integrationId, resourceId, before?.xid ?? null, before?.id ?? null, limit];
    return em.query<ChangeRow[]>(HISTORY, values);
  }
}
