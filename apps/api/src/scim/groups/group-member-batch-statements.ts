import type { Statement } from '../../database/scim-database';
import { LIVE } from '../wire/live-token';

/**
 * The changes of members of several requests that come at the same moment, as one statement: what `group-member-statements` does to one
 * group, done to a set of them. $4 groups, $5 requests, one of each a request; $6 places, $7 members, one of each a request and member.
 * A row says by `place`, from 1, whose request it answers; a group that is not there has none. Locks are taken in the order of the ids.
 */

const OWN = (alias: string) => `${alias}.tenant_id = $1 and ${alias}.integration_id = $2`;

const WANTED = `target as materialized (
      select g.id, g.version_base, g.version_anchor from ${LIVE}, scim_group g
       where ${OWN('g')} and g.id = any ($4::uuid[]) order by g.id for key share of g
    ), wanted as materialized (
      select w.place, w.group_id, w.request_id
        from unnest($4::uuid[], $5::uuid[]) with ordinality w (group_id, request_id, place)
        join target t on t.id = w.group_id
    ), pair as materialized (select * from unnest($6::int[], $7::uuid[]) p (place, member_id))`;

/** Of requests that want the same membership changed, the first one has done it. */
const FIRST = (source: string) => `first as materialized (
      select distinct on (w.group_id, p.member_id) w.place, w.group_id, w.request_id, p.member_id
        from ${source} w join pair p on p.place = w.place order by w.group_id, p.member_id, w.place
    )`;

const LOGGED = (kind: string, changed: string) => `credited as materialized (
      select f.place, f.group_id, f.request_id, array_agg(f.member_id order by f.member_id) as member_ids
        from first f join ${changed} c on c.group_id = f.group_id and c.member_id = f.member_id
       group by f.place, f.group_id, f.request_id
    ), logged as (
      insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id, member_ids)
      select $1, $2, group_id, '${kind}', 'Group', request_id, member_ids from credited order by place
    ), before as materialized (
      select t.id, t.version_base + (select count(*) from event e
               where ${OWN('e')} and e.resource_id = t.id and e.xid >= t.version_anchor) as version
        from target t
    )`;

/** The requests' changes follow each other in the order of their places: each answers the version after its own. */
const VERSION = `(b.version + (select count(*) from credited k where k.group_id = w.group_id and k.place <= w.place))::text as version`;

/** A request adds nobody unless every one of its members is a user (B19). */
export const ADD_USERS_TO_GROUPS: Statement = {
  name: 'add_users_to_groups',
  text: `with ${WANTED}, found as materialized (
      select u.id from scim_user u
       where ${OWN('u')} and u.id = any ($7::uuid[]) and exists (select from target) order by u.id for key share of u
    ), judged as materialized (
      select w.place, w.group_id, w.request_id, count(f.id)::int as found, count(*)::int as asked
        from wanted w join pair p on p.place = w.place left join found f on f.id = p.member_id
       group by w.place, w.group_id, w.request_id
    ), whole as (select * from judged where found = asked), ${FIRST('whole')},
    added as (
      insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
      select $1, $2, group_id, member_id, false from first order by group_id, member_id
      on conflict do nothing returning group_id, member_id
    ), ${LOGGED('membersAdded', 'added')}
    select w.place::int, 1 as target, w.found, coalesce(cardinality(c.member_ids), 0) as added, 0 as removed, ${VERSION}
      from judged w join before b on b.id = w.group_id left join credited c on c.place = w.place`,
};

/** One who is no member is no error (B19). */
export const REMOVE_MEMBERS_FROM_GROUPS: Statement = {
  name: 'remove_members_from_groups',
  text: `with ${WANTED}, ${FIRST('wanted')}, removed as (
      delete from group_member m using first f
       where ${OWN('m')} and m.group_id = any ($4::uuid[]) and m.member_id = any ($7::uuid[])
         and m.group_id = f.group_id and m.member_id = f.member_id
      returning m.group_id, m.member_id
    ), ${LOGGED('membersRemoved', 'removed')}
    select w.place::int, 1 as target, 0 as found, 0 as added, coalesce(cardinality(c.member_ids), 0) as removed, ${VERSION}
      from wanted w join before b on b.id = w.group_id left join credited c on c.place = w.place`,
};
