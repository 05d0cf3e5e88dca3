import type { Statement } from '../../database/scim-database';
import { LIVE } from '../wire/live-token';

/**
 * Changes of members as sets of rows: a change of one member costs what one member costs, whatever the group's size, and parallel changes
 * do not wait for each other (B20, B21). FOR KEY SHARE keeps the group and the new members from being deleted meanwhile; ids are taken in
 * their order, so two batches cannot deadlock (performance.md 6).
 */

const TARGET = `target as materialized (
      select g.id, g.version_base, g.version_anchor
        from ${LIVE}, scim_group g where g.tenant_id = $1 and g.integration_id = $2 and g.id = $4 for key share of g
    )`;

const OWN = 'm.tenant_id = $1 and m.integration_id = $2 and m.group_id = $4';

const LOGGED = (kind: string, source: string) => `logged_${source} as (
      insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id, member_ids)
      select $1, $2, $4, '${kind}', 'Group', $5, array_agg(member_id order by member_id) from ${source} having count(*) > 0
      returning 1
    )`;

/** The version after this change; events of this very statement are not in its own snapshot, so they are added. */
const VERSION = (source: string) => `(select t.version_base + (select count(*) from event e
        where e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = $4 and e.xid >= t.version_anchor)
      + (select count(*) from logged_${source}) from target t)::text as version`;

const ADDED = `added as (
      insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
      select $1, $2, $4, found.id, false from found where (select count(*) from found) = cardinality($6::uuid[])
      on conflict do nothing
      returning member_id
    )`;

const FOUND = `found as materialized (
      select u.id from target, scim_user u
       where u.tenant_id = $1 and u.integration_id = $2 and u.id = any ($6::uuid[])
       order by u.id for key share of u
    )`;

export interface MemberChangeRow {
  readonly target: number;
  readonly found: number;
  readonly added: number;
  readonly removed: number;
  /** Absent when the group was not there. */
  readonly version?: string | null;
}

/** $4 group, $5 request, $6 the users' ids without repetition. Nothing is added unless every one of them is a user (B19). */
export const ADD_USERS: Statement = {
  name: 'add_users',
  text: `with ${TARGET}, ${FOUND}, ${ADDED}, ${LOGGED('membersAdded', 'added')}
    select (select count(*) from target)::int as target, (select count(*) from found)::int as found,
           (select count(*) from added)::int as added, 0 as removed, ${VERSION('added')}`,
};

/** $6 the members' ids; one that is absent is no error (B19). */
export const REMOVE_MEMBERS: Statement = {
  name: 'remove_members',
  text: `with ${TARGET}, removed as (
      delete from group_member m using target where ${OWN} and m.member_id = any ($6::uuid[]) returning m.member_id
    ), ${LOGGED('membersRemoved', 'removed')}
    select (select count(*) from target)::int as target, 0 as found, 0 as added, (select count(*) from removed)::int as removed,
           ${VERSION('removed')}`,
};

/** The same for the members whose rows `m` fulfil a compiled filter; its parameters start at $6. */
export const removeMembersWhere = (condition: string): Statement => ({
  text: `with ${TARGET}, removed as (
      delete from group_member m using target where ${OWN} and ${condition} returning m.member_id
    ), ${LOGGED('membersRemoved', 'removed')}
    select (select count(*) from target)::int as target, 0 as found, 0 as added, (select count(*) from removed)::int as removed,
           ${VERSION('removed')}`,
});

/** $6 the members' ids that stay; everybody else leaves. */
export const REMOVE_MEMBERS_BUT: Statement = {
  name: 'remove_members_but',
  text: `with ${TARGET}, removed as (
      delete from group_member m using target where ${OWN} and m.member_id <> all ($6::uuid[]) returning m.member_id
    ), ${LOGGED('membersRemoved', 'removed')}
    select (select count(*) from target)::int as target, 0 as found, 0 as added, (select count(*) from removed)::int as removed,
           ${VERSION('removed')}`,
};

/** $4 group, $5 request, $6 groups to add: nested groups, one by one known to exist and to close no circle. */
export const ADD_GROUPS: Statement = {
  name: 'add_groups',
  text: `with found as materialized (
      select g.id from ${LIVE}, scim_group g
       where g.tenant_id = $1 and g.integration_id = $2 and g.id = any ($6::uuid[])
       order by g.id for key share of g
    ), added as (
      insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
      select $1, $2, $4, found.id, true from found on conflict do nothing returning member_id
    ), ${LOGGED('membersAdded', 'added')}
    select 1 as target, (select count(*) from found)::int as found, (select count(*) from added)::int as added, 0 as removed`,
};

/** One writer of nested groups at a time in an integration, so that two of them cannot close a circle together. Ends with the transaction. */
export const LOCK_NESTING: Statement = {
  name: 'lock_nesting',
  text: `select pg_advisory_xact_lock(hashtextextended($1::text || '/' || $2::text, 7262003))`,
};

/** $4 candidate members: which of them are users, which are groups. */
export const WHO_ARE: Statement = {
  name: 'who_are',
  text: `select u.id, false as is_group from ${LIVE}, scim_user u where u.tenant_id = $1 and u.integration_id = $2 and u.id = any ($4::uuid[])
    union all
    select g.id, true from ${LIVE}, scim_group g where g.tenant_id = $1 and g.integration_id = $2 and g.id = any ($4::uuid[])`,
};

/** $3 the group, $4 the groups to be put into it: does any of them hold the group, directly or through others? */
export const WOULD_CIRCLE: Statement = {
  name: 'would_circle',
  text: `with recursive below as (
      select unnest($4::uuid[]) as id
      union
      select m.member_id from below b
        join group_member m on m.tenant_id = $1 and m.integration_id = $2 and m.group_id = b.id and m.is_group
    ) select b.id from below b where b.id = $3 limit 1`,
};
