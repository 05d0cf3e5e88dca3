import type { Statement } from '../../database/scim-database';
import { IS_LIVE, LIVE } from '../wire/live-token';
import { USER_COLUMNS } from './user-record';

/**
 * Every statement by which users are found and changed. One statement a request where one is enough: the token's check, the change and
 * its event travel together, so that each of them is committed or none (performance.md 7.1).
 */

const ID_AND_NAME = `'"' || g.id || '",' || to_json(g.display_name)::text`;
const GROUPS = 'scim_group g where g.tenant_id = $1 and g.integration_id = $2';
const MEMBERSHIPS = 'group_member m where m.tenant_id = $1 and m.integration_id = $2';

/**
 * The groups of user `u` as pairs of JSON texts, id and name; null when there are none. RFC 7643 §4.1.2: computed, never stored. The organisation
 * is named by $1 and $2 everywhere, so that row-level security is checked once a statement and not once a row.
 */
export const GROUPS_OF_USER = `(select string_agg(${ID_AND_NAME}, ',' order by g.id)
    from ${GROUPS} and g.id = any (array(select m.group_id from ${MEMBERSHIPS} and m.member_id = u.id))) as groups`;

/** The same where many users are read: ids only, as one text. Their names are read once, by `NAMES_OF_GROUPS`. */
export const GROUP_IDS_OF_USER = `(select string_agg(m.group_id::text, ',') from ${MEMBERSHIPS} and m.member_id = u.id) as groups`;

/** The groups in which any of the users in table `page` is, as such pairs. */
export const NAMES_OF_GROUPS = `(select string_agg(${ID_AND_NAME}, ',')
    from ${GROUPS} and g.id = any (array(
      select distinct m.group_id from ${MEMBERSHIPS} and m.member_id = any (array(select page.id from page)))))`;

/**
 * The displayName of the manager of user `u`, if there is such a user and it has one. RFC 7643 §4.3: the manager's own, never stored (S-37);
 * an empty one too, in whose place display_name has a name to show. Who has no manager costs no look-up.
 */
export const MANAGER_OF_USER = `case when u.manager_id is not null then (
    select case when o.display_name_key <> '' then o.display_name else o.display_name_key end from scim_user o
     where o.tenant_id = $1 and o.integration_id = $2 and o.id = u.manager_id) end as manager_name`;

export const SHOWN_OF_USER = 'u.id, u.resource, u.version, u.created_at, u.last_modified, u.display_name';
const OWN = 'u.tenant_id = $1 and u.integration_id = $2';

/** $4 ids, of all requests that ask at the same moment. */
export const GET_USERS: Statement = {
  name: 'get_users',
  text: `select ${SHOWN_OF_USER}, ${GROUPS_OF_USER}, ${MANAGER_OF_USER} from ${LIVE}, scim_user u where ${OWN} and u.id = any ($4::uuid[])`,
};

const COLUMNS = USER_COLUMNS.join(', ');
const parametersFrom = (first: number) => USER_COLUMNS.map((_, index) => `$${first + index}`).join(', ');

const INSERTED = (id: string) => `made as (
  insert into scim_user (tenant_id, integration_id, id, ${COLUMNS})
  select $1, $2, ${id}, ${parametersFrom(6)} from ${LIVE}
  returning id, manager_id, version, created_at, last_modified
)`;

const OTHER_EMAILS = (source: string) => `emails as (
  insert into scim_user_email (tenant_id, integration_id, user_id, email_key)
  select $1, $2, id, unnest($19::text[]) from ${source}
)`;

const LOGGED = (kind: string, source: string, data = 'null') => `logged as (
  insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id, data)
  select $1, $2, id, ${kind}, 'User', $5, ${data} from ${source}
)`;

/** $4 id, $5 request, $6 … $18 columns. The unique index on the userName answers a clash. */
export const INSERT_USER: Statement = {
  name: 'insert_user',
  text: `with ${INSERTED('$4::uuid')}, ${LOGGED(`'created'`, 'made')}
    select u.*, ${MANAGER_OF_USER} from made u`,
};

/** The same for a user with more than one e-mail; $19 the keys of the others. */
export const INSERT_USER_WITH_EMAILS: Statement = {
  name: 'insert_user_with_emails',
  text: `with ${INSERTED('$4::uuid')}, ${OTHER_EMAILS('made')}, ${LOGGED(`'created'`, 'made')}
    select u.*, ${MANAGER_OF_USER} from made u`,
};

