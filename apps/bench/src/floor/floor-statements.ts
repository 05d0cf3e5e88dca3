/** A statement that is prepared once a connection. */
export interface FloorStatement {
  readonly name: string;
  readonly text: string;
}

const ENTERPRISE_URN = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Tables of one space: a directory of its own, as an integration is one at Rollcall. */
export function spaceTables(space: string): string {
  return `
    create table users_${space} (
      id uuid primary key,
      seq bigint generated always as identity,
      user_name_key text collate "C" not null,
      external_id text collate "C",
      resource text not null
    ) with (fillfactor = 80);
    create unique index on users_${space} (user_name_key);
    create index on users_${space} (external_id);
    create unique index on users_${space} (seq) include (id);
    create table groups_${space} (
      id uuid primary key,
      display_name_key text collate "C" not null,
      resource text not null
    );
    create unique index on groups_${space} (display_name_key);
    create table members_${space} (group_id uuid, user_id uuid, primary key (group_id, user_id));
    create index on members_${space} (user_id, group_id);`;
}

export type FloorStatements = ReturnType<typeof spaceStatements>;

/** One statement an operation: fewer is not possible, and each does no more than the answer needs. */
export function spaceStatements(space: string) {
  const users = `users_${space}`;
  const groups = `groups_${space}`;
  const members = `members_${space}`;
  const named = (name: string, text: string): FloorStatement => ({ name: `${name}_${space}`, text });
  return {
    getUser: named('get_user', `select resource from ${users} where id = $1`),
    findByUserName: named('find_by_user_name', `select resource from ${users} where user_name_key = $1`),
    findByExternalId: named('find_by_external_id', `select resource from ${users} where external_id = $1`),
    insertUser: named(
      'insert_user',
      `insert into ${users} (id, user_name_key, external_id, resource) values ($1, $2, $3, $4)`,
    ),
    patchUser: named('patch_user', patchUserText(users)),
    deleteUser: named(
      'delete_user',
      `with gone as (delete from ${users} where id = $1 returning id), left_groups as (delete from ${members} where user_id = $1)
       select id from gone`,
    ),
    pageOfUsers: named(
      'page_of_users',
      `select (select count(*) from ${users}) as total, count(*) as size, string_agg(u.resource, ',' order by p.seq) as resources
         from (select id, seq from ${users} order by seq offset $1 limit $2) p join ${users} u on u.id = p.id`,
    ),
    findGroup: named('find_group', `select resource from ${groups} where display_name_key = $1`),
    insertGroup: named('insert_group', `insert into ${groups} (id, display_name_key, resource) values ($1, $2, $3)`),
    getGroup: named('get_group', `select resource from ${groups} where id = $1`),
    getGroupWithMembers: named(
      'get_group_with_members',
      `select resource, (select string_agg('{"value":"' || user_id || '"}', ',') from ${members} where group_id = $1) as members
         from ${groups} where id = $1`,
    ),
    addMembers: named(
      'add_members',
      `insert into ${members} select $1, id from unnest($2::uuid[]) as id order by id on conflict do nothing`,
    ),
    removeMembers: named('remove_members', `delete from ${members} where group_id = $1 and user_id = any ($2::uuid[])`),
  };
}

/** $2 what changes at the top, $3 in the name, $4 in the enterprise extension. */
function patchUserText(users: string): string {
  return `update ${users} u set resource = (
      jsonb_set(
        jsonb_set(r || $2, '{name}', coalesce(r -> 'name', '{}') || $3),
        '{${ENTERPRISE_URN}}', coalesce(r -> '${ENTERPRISE_URN}', '{}') || $4
      )
    )::text
    from (select id, resource::jsonb as r from ${users} where id = $1) old
    where u.id = old.id
    returning u.resource`;
}
