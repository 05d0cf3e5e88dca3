import type { Statement } from '../../database/scim-database';
import { LIVE_TOKEN } from '../wire/live-token';

/** Every statement by which resources of registered types are found and changed: one a request where one is enough, as for users. $4 is the type. */

const OWN = 'c.tenant_id = $1 and c.integration_id = $2 and c.resource_type = $4';
const OWN_KEYS = 'k.tenant_id = $1 and k.integration_id = $2 and k.resource_type = $4';
const SHOWN = 'c.id, c.resource, c.version, c.created_at, c.last_modified, c.display_name';

const LOGGED = (kind: string, source: string, data = 'null') => `logged as (
  insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id, data)
  select $1, $2, id, '${kind}', $4, $6, ${data} from ${source}
)`;

/** $5 id */
export const GET_CUSTOM: Statement = {
  name: 'get_custom',
  text: `with ${LIVE_TOKEN} select ${SHOWN} from live, scim_custom_resource c where ${OWN} and c.id = $5`,
};

/** $5 id, $6 request, $7 name, $8 externalId, $9 resource, $10 unique attributes, $11 their keys. The keys' primary key answers a clash. */
export const INSERT_CUSTOM: Statement = {
  name: 'insert_custom',
  text: `with ${LIVE_TOKEN}, made as (
      insert into scim_custom_resource as c (tenant_id, integration_id, resource_type, id, display_name, external_id, resource)
      select $1, $2, $4, $5, $7, $8, $9 from live
      returning ${SHOWN}
    ), keyed as (
      insert into scim_custom_key (tenant_id, integration_id, resource_type, attribute, value_key, resource_id)
      select $1, $2, $4, u.attribute, u.value_key, made.id from made, unnest($10::text[], $11::text[]) u (attribute, value_key)
    ), ${LOGGED('created', 'made')}
    select * from made`,
};

/** $5 … $11 as above, $12 the version that the new state was computed from, $13 the changes as JSON. */
export const UPDATE_CUSTOM: Statement = {
  name: 'update_custom',
  text: `with ${LIVE_TOKEN}, changed as (
      update scim_custom_resource c set display_name = $7, external_id = $8, resource = $9, version = c.version + 1,
             last_modified = greatest(now(), c.last_modified + interval '1 millisecond')
       where ${OWN} and c.id = $5 and c.version = $12 and exists (select from live)
      returning ${SHOWN}
    ), wanted as (select * from unnest($10::text[], $11::text[]) u (attribute, value_key)
    ), dropped as (
      delete from scim_custom_key k using changed
       where ${OWN_KEYS} and k.resource_id = changed.id
         and not exists (select from wanted w where w.attribute = k.attribute and w.value_key = k.value_key)
    ), keyed as (
      insert into scim_custom_key (tenant_id, integration_id, resource_type, attribute, value_key, resource_id)
      select $1, $2, $4, w.attribute, w.value_key, changed.id from changed, wanted w
       where not exists (
         select from scim_custom_key k
          where ${OWN_KEYS} and k.resource_id = changed.id and k.attribute = w.attribute and k.value_key = w.value_key
       )
    ), ${LOGGED('updated', 'changed', '$13::jsonb')}
    select * from changed`,
};

/** $5 id, $6 request, $7 the version it must have (null: any). */
export const DELETE_CUSTOM: Statement = {
  name: 'delete_custom',
  text: `with ${LIVE_TOKEN}, gone as (
      delete from scim_custom_resource c using live
       where ${OWN} and c.id = $5 and ($7::integer is null or c.version = $7) returning c.id, c.display_name
    ), ${LOGGED('deleted', 'gone')}
    select id, display_name from gone`,
};
