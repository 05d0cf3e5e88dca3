import type { Statement } from '../../database/scim-database';
import { IS_LIVE, LIVE } from '../wire/live-token';
import { USER_COLUMNS } from './user-record';
import { GROUPS_OF_USER, KEPT_USER, MANAGER_OF_USER, SHOWN_OF_USER } from './user-statements';

/**
 * The writes of several requests that come at the same moment, as one statement each: what `user-statements` does to one user, done to a
 * set of them. All of it is committed or none; a row says by `place`, from 1, whose request it answers.
 */

const OTHER_TYPES: ReadonlyMap<string, string> = new Map([
  ['active', 'boolean'],
  ['manager_id', 'uuid'],
]);

const COLUMNS = USER_COLUMNS.join(', ');
const arraysFrom = (first: number) =>
  USER_COLUMNS.map((column, index) => `$${first + index}::${OTHER_TYPES.get(column) ?? 'text'}[]`).join(', ');
const columnsOf = (alias: string) => USER_COLUMNS.map((column) => `${alias}.${column}`).join(', ');

/**
 * $4 ids, $5 requests, $6 … $18 columns, $19 whose externalId may bring a deleted record back (B08, SEC-23); the keys of further e-mails:
 * $20 places, $21 keys. A userName that is taken refuses the whole statement.
 */
export const INSERT_USERS: Statement = {
  name: 'insert_users',
  text: `with wanted as materialized (
      select * from unnest($4::uuid[], $5::uuid[], ${arraysFrom(6)}, $19::boolean[])
        with ordinality as w (id, request_id, ${COLUMNS}, may_return, place)
    ), ghosts as materialized (
      select w.place, min(d.id::text)::uuid as id
        from ${LIVE}, wanted w
       cross join lateral (
         select d.id from deleted_resource d
          where d.tenant_id = $1 and d.integration_id = $2 and d.external_id = w.external_id and d.resource_type = 'User'
            and d.deleted_at > now() - interval '30 days' offset 0
       ) d
       where w.may_return group by w.place having count(*) = 1
    ), raised as (
      delete from deleted_resource d using ghosts g
       where d.tenant_id = $1 and d.integration_id = $2 and d.id = g.id returning d.id, g.place
    ), placed as materialized (
      select w.place, coalesce(r.id, w.id) as id, r.id is not null as revived, w.request_id, ${columnsOf('w')}
        from wanted w left join raised r on r.place = w.place
    ), made as (
      insert into scim_user (tenant_id, integration_id, id, ${COLUMNS})
      select $1, $2, p.id, ${columnsOf('p')} from ${LIVE}, placed p order by p.user_name_key
      returning id, manager_id, version, created_at, last_modified
    ), emails as (
      insert into scim_user_email (tenant_id, integration_id, user_id, email_key)
      select $1, $2, m.id, e.key from unnest($20::int[], $21::text[]) e (place, key)
        join placed p on p.place = e.place join made m on m.id = p.id
    ), logged as (
      insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id)
      select $1, $2, m.id, case when p.revived then 'revived' else 'created' end, 'User', p.request_id
        from made m join placed p on p.id = m.id
    )
    select p.place::int, p.revived, u.*, ${MANAGER_OF_USER} from made u join placed p on p.id = u.id`,
};

const ASSIGNMENTS = USER_COLUMNS.map((column) => `${column} = w.${column}`).join(', ');

/** $4 ids, $5 requests, $6 … $18 columns, $19 the versions that the new states were computed from, $20 the changes as JSON. */
export const UPDATE_USERS: Statement = {
  name: 'update_users',
  text: `with changed as (
      update scim_user u set ${ASSIGNMENTS}, version = u.version + 1,
             last_modified = greatest(now(), u.last_modified + interval '1 millisecond')
        from unnest($4::uuid[], $5::uuid[], ${arraysFrom(6)}, $19::integer[], $20::text[])
             with ordinality as w (id, request_id, ${COLUMNS}, version, data, place)
       where u.tenant_id = $1 and u.integration_id = $2 and u.id = any ($4::uuid[]) and u.id = w.id and u.version = w.version
         and ${IS_LIVE}
      returning ${SHOWN_OF_USER}, u.manager_id, w.request_id, w.data, w.place
    ), logged as (
      insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id, data)
      select $1, $2, id, 'updated', 'User', request_id, data::jsonb from changed
    )
    select u.place::int, ${SHOWN_OF_USER}, ${GROUPS_OF_USER}, ${MANAGER_OF_USER} from changed u`,
};

/** $4 ids, $5 requests; of several requests for one user, one deletes it. */
export const DELETE_USERS: Statement = {
  name: 'delete_users',
  text: `with gone as (
      delete from scim_user u using ${LIVE}, unnest($4::uuid[], $5::uuid[]) with ordinality as w (id, request_id, place)
       where u.tenant_id = $1 and u.integration_id = $2 and u.id = any ($4::uuid[]) and u.id = w.id
      returning u.*, w.request_id, w.place
    ), ${KEPT_USER}, logged as (
      insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id)
      select $1, $2, id, 'deleted', 'User', request_id from gone
    )
    select place::int, id, display_name from gone`,
};
