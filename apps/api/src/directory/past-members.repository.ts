import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { GroupKey } from './group-members.repository';

export interface PastMemberRow {
  readonly id: string;
  readonly isGroup: boolean;
  /** Null when nothing but the id is left. */
  readonly displayName: string | null;
  readonly userName: string | null;
  readonly active: boolean | null;
  readonly isDeleted: boolean;
  readonly sortKey: string;
}

/**
 * $1 tenant, $2 integration, $3 group, $4 the moment: who was in. A member is in when the last change that names them added them and the
 * group was not deleted since. The changes of one membership wait for each other and are numbered as they are written, so their ids are
 * in order; those of transactions need not be.
 */
const INSIDE = `
  emptied as materialized (
    select coalesce(max(e.id), 0) as id from event e
     where e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = $3 and e.kind = 'deleted' and e.at <= $4
  ), inside as materialized (
    select member.id
      from event e cross join lateral unnest(e.member_ids) member (id)
     where e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = $3 and e.kind in ('membersAdded', 'membersRemoved')
       and e.at <= $4 and e.id > (select id from emptied)
     group by member.id
    having max(e.id) filter (where e.kind = 'membersAdded') > coalesce(max(e.id) filter (where e.kind = 'membersRemoved'), 0)
  )`;

const COUNT = `with ${INSIDE} select count(*)::int as count from inside`;

const NAMED = `
  select inside.id, coalesce(n.id is not null or d.resource_type = 'Group', false) as "isGroup",
         coalesce(u.display_name, n.display_name, d.label) as "displayName",
         coalesce(u.user_name, case when d.resource_type = 'User' then d.resource::jsonb ->> 'userName' end) as "userName",
         case when u.id is not null then u.active is distinct from false end as active, d.id is not null as "isDeleted",
         coalesce(u.display_name_key, n.display_name_key, u.user_name_key, lower(d.label), '') as "sortKey"
    from inside
    left join scim_user u on u.tenant_id = $1 and u.integration_id = $2 and u.id = inside.id
    left join scim_group n on n.tenant_id = $1 and n.integration_id = $2 and n.id = inside.id
    left join deleted_resource d on d.tenant_id = $1 and d.integration_id = $2 and d.id = inside.id`;

/** $5 $6 the key and id after which to go on or null, $7 how many. */
const BY_NAME = `
  with ${INSIDE}
  select * from (${NAMED}) member
   where $6::uuid is null or ("sortKey" collate "C", id) > ($5::text, $6::uuid)
   order by "sortKey" collate "C", id limit $7`;

/** $5 the id after which to go on or null, $6 how many: names are looked up for the page alone. */
const BY_ID = `
  with ${INSIDE},
  page as (select id from inside where $5::uuid is null or id > $5::uuid order by id limit $6)
  select * from (${NAMED.replace('from inside', 'from page inside')}) member order by id`;

/** Who was in a group at an earlier moment, from the changes since the group was made. */
@Injectable()
export class PastMembersRepository {
  async count(em: EntityManager, key: GroupKey, at: Date): Promise<number> {
    const [row] = await em.query<{ count: number }[]>(COUNT, [...valuesOf(key), at]);
    return row?.count ?? 0;
  }

  /** `isLarge`: in the order in which members were made, so that not all of them have to be sorted by name. */
  page(
    em: EntityManager,
    key: GroupKey,
    at: Date,
    wish: { readonly isLarge: boolean; readonly limit: number; readonly after?: { key: string; id: string } },
  ): Promise<PastMemberRow[]> {
    const { isLarge, limit, after } = wish;
    const place = isLarge ? [after?.id ?? null] : [after?.key ?? null, after?.id ?? null];
    return em.query<PastMemberRow[]>(isLarge ? BY_ID : BY_NAME, [...valuesOf(key), at, ...place, limit]);
  }
}

function valuesOf({ tenantId, integrationId, groupId }: GroupKey): string[] {
  return [tenantId, integrationId, groupId];
}
