/** $1 tenant, $2 integration everywhere; $3 the trip. */

/** SQL: when somebody last decided about a part of trip `t`, and whether that is still carried out. */
export const DECISIONS_ABOUT_TRIP = `(
    select max(created_at) as decided_at, coalesce(bool_or(finished_at is null), false) as running from brake_job
     where tenant_id = t.tenant_id and integration_id = t.integration_id and trip_id = t.id)`;

/** With the newest effect there is; `rages` when nobody has to count any more to know that the storm goes on. */
export const OPEN_TRIP = `
  select t.id, n.at as "newestAt", t.people_total > 10 * t.limit_people and n.at < t.last_at + interval '10 minutes' as rages
    from brake_trip t, lateral (
      select f.at from brake_effect f where f.tenant_id = $1 and f.integration_id = $2 order by f.at desc limit 1
    ) n
   where t.tenant_id = $1 and t.integration_id = $2 and t.closed_at is null order by t.opened_at desc limit 1`;

/** $4 effect, $5 window, $6 counted, $7 limit, $8 population, $9 end of the window */
export const INSERT_TRIP = `
  insert into brake_trip (tenant_id, integration_id, id, effect, window_minutes, counted, limit_people, population, first_at, last_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`;

/** $4 end, $5 length of the window in minutes: everything in it that nobody has decided about belongs to the trip. */
export const ATTACH = `
  with attached as (
    update brake_effect f set trip_id = $3
     where f.tenant_id = $1 and f.integration_id = $2 and f.trip_id is null and f.settled is null
       and f.at > $4::timestamptz - make_interval(mins => $5) and f.at <= $4
    returning 1
  ) select count(*)::int as count from attached`;

/** What must not be lost before somebody decides: the purge leaves it alone. */
export const HOLD = `
  with lost as materialized (
    select distinct f.resource_id as id from brake_effect f
     where f.tenant_id = $1 and f.integration_id = $2 and f.trip_id = $3 and f.settled is null and f.effect in ('deleted', 'groupDeleted')
  )
  update deleted_resource d set held_by = $3 from lost
   where d.tenant_id = $1 and d.integration_id = $2 and d.id = lost.id and d.held_by is null`;

const REQUEST = (column: string) => `(
    select jsonb_build_object('id', edge.${column},
             'tokenLastFour', t.last_four, 'address', r.address, 'client', r.client)
      from (select 1) one
      left join scim_request r on r.tenant_id = $1 and r.id = edge.${column}
       and r.at between edge.${column}_at - interval '5 minutes' and edge.${column}_at + interval '5 minutes'
      left join token t on t.tenant_id = $1 and t.integration_id = $2 and t.id = r.token_id
     limit 1)`;

/** What the trip says of itself, from its effects. */
export const SUM_UP = `
  with own as (
    select f.* from brake_effect f where f.tenant_id = $1 and f.integration_id = $2 and f.trip_id = $3
  ), edge as (
    select a.request_id as first_request, a.at as first_request_at, z.request_id as last_request, z.at as last_request_at
      from (select request_id, at from own order by at, event_id limit 1) a,
           (select request_id, at from own order by at desc, event_id desc limit 1) z
  )
  update brake_trip t
     set first_at = edge.first_request_at, last_at = edge.last_request_at,
         people = (select coalesce(jsonb_object_agg(effect, people), '{}')
                     from (select effect, count(distinct person_id) as people from own group by effect) e),
         people_total = (select count(distinct person_id) from own),
         first_request = ${REQUEST('first_request')}, last_request = ${REQUEST('last_request')}
    from edge where t.tenant_id = $1 and t.integration_id = $2 and t.id = $3`;

/** $4 details */
export const TELL = `
  insert into activity (tenant_id, actor_type, actor_name, action, object_type, object_id, object_name, details)
  select $1, 'system', 'Rollcall', 'brake.tripped', 'integration', i.id, i.name, $4::jsonb || jsonb_build_object('tripId', $3::uuid)
    from integration i where i.tenant_id = $1 and i.id = $2`;
