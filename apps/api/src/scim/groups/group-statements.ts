import type { Statement } from '../../database/scim-database';
import { IS_LIVE, LIVE } from '../wire/live-token';

/**
 * Every statement by which groups are found and changed, but for their members' (group-member-statements.ts).
 * A group's version counts its events, so that a change of members does not touch the group's row, on which all writers would queue.
 */

const OWN = 'g.tenant_id = $1 and g.integration_id = $2';

/** Version and time of group `g`: what was counted, and the events since (docs/decisions/0002). */
export const VERSION_OF_GROUP = `lateral (
    select (g.version_base + count(*))::text as version, greatest(g.last_modified, max(e.at)) as last_modified
      from event e
     where e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = g.id and e.xid >= g.version_anchor
  ) v`;

const SHOWN = 'g.id, g.resource, g.created_at, g.display_name, v.version, v.last_modified';

/**
 * The members of group `g` as JSON: ids of users, names of users, ids of groups, names of groups; each in the order of the ids, ids as one text,
 * null where there are none. What is the same for all of them is put around it in `group-answer`, which costs a third of what it costs here.
 * The ids are one array, which an index looks up in its own order; a join may read all the directory instead.
 */
export const MEMBERS_OF_GROUP = `(
    select json_build_array(u.ids, u.names, n.ids, n.names)::text
      from (select array_agg(m.member_id) filter (where not m.is_group) as users, array_agg(m.member_id) filter (where m.is_group) as groups
              from group_member m where m.tenant_id = $1 and m.integration_id = $2 and m.group_id = g.id) m
      cross join lateral (
        select string_agg(u.id::text, ',' order by u.id) as ids, json_agg(u.display_name order by u.id) as names
          from scim_user u where u.tenant_id = $1 and u.integration_id = $2 and u.id = any (m.users)) u
      cross join lateral (
        select string_agg(n.id::text, ',' order by n.id) as ids, json_agg(n.display_name order by n.id) as names
          from scim_group n where n.tenant_id = $1 and n.integration_id = $2 and n.id = any (m.groups)) n
  ) as members`;

/** $4 ids, of all requests that ask at the same moment. Never touches the members. */
export const GET_GROUPS: Statement = {
  name: 'get_groups',
  text: `select ${SHOWN} from ${LIVE}, scim_group g, ${VERSION_OF_GROUP} where ${OWN} and g.id = any ($4::uuid[])`,
};

/** $4 id */
export const GET_GROUP_WITH_MEMBERS: Statement = {
  name: 'get_group_with_members',
  text: `select ${SHOWN}, ${MEMBERS_OF_GROUP}
    from ${LIVE}, scim_group g, ${VERSION_OF_GROUP} where ${OWN} and g.id = $4`,
};

/** $4 id. Nobody else changes the group, nor its members, until the transaction ends: the condition of If-Match holds. */
export const LOCK_GROUP: Statement = {
  name: 'lock_group',
  text: `select g.id from ${LIVE}, scim_group g where ${OWN} and g.id = $4 for update of g`,
};

/** $4 id, $5 request, $6 displayName, $7 its key, $8 externalId, $9 resource */
export const INSERT_GROUP: Statement = {
  name: 'insert_group',
  text: `with made as (
      insert into scim_group (tenant_id, integration_id, id, display_name, display_name_key, external_id, resource)
      select $1, $2, $4, $6, $7, $8, $9 from ${LIVE}
      returning id, created_at
    ), logged as (
      insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id)
      select $1, $2, id, 'created', 'Group', $5 from made returning at
    )
    select made.id, made.created_at, logged.at as last_modified, '1' as version from made, logged`,
};

/** $4 id, $5 request, $6 … $9 as above, $10 the changes as JSON, $11 the resource that the new state was computed from. */
export const UPDATE_GROUP: Statement = {
  name: 'update_group',
  text: `with changed as (
      update scim_group g set display_name = $6, display_name_key = $7, external_id = $8, resource = $9,
             last_modified = greatest(now(), g.last_modified + interval '1 millisecond')
       where ${OWN} and g.id = $4 and g.resource = $11 and ${IS_LIVE}
      returning g.id
    ), logged as (
      insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id, data)
      select $1, $2, id, 'updated', 'Group', $5, $10::jsonb from changed
    )
    select id from changed`,
};

/** $4 id, $5 request. The trigger clears memberships in it and of it. */
export const DELETE_GROUP: Statement = {
  name: 'delete_group',
  text: `with gone as (
      delete from scim_group g using ${LIVE} where ${OWN} and g.id = $4 returning g.*
    ), kept as (
      insert into deleted_resource
        (tenant_id, integration_id, id, resource_type, external_id, label, resource, version, created_at, linked_ids, parent_ids)
      select $1, $2, gone.id, 'Group', gone.external_id, gone.display_name, gone.resource, gone.version_base, gone.created_at,
             array(select m.member_id from group_member m
                    where m.tenant_id = $1 and m.integration_id = $2 and m.group_id = gone.id),
             array(select m.group_id from group_member m
                    where m.tenant_id = $1 and m.integration_id = $2 and m.member_id = gone.id)
        from gone
      on conflict on constraint deleted_resource_pkey do update
         set resource = excluded.resource, external_id = excluded.external_id, label = excluded.label,
             deleted_at = now(), linked_ids = excluded.linked_ids, parent_ids = excluded.parent_ids, held_by = null
    ), logged as (
      insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id)
      select $1, $2, id, 'deleted', 'Group', $5 from gone
    )
    select id, display_name from gone`,
};
