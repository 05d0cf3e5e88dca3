import { HEALTH_EXAMPLES_MAX, type HealthIssue } from '@rollcall/admin-contracts';

const GUID = `'^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'`;

/**
 * The attributes that each resource of `chunk` carries, as SCIM paths: `title`, `name.givenName`, `emails[type eq "work"]`,
 * `urn:…:User:department`; each counted once a resource.
 */
const PATHS = `
  select p.path, count(*)::int as count
    from chunk
   cross join lateral jsonb_each(chunk.resource) attribute
   cross join lateral (
     select attribute.key as path where jsonb_typeof(attribute.value) not in ('object', 'array')
      union all
     select attribute.key || case when starts_with(attribute.key, 'urn:') then ':' else '.' end || part
       from jsonb_object_keys(case when jsonb_typeof(attribute.value) = 'object' then attribute.value else '{}' end) part
      union all
     select distinct case when jsonb_typeof(element -> 'type') = 'string'
                          then format('%s[type eq "%s"]', attribute.key, element ->> 'type') else attribute.key end
       from jsonb_array_elements(case when jsonb_typeof(attribute.value) = 'array' then attribute.value else '[]' end) element
   ) p
   where attribute.key <> 'schemas'
   group by p.path`;

type Check = readonly [issue: HealthIssue, condition: string, value: string];

const findingOf =
  (type: 'User' | 'Group') =>
  ([issue, condition, value]: Check): string => `'${issue}', jsonb_build_object(
    'count', (select count(*) from chunk where ${condition}),
    'examples', (select coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(example))), '[]') from (
       select id, '${type}' as type, display_name as name, ${value} as value from chunk where ${condition}
        order by id limit ${HEALTH_EXAMPLES_MAX}) example))`;

const stretch = (type: 'User' | 'Group', columns: string, table: string, checks: readonly Check[]) => `
  with chunk as materialized (
    select id, display_name, external_id, ${columns}, resource::jsonb as resource from ${table} resources
     where tenant_id = $1 and integration_id = $2 and id > $3 order by id limit $4
  ), paths as (${PATHS})
  select (select count(*)::int from chunk) as size, (select id from chunk order by id desc limit 1) as last,
         (select coalesce(jsonb_object_agg(path, count), '{}') from paths) as paths,
         jsonb_build_object(${checks.map(findingOf(type)).join(',\n')}) as findings`;

/** $1 tenant, $2 integration, $3 after this id, $4 so many. */
export const USER_STRETCH = stretch('User', 'email, title, department', 'scim_user', [
  ['emailMissing', 'email is null', 'null'],
  ['departmentMissing', 'department is null', 'null'],
  ['titleMissing', 'title is null', 'null'],
  ['externalIdMissing', 'external_id is null', 'null'],
  ['externalIdNotGuid', `external_id !~* ${GUID}`, 'external_id'],
]);

const EMPTY = `not exists (
  select from group_member m
   where m.tenant_id = $1 and m.integration_id = $2 and m.group_id = resources.id) as empty`;

export const GROUP_STRETCH = stretch('Group', EMPTY, 'scim_group', [
  ['groupExternalIdMissing', 'external_id is null', 'null'],
  ['groupExternalIdNotGuid', `external_id !~* ${GUID}`, 'external_id'],
  ['groupEmpty', 'empty', 'null'],
]);

interface Column {
  readonly key: string;
  readonly shown: string;
  readonly table: 'scim_user' | 'scim_group';
}

const EMAIL: Column = { key: 'email_key', shown: 'email', table: 'scim_user' };
const EXTERNAL_ID: Column = { key: 'external_id', shown: 'external_id', table: 'scim_user' };
const EMPLOYEE_NUMBER: Column = { key: 'employee_number', shown: 'employee_number', table: 'scim_user' };
const GROUP_EXTERNAL_ID: Column = { key: 'external_id', shown: 'external_id', table: 'scim_group' };

const typeOf = ({ table }: Column): string => (table === 'scim_user' ? 'User' : 'Group');

