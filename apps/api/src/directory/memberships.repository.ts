import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MembershipEvent } from './membership-story';

/** Beyond it the oldest changes of a person's memberships are not told. */
const EVENTS_MAX = 5_000;

export interface PersonKey {
  readonly tenantId: string;
  readonly integrationId: string;
  readonly userId: string;
}

/** $1 tenant, $2 integration, $3 user: changes of groups that name the person, and deletions of these groups, in the order of the log. */
const EVENTS = `
  with own as materialized (select * from membership_events($2, $3, ${EVENTS_MAX}))
  select id::text as id, at, kind, resource_id as "groupId", request_id as "requestId" from (
    select id, at, kind, resource_id, request_id, xid from own
    union all
    select e.id, e.at, e.kind, e.resource_id, e.request_id, e.xid
      from (select distinct resource_id from own) g
      join event e on e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = g.resource_id and e.kind = 'deleted'
  ) story order by xid, story.id`;

/** $1 tenant, $2 integration, $3 groups: their names, also of those deleted within 30 days. */
const NAMES = `
  select g.id, g.display_name as "displayName" from scim_group g
   where g.tenant_id = $1 and g.integration_id = $2 and g.id = any($3::uuid[])
  union all
  select d.id, d.label from deleted_resource d
   where d.tenant_id = $1 and d.integration_id = $2 and d.id = any($3::uuid[])`;

/** How a person came into groups and left them (C03). */
@Injectable()
export class MembershipsRepository {
  events(em: EntityManager, { tenantId, integrationId, userId }: PersonKey): Promise<MembershipEvent[]> {
    return em.query<MembershipEvent[]>(EVENTS, [tenantId, integrationId, userId]);
  }

  async groupNames(
    em: EntityManager,
    { tenantId, integrationId }: Omit<PersonKey, 'userId'>,
    groupIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (groupIds.length === 0) return new Map();
    const rows = await em.query<{ id: string; displayName: string }[]>(NAMES, [tenantId, integrationId, groupIds]);
    return new Map(rows.map(({ id, displayName }) => [id, displayName]));
  }
}
