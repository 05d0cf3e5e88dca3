import { resourceTotal } from '../database/resource-total';

/**
 * What of an event takes something from people. The conditions are those of the index event_loss_idx, word by word, or it is not used.
 * Changes by the console carry no request, so that undoing is never counted as harm.
 */
export const IS_LOSS = `(e.request_id is not null and (e.kind in ('deleted', 'membersRemoved') or e.kind = 'updated' and e.resource_type = 'User' and (
    e.data @> '[{"path": "active", "after": false}]' or e.data @> '[{"path": "userName"}]'
    or e.data @> '[{"path": "externalId"}]' or e.data @> '[{"path": "emails"}]')))`;

/** A first value is no scramble: Entra gives people that it adopts their externalId. */
const SCRAMBLES = `jsonb_path_exists(e.data,
  '$[*] ? ((@.path == "userName" || @.path == "externalId" || @.path == "emails") && exists(@.before))')`;

const EFFECTS_OF_EVENT = `
  select e.resource_id as person_id, 'deleted' as effect where e.kind = 'deleted' and e.resource_type = 'User'
  union all
  select e.resource_id, 'deactivated' where e.kind = 'updated' and e.data @> '[{"path": "active", "after": false}]'
  union all
  select e.resource_id, 'identity' where e.kind = 'updated' and ${SCRAMBLES}
  union all
  select member.id, 'removed' from unnest(e.member_ids) member (id)
   where e.kind = 'membersRemoved' and not exists (
     select from scim_group g where g.tenant_id = e.tenant_id and g.integration_id = e.integration_id and g.id = member.id)
  union all
  select member.id, 'groupDeleted' from deleted_resource d cross join lateral unnest(d.linked_ids) member (id)
   where e.kind = 'deleted' and e.resource_type = 'Group'
     and d.tenant_id = e.tenant_id and d.integration_id = e.integration_id and d.id = e.resource_id
     and not exists (
       select from scim_group g where g.tenant_id = e.tenant_id and g.integration_id = e.integration_id and g.id = member.id)`;

/** $1 tenant, $2 integration, $3 anchor, $4 about so many events: those of one transaction together. What is folded already stays as it is. */
export const FOLD = `
  with batch as materialized (
    select e.* from event e
     where e.tenant_id = $1 and e.integration_id = $2 and e.xid >= $3::text::xid8 and ${IS_LOSS}
     order by e.xid fetch first $4 rows with ties
  ), folded as (
    insert into brake_effect (tenant_id, integration_id, event_id, person_id, effect, resource_id, xid, at, request_id)
    select e.tenant_id, e.integration_id, e.id, p.person_id, p.effect, e.resource_id, e.xid, e.at, e.request_id
      from batch e cross join lateral (${EFFECTS_OF_EVENT}) p
    on conflict do nothing returning 1
  )
  select count(*)::int as events, max(xid)::text as newest, (select count(*)::int from folded) as folded from batch`;

/** Distinct people by window and effect, in the windows that end with the newest effect. What somebody has decided about counts no more. */
export const COUNT = `
  with newest as (select max(at) as at from brake_effect where tenant_id = $1 and integration_id = $2)
  select w.minutes, f.effect, count(distinct f.person_id)::int as people, newest.at as "newestAt"
    from newest cross join unnest($3::int[]) w (minutes)
    join brake_effect f on f.tenant_id = $1 and f.integration_id = $2 and f.settled is null
     and f.at > newest.at - make_interval(mins => w.minutes) and f.at <= newest.at
   group by w.minutes, f.effect, newest.at
   order by w.minutes, people desc`;

/** How many people there were when a window began ($3), and how many were there at any time in it. */
export const POPULATION = `
  with total as (select ${resourceTotal('$1', '$2', 'User')} as now), moved as (
    select count(*) filter (where e.kind <> 'deleted')::int as arrived, count(*) filter (where e.kind = 'deleted')::int as departed
      from event e where e.tenant_id = $1 and e.integration_id = $2 and e.resource_type = 'User'
       and e.kind in ('created', 'deleted', 'revived', 'restored') and e.at > $3
  )
  select now, now - arrived + departed as before, now + departed as present from total, moved`;