/** Those who share a value with another of the same integration; the index on the value is enough to find them. */
const shared = (column: Column) => `
  with twice as materialized (
    select ${column.key} as key, count(*) as holders from ${column.table}
     where tenant_id = $1 and integration_id = $2 and ${column.key} is not null
     group by ${column.key} having count(*) > 1
  )
  select (select coalesce(sum(holders), 0)::int from twice) as count,
         (select coalesce(jsonb_agg(to_jsonb(example)), '[]') from (
            select r.id, '${typeOf(column)}' as type, r.display_name as name, r.${column.shown} as value
              from (select key from twice order by key limit ${HEALTH_EXAMPLES_MAX}) chosen
              join ${column.table} r on r.tenant_id = $1 and r.integration_id = $2 and r.${column.key} = chosen.key
             order by chosen.key, r.id limit ${HEALTH_EXAMPLES_MAX}) example) as examples`;

/** Those whose value somebody in another integration of the directory has as well. $3 the other integrations. */
const elsewhere = (column: Column) => `
  with found as materialized (
    select r.id, r.display_name as name, r.${column.shown} as value from ${column.table} r
     where r.tenant_id = $1 and r.integration_id = $2 and r.${column.key} is not null
       and exists (select from ${column.table} o
                    where o.tenant_id = $1 and o.integration_id = any ($3::uuid[]) and o.${column.key} = r.${column.key})
  )
  select (select count(*)::int from found) as count,
         (select coalesce(jsonb_agg(to_jsonb(example)), '[]') from (
            select id, '${typeOf(column)}' as type, name, value from found order by id limit ${HEALTH_EXAMPLES_MAX}) example) as examples`;

/** $1 tenant, $2 integration. */
export const SHARED: readonly (readonly [HealthIssue, string])[] = [
  ['emailDuplicate', shared(EMAIL)],
  ['externalIdDuplicate', shared(EXTERNAL_ID)],
  ['employeeNumberDuplicate', shared(EMPLOYEE_NUMBER)],
  ['groupExternalIdDuplicate', shared(GROUP_EXTERNAL_ID)],
];

export const ELSEWHERE: readonly (readonly [HealthIssue, string])[] = [
  ['emailElsewhere', elsewhere(EMAIL)],
  ['externalIdElsewhere', elsewhere(EXTERNAL_ID)],
];

/** The other integrations of the directory. */
export const OTHERS = `
  select id from integration where tenant_id = $1 and id <> $2 and deleted_at is null`;

/**
 * Whoever gets the row makes the look; a process that died in the middle of one is given up after ten minutes. $3 seconds of rest after the
 * look before.
 */
export const CLAIM = `
  insert into mapping_health (tenant_id, integration_id, started_at)
  select tenant_id, id, clock_timestamp() from integration where tenant_id = $1 and id = $2 and deleted_at is null
      on conflict on constraint mapping_health_pkey do update set started_at = clock_timestamp()
   where (mapping_health.computed_at >= mapping_health.started_at
          and mapping_health.computed_at < clock_timestamp() - make_interval(secs => $3))
      or mapping_health.started_at < clock_timestamp() - interval '10 minutes'
  returning started_at as "startedAt"`;

export const STORE = `
  update mapping_health set computed_at = clock_timestamp(), took_ms = $3, report = $4 where tenant_id = $1 and integration_id = $2`;

/**
 * Integrations that have heard from their provider since the last look. A look that took long comes again later, so that looking never
 * takes more than a fiftieth of the database's time.
 */
export const DUE = `
  select i.id
    from integration i
    left join mapping_health h on h.tenant_id = i.tenant_id and h.integration_id = i.id
   where i.tenant_id = $1 and i.deleted_at is null
     and coalesce(h.computed_at, '-infinity')
         < now() - greatest(interval '5 minutes', interval '50 milliseconds' * coalesce(h.took_ms, 0))
     and exists (
       select from token_use u
        where u.tenant_id = i.tenant_id and u.integration_id = i.id and u.last_used_at > coalesce(h.started_at, '-infinity'))`;
