/**
 * Memberships that come back with one of their sides. Both sides are held while the row is written, so that neither is deleted meanwhile,
 * and in the order of their ids, so that two restorations cannot lock each other out. $1 tenant, $2 integration, $3 the restored ids.
 */

const LINKS = (links: string) => `
  select d.id, link.id as other from deleted_resource d cross join lateral unnest(d.${links}) link (id)
   where d.tenant_id = $1 and d.integration_id = $2 and d.id = any($3::uuid[])`;

const LOGGED = `logged as (
    insert into event (tenant_id, integration_id, resource_id, kind, resource_type, member_ids, data)
    select $1, $2, group_id, 'membersAdded', 'Group', array_agg(member_id order by member_id), $4::jsonb from added group by group_id
  )
  select count(*)::int as memberships from added`;

/** $4 cause. `others` is the table of the other side; `pair` names the group and its member, of `w.id` that came back and `w.other`. */
const returning = (others: 'scim_user' | 'scim_group', pair: 'w.id, w.other' | 'w.other, w.id') => `
  with wanted as (${LINKS('linked_ids')}),
  held as materialized (
    select o.id from ${others} o
     where o.tenant_id = $1 and o.integration_id = $2 and o.id in (select other from wanted) order by o.id for key share of o
  ), added as (
    insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
    select $1, $2, ${pair}, false from wanted w join held on held.id = w.other order by ${pair}
    on conflict do nothing returning group_id, member_id
  ), ${LOGGED}`;

/** Restored users, into their groups that live. */
export const RETURN_TO_GROUPS = returning('scim_group', 'w.other, w.id');
/** Users that live, into the restored groups. */
export const RETURN_MEMBERS = returning('scim_user', 'w.id, w.other');

/** Adds the restored ones to what the other side, deleted as well, brings along when it comes back itself. */
const waiting = (links: string, type: 'User' | 'Group', into: string) => `
  with wanted as (${LINKS(links)}),
  told as (
    update deleted_resource d set ${into} = array(select distinct id from unnest(d.${into} || w.ids) as id order by id)
      from (select other, array_agg(id) as ids from wanted group by other) w
     where d.tenant_id = $1 and d.integration_id = $2 and d.id = w.other and d.resource_type = '${type}' returning 1
  ) select count(*)::int as count from told`;

/** Restored users, of their groups that are deleted. */
export const WAIT_FOR_GROUPS = waiting('linked_ids', 'Group', 'linked_ids');
/** Restored groups: of their members and of the groups they were in, that are deleted. */
export const WAIT_FOR_USERS = waiting('linked_ids', 'User', 'linked_ids');
export const WAIT_FOR_INNER_GROUPS = waiting('linked_ids', 'Group', 'parent_ids');
export const WAIT_FOR_OUTER_GROUPS = waiting('parent_ids', 'Group', 'linked_ids');

/** Groups in groups, as pairs: a restored group with each group that lives and was in it, or that it was in. */
export const NESTED = `
  select w.id as "groupId", w.other as "memberId" from (${LINKS('linked_ids')}) w
    join scim_group g on g.tenant_id = $1 and g.integration_id = $2 and g.id = w.other
  union
  select w.other, w.id from (${LINKS('parent_ids')}) w
    join scim_group g on g.tenant_id = $1 and g.integration_id = $2 and g.id = w.other
  order by 1, 2`;

/** $3 the group, $4 its member, also a group, $5 cause */
export const NEST = `
  with held as materialized (
    select g.id from scim_group g where g.tenant_id = $1 and g.integration_id = $2 and g.id in ($3, $4) order by g.id for key share of g
  ), added as (
    insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
    select $1, $2, $3, $4, true where (select count(*) from held) = 2 on conflict do nothing returning group_id, member_id
  ), logged as (
    insert into event (tenant_id, integration_id, resource_id, kind, resource_type, member_ids, data)
    select $1, $2, group_id, 'membersAdded', 'Group', array[member_id], $5::jsonb from added
  )
  select count(*)::int as memberships from added`;
