import { Injectable } from '@nestjs/common';
import { foldCase } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { BoundParameters } from './bound-parameters';

export interface GroupKey {
  readonly tenantId: string;
  readonly integrationId: string;
  readonly groupId: string;
}

export interface MemberRow {
  readonly id: string;
  readonly isGroup: boolean;
  readonly displayName: string;
  readonly userName: string | null;
  readonly active: boolean | null;
  readonly sortKey: string;
}

/** Members with the names of the users and groups that they are. */
const membersOf = (key: GroupKey, bound: BoundParameters): string => `
  select m.member_id as id, m.is_group as "isGroup", coalesce(u.display_name, n.display_name) as "displayName",
         u.user_name as "userName", case when m.is_group then null else u.active is distinct from false end as active,
         coalesce(u.display_name_key, n.display_name_key, u.user_name_key) as "sortKey", u.user_name_key, u.email_key
    from group_member m
    left join scim_user u
      on not m.is_group and u.tenant_id = m.tenant_id and u.integration_id = m.integration_id and u.id = m.member_id
    left join scim_group n
      on m.is_group and n.tenant_id = m.tenant_id and n.integration_id = m.integration_id and n.id = m.member_id
   where m.tenant_id = ${bound.add(key.tenantId)} and m.integration_id = ${bound.add(key.integrationId)}
     and m.group_id = ${bound.add(key.groupId)} and (u.id is not null or n.id is not null)`;

/** Who is in a group. Small groups are read in the order of names, very large ones in the order in which members were made. */
@Injectable()
export class GroupMembersRepository {
  async page(
    em: EntityManager,
    key: GroupKey,
    wish: { search?: string; byName: boolean; after?: { key: string; id: string }; limit: number },
  ): Promise<MemberRow[]> {
    const bound = new BoundParameters();
    const conditions = searchConditions(wish.search, bound);
    const source = membersOf(key, bound);
    if (wish.after) {
      const id = `${bound.add(wish.after.id)}::uuid`;
      conditions.push(
        wish.byName ? `("sortKey", id) > (${bound.add(wish.after.key)}::text collate "C", ${id})` : `id > ${id}`,
      );
    }
    const order = wish.byName ? '"sortKey", id' : 'id';
    const text = `select id, "isGroup", "displayName", "userName", active, "sortKey" from (${source}) member
      where ${conditions.join(' and ')} order by ${order} limit ${bound.add(wish.limit)}`;
    return em.query<MemberRow[]>(text, bound.values);
  }

  async count(em: EntityManager, key: GroupKey, search?: string): Promise<number> {
    const bound = new BoundParameters();
    const conditions = searchConditions(search, bound);
    const source =
      search === undefined
        ? `select 1 from group_member m where m.tenant_id = ${bound.add(key.tenantId)}
             and m.integration_id = ${bound.add(key.integrationId)} and m.group_id = ${bound.add(key.groupId)}`
        : membersOf(key, bound);
    const [row] = await em.query<{ count: number }[]>(
      `select count(*)::int as count from (${source}) member where ${conditions.join(' and ')}`,
      bound.values,
    );
    return row?.count ?? 0;
  }
}

function searchConditions(search: string | undefined, bound: BoundParameters): string[] {
  if (search === undefined) return ['true'];
  const text = bound.add(foldCase(search));
  return [`(strpos("sortKey", ${text}) > 0 or starts_with(user_name_key, ${text}) or starts_with(email_key, ${text}))`];
}