/**
 * The same for a GUID-shaped externalId ($9): exactly one record deleted within 30 days under that externalId comes back under its old id
 * (B08, SEC-23). $19 the keys of the other e-mails.
 */
export const INSERT_OR_REVIVE_USER: Statement = {
  name: 'insert_or_revive_user',
  text: `with ghosts as materialized (
      select d.id from ${LIVE}, deleted_resource d
       where d.tenant_id = $1 and d.integration_id = $2 and d.external_id = $9 and d.resource_type = 'User'
         and d.deleted_at > now() - interval '30 days'
    ), ghost as materialized (select min(id::text)::uuid as id from ghosts having count(*) = 1),
    raised as (
      delete from deleted_resource d using ghost
       where d.tenant_id = $1 and d.integration_id = $2 and d.id = ghost.id returning d.id
    ), ${INSERTED('coalesce((select id from raised), $4::uuid)')}, ${OTHER_EMAILS('made')},
    ${LOGGED(`case when exists (select from raised) then 'revived' else 'created' end`, 'made')}
    select u.*, exists (select from raised) as revived, ${MANAGER_OF_USER} from made u`,
};

const ASSIGNMENTS = USER_COLUMNS.map((column, index) => `${column} = $${6 + index}`).join(', ');
const UPDATED = `changed as (
  update scim_user u set ${ASSIGNMENTS}, version = u.version + 1,
         last_modified = greatest(now(), u.last_modified + interval '1 millisecond')
   where ${OWN} and u.id = $4 and u.version = $19 and ${IS_LIVE}
  returning ${SHOWN_OF_USER}, u.manager_id
)`;

/** $4 id, $5 request, $6 … $18 columns, $19 the version that the new state was computed from, $20 the changes as JSON. */
export const UPDATE_USER: Statement = {
  name: 'update_user',
  text: `with ${UPDATED}, ${LOGGED(`'updated'`, 'changed', '$20::jsonb')}
    select u.*, ${GROUPS_OF_USER}, ${MANAGER_OF_USER} from changed u`,
};

/** The same when the further e-mails change; $21 their keys. */
export const UPDATE_USER_WITH_EMAILS: Statement = {
  name: 'update_user_with_emails',
  text: `with ${UPDATED}, dropped as (
      delete from scim_user_email e using changed c
       where e.tenant_id = $1 and e.integration_id = $2 and e.user_id = c.id and e.email_key <> all ($21::text[])
    ), emails as (
      insert into scim_user_email (tenant_id, integration_id, user_id, email_key)
      select $1, $2, c.id, key from changed c, unnest($21::text[]) key on conflict do nothing
    ), ${LOGGED(`'updated'`, 'changed', '$20::jsonb')}
    select u.*, ${GROUPS_OF_USER}, ${MANAGER_OF_USER} from changed u`,
};

/** The record of user `gone` stays restorable for 30 days; a trigger clears the memberships, those included that were added while this waited. */
export const KEPT_USER = `kept as (
      insert into deleted_resource
        (tenant_id, integration_id, id, resource_type, external_id, label, email, resource, version, created_at, linked_ids)
      select $1, $2, gone.id, 'User', gone.external_id, gone.display_name, gone.email, gone.resource, gone.version, gone.created_at,
             array(select m.group_id from group_member m
                    where m.tenant_id = $1 and m.integration_id = $2 and m.member_id = gone.id)
        from gone
      on conflict on constraint deleted_resource_pkey do update
         set resource = excluded.resource, external_id = excluded.external_id, label = excluded.label, email = excluded.email,
             version = excluded.version, deleted_at = now(), linked_ids = excluded.linked_ids
    )`;

/** $4 id, $5 request, $6 the version it must have (null: any). */
export const DELETE_USER: Statement = {
  name: 'delete_user',
  text: `with gone as (
      delete from scim_user u using ${LIVE}
       where ${OWN} and u.id = $4 and ($6::integer is null or u.version = $6) returning u.*
    ), ${KEPT_USER}, ${LOGGED(`'deleted'`, 'gone')}
    select id, display_name from gone`,
};
