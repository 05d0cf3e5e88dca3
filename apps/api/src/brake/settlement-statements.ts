/** $1 tenant, $2 integration, $3 trip everywhere; $4 the people. */

const OWN = `f.tenant_id = $1 and f.integration_id = $2 and f.trip_id = $3`;
const THEIRS = `${OWN} and f.settled is null and f.person_id = any($4::uuid[])`;

export const EFFECTS_OF = `
  select f.person_id as "personId", f.effect, f.resource_id as "resourceId", f.xid::text as xid, f.event_id::text as "eventId"
    from brake_effect f where ${THEIRS} order by f.person_id, f.xid desc, f.event_id desc`;

export const LABELS_OF = `
  select p.id, coalesce(u.display_name, d.label, '') as label
    from unnest($4::uuid[]) p (id)
    left join scim_user u on u.tenant_id = $1 and u.integration_id = $2 and u.id = p.id
    left join deleted_resource d on d.tenant_id = $1 and d.integration_id = $2 and d.id = p.id
   where $3::uuid is not null`;

/** $3 resources, $4 transactions, $5 events: their changes, of each person the newest first. */
export const EVENTS_OF = `
  select e.resource_id as "personId", e.data
    from (select distinct * from unnest($3::uuid[], $4::text[], $5::bigint[]) w (resource_id, xid, id)) w
    join event e on e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = w.resource_id
     and e.xid = w.xid::xid8 and e.id = w.id
   order by e.resource_id, e.xid desc, e.id desc`;

/** $5 how */
export const SETTLE = `
  with settled as (
    update brake_effect f set settled = $5 where ${THEIRS} returning f.person_id
  ) select count(distinct person_id)::int as people from settled`;

/** $5 cause. Back into the groups that people were taken out of, where both sides live. */
export const REJOIN = `
  with wanted as (
    select distinct f.resource_id as group_id, f.person_id from brake_effect f where ${THEIRS} and f.effect = 'removed'
  ), groups as materialized (
    select g.id from scim_group g
     where g.tenant_id = $1 and g.integration_id = $2 and g.id in (select group_id from wanted) order by g.id for key share of g
  ), people as materialized (
    select u.id from scim_user u
     where u.tenant_id = $1 and u.integration_id = $2 and u.id in (select person_id from wanted) order by u.id for key share of u
  ), added as (
    insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
    select $1, $2, w.group_id, w.person_id, false
      from wanted w join groups on groups.id = w.group_id join people on people.id = w.person_id order by w.group_id, w.person_id
    on conflict do nothing returning group_id, member_id
  ), logged as (
    insert into event (tenant_id, integration_id, resource_id, kind, resource_type, member_ids, data)
    select $1, $2, group_id, 'membersAdded', 'Group', array_agg(member_id order by member_id), $5::jsonb from added group by group_id
  ) select count(*)::int as memberships from added`;

/** Records of theirs that nobody undecided is affected by any more are the purge's again. */
export const LET_GO = `
  with theirs as materialized (
    select distinct f.resource_id as id from brake_effect f where ${OWN} and f.person_id = any($4::uuid[])
  ), held as materialized (
    select distinct f.resource_id as id from brake_effect f join theirs on theirs.id = f.resource_id where ${OWN} and f.settled is null
  ), free as (
    update deleted_resource d set held_by = null from theirs
     where d.tenant_id = $1 and d.integration_id = $2 and d.id = theirs.id and d.held_by = $3
       and theirs.id not in (select id from held)
    returning 1
  ) select count(*)::int as count from free`;

/** Closes the trip when everybody is decided about; $4 who decided. */
export const CLOSE = `
  with closed as (
    update brake_trip t set closed_at = now(), closed_by = $4
     where t.tenant_id = $1 and t.integration_id = $2 and t.id = $3 and t.closed_at is null and not exists (
       select from brake_effect f where ${OWN} and f.settled is null)
    returning 1
  ) select count(*)::int as count from closed`;
