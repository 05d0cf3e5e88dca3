import { Injectable } from '@nestjs/common';
import { foldCase } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { BoundParameters } from './bound-parameters';
import { usersFound, type UserSearch } from './user-search';

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
  /** In every row of a search through a large group: how many members fit. */
  readonly foundAll?: number;
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

/** What of a group's members is wanted. */
export interface MemberWish {
  readonly search?: UserSearch;
  /** A large group is read in the order in which members were made, and searched through the index of all people's names. */
  readonly isLarge: boolean;
}

/** Who is in a group. Small groups are read in the order of names, very large ones in the order in which members were made. */
@Injectable()
export class GroupMembersRepository {
  async page(
    em: EntityManager,
    key: GroupKey,
    wish: MemberWish & { after?: { key: string; id: string }; limit: number },
  ): Promise<MemberRow[]> {
    const bound = new BoundParameters();
    if (wish.isLarge && wish.search !== undefined) {
      return pageFound(em, key, { ...wish, search: wish.search }, bound);
    }
    const conditions = searchConditions(wish.search, bound);
    const source = membersOf(key, bound);
    if (wish.after) {
      const id = `${bound.add(wish.after.id)}::uuid`;
      conditions.push(
        wish.isLarge ? `id > ${id}` : `("sortKey", id) > (${bound.add(wish.after.key)}::text collate "C", ${id})`,
      );
    }
    const order = wish.isLarge ? 'id' : '"sortKey", id';
    const text = `select id, "isGroup", "displayName", "userName", active, "sortKey" from (${source}) member
      where ${conditions.join(' and ')} order by ${order} limit ${bound.add(wish.limit)}`;
    return em.query<MemberRow[]>(text, bound.values);
  }

  async count(em: EntityManager, key: GroupKey, wish: MemberWish): Promise<number> {
    const bound = new BoundParameters();
    if (wish.isLarge && wish.search !== undefined) return countFound(em, key, wish.search, bound);
    const conditions = searchConditions(wish.search, bound);
    const [row] = await em.query<{ count: number }[]>(
      `select count(*)::int as count from (${membersOf(key, bound)}) member where ${conditions.join(' and ')}`,
      bound.values,
    );
    return row?.count ?? 0;
  }
}

async function countFound(
  em: EntityManager,
  key: GroupKey,
  search: UserSearch,
  bound: BoundParameters,
): Promise<number> {
  const [row] = await em.query<{ count: number }[]>(
    `select count(*)::int as count from (${membersFound(key, search, bound)}) fits`,
    bound.values,
  );
  return row?.count ?? 0;
}

/** One search gives the page and the number of all that fit; only the members of the page are read. */
function pageFound(
  em: EntityManager,
  key: GroupKey,
  wish: { readonly search: UserSearch; readonly after?: { readonly id: string }; readonly limit: number },
  bound: BoundParameters,
): Promise<MemberRow[]> {
  const fits = membersFound(key, wish.search, bound);
  const further = wish.after ? `where id > ${bound.add(wish.after.id)}::uuid` : '';
  const text = `with fits as materialized (${fits}),
      chosen as materialized (select id from fits ${further} order by id limit ${bound.add(wish.limit)})
    select member.id, "isGroup", "displayName", "userName", active, "sortKey", (select count(*)::int from fits) as "foundAll"
      from chosen join (${membersOf(key, bound)}) member on member.id = chosen.id order by member.id`;
  return em.query<MemberRow[]>(text, bound.values);
}

/** The ids of those that fit are there, so none of the members' own rows is read. */
function membersFound(key: GroupKey, search: UserSearch, bound: BoundParameters): string {
  return `select m.member_id as id from group_member m
      where m.tenant_id = ${bound.add(key.tenantId)} and m.integration_id = ${bound.add(key.integrationId)}
        and m.group_id = ${bound.add(key.groupId)} and m.member_id in (${foundAnywhere(key, search, bound)})`;
}

function searchConditions(search: UserSearch | undefined, bound: BoundParameters): string[] {
  if (search === undefined) return ['true'];
  const text = bound.add(foldCase(search.text));
  return [`(strpos("sortKey", ${text}) > 0 or starts_with(user_name_key, ${text}) or starts_with(email_key, ${text}))`];
}

/** Ids of all users and groups of the integration that fit. */
function foundAnywhere(key: GroupKey, search: UserSearch, bound: BoundParameters): string {
  const tenant = bound.add(key.tenantId);
  const integrations = bound.add([key.integrationId]);
  const users = usersFound(search, tenant, integrations, bound);
  return `select found.id from (${users}) found
    union all
    select g.id from scim_group g
     where g.tenant_id = ${tenant} and g.integration_id = any(${integrations}::uuid[])
       and strpos(g.display_name_key, ${bound.add(foldCase(search.text))}) > 0`;
}
