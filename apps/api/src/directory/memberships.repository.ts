import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LogPosition, TimeLineWish } from './history.repository';
import type { MembershipEvent } from './membership-story';

/** Beyond it the oldest changes of a person's memberships are not told. */
const EVENTS_MAX = 20_000;

export interface PersonKey {
  readonly tenantId: string;
  readonly integrationId: string;
  readonly userId: string;
}

/** One step of a person through groups. */
export interface MembershipStep extends LogPosition {
  readonly at: Date;
  readonly step: 'joined' | 'left' | 'groupDeleted';
  readonly groupId: string;
  readonly requestId: string | null;
}

/**
 * $1 tenant, $2 integration, $3 user: changes of groups that name the person, and deletions of these groups, in the order of their numbers:
 * of one membership that is the order in which they happened (docs/decisions/0004).
 */
const EVENTS = `
  with own as materialized (select * from membership_events($2, $3, ${EVENTS_MAX}))
  select at, kind, resource_id as "groupId" from (
    select id, at, kind, resource_id from own
    union all
    select e.id, e.at, e.kind, e.resource_id
      from (select distinct resource_id from own) g
      join event e on e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = g.resource_id and e.kind = 'deleted'
  ) story order by story.id`;

/**
 * $1 tenant, $2 integration, $3 user, $4 $5 the place before which to look or null, $6 how many: newest first. A stay in a group lasts
 * until the next change that names the person there; where the group was deleted meanwhile, that is what ended it.
 */
export const STEPS = `
  with own as materialized (select * from membership_events($2, $3, ${EVENTS_MAX})),
  stays as (
    select own.*, lead(id) over (partition by resource_id order by id) as next_id from own
  ), steps as (
    select xid, id, at, case kind when 'membersAdded' then 'joined' else 'left' end as step, resource_id, request_id from own
    union all
    select gone.xid, gone.id, gone.at, 'groupDeleted', s.resource_id, gone.request_id
      from stays s cross join lateral (
        select e.xid, e.id, e.at, e.request_id from event e
         where e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = s.resource_id and e.kind = 'deleted'
           and e.id > s.id and (s.next_id is null or e.id < s.next_id)
         order by e.id limit 1
      ) gone
     where s.kind = 'membersAdded'
  )
  select xid::text as xid, id::text as id, at, step, resource_id as "groupId", request_id as "requestId"
    from steps
   where $4::text is null or (xid, id) < ($4::xid8, $5::bigint)
   order by steps.xid desc, steps.id desc
   limit $6`;

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

  steps(em: EntityManager, person: PersonKey, { before, limit }: TimeLineWish): Promise<MembershipStep[]> {
    const { tenantId, integrationId, userId } = person;
    const values = [tenantId, integrationId, userId, before?.xid ?? null, before?.id ?? null, limit];
    return em.query<MembershipStep[]>(STEPS, values);
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
