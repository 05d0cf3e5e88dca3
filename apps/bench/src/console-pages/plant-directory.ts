import type { OrganisationScale } from './organisation-scale';

const GIVEN_BACK_DAYS = 30;

/** People, groups and memberships of three integrations, and what was deleted. A group's n-th member and a person's colleagues share theirs. */
export function plantDirectory(scale: OrganisationScale): readonly string[] {
  return [...integrations(), ...people(scale), ...groups(scale), ...deleted(scale), ...counts(scale)];
}

function integrations(): string[] {
  return [
    `insert into integration (tenant_id, id, name, name_key, provider, created_at, created_by, deleted_at, deleted_by)
     select t.tenant_id, pg_temp.integration(no), name, lower(name), provider, '2023-01-10T08:00:00Z', 'Bench',
            case when no = 4 then now() - interval '5 days' end, case when no = 4 then 'Bench' end
       from (select tenant_id from tenant) t, (values (1, 'Entra head office', 'entra'), (2, 'Okta America', 'okta'), (3, 'Ping Asia', 'ping'),
                              (4, 'Entra of the old brand', 'entra')) made (no, name, provider)`,
    `insert into token (tenant_id, integration_id, id, public_id, digest, last_four, created_at, created_by, expires_at, revoked_at, revoked_by)
     select i.tenant_id, i.id, gen_random_uuid(), 'bench' || left(md5(i.id::text || n), 11), sha256((i.id::text || n)::bytea), lpad(n::text, 4, '0'),
            now() - n * interval '80 days', 'Bench', null, case when n > 2 or i.deleted_at is not null then now() - (n - 1) * interval '79 days' end,
            case when n > 2 or i.deleted_at is not null then 'Bench' end
       from integration i, generate_series(1, 12) n`,
    `insert into token_use (tenant_id, integration_id, token_id, first_used_at, last_used_at, last_address, last_client)
     select tenant_id, integration_id, id, created_at, coalesce(revoked_at, now()), '192.0.2.7', 'Entra' from token`,
  ];
}

function people(scale: OrganisationScale): string[] {
  const all = `(select n, pg_temp.integration(pg_temp.integration_no(n)) as integration_id from generate_series(1, ${scale.people}) n
     union all
     select n, pg_temp.integration(4) from generate_series(${scale.people + 1}, ${scale.people + scale.ofDeletedIntegration}) n)`;
  return [
    `insert into scim_user (tenant_id, integration_id, id, version, active, created_at, last_modified, user_name, user_name_key, external_id,
                            display_name, display_name_key, email, email_key, employee_number, title, department, manager_id, resource)
     select t.tenant_id, integration_id, pg_temp.person(n), 1 + ${scale.changes}, active, pg_temp.arrival(n),
            now() - pg_temp.chance(n, 19, 40000000) * interval '1 second', user_name, user_name, external_id, full_name,
            case when n % 50 <> 9 then lower(full_name) end, email, email, number, title, department,
            case when n > 400 then pg_temp.person(n / 400 * 20 + n % 20) end,
            ${RESOURCE}
       from (select tenant_id from tenant) t, ${all} p,
            lateral (select pg_temp.user_name(n) as user_name, pg_temp.full_name(n) as full_name, pg_temp.email(n) as email,
                            pg_temp.title(n) as title, pg_temp.department(n) as department, lpad(n::text, 8, '0') as number,
                            not pg_temp.is_off(n, ${stormReach(scale)}) as active,
                            case when n % 100 <> 11 then md5('bench' || n)::uuid::text end as external_id) v`,
    `insert into scim_user_email (tenant_id, integration_id, user_id, email_key)
     select tenant_id, integration_id, id, 'private.' || employee_number || '@home.example' from scim_user where employee_number like '%7'`,
  ];
}

/** What Entra sends of a person, about a kilobyte. */
const RESOURCE = `json_build_object(
   'schemas', array['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
   'externalId', external_id, 'userName', user_name,
   'name', json_build_object('formatted', full_name, 'familyName', pg_temp.family(n), 'givenName', pg_temp.given(n)),
   'displayName', case when n % 50 <> 9 then full_name end, 'title', title, 'preferredLanguage', 'en-GB', 'active', active,
   'emails', json_build_array(json_build_object('value', email, 'type', 'work', 'primary', true)),
   'phoneNumbers', json_build_array(json_build_object('value', '+49 30 5550 ' || n, 'type', 'work'),
                                    json_build_object('value', '+49 170 555 ' || n, 'type', 'mobile')),
   'addresses', json_build_array(json_build_object('type', 'work', 'streetAddress', n % 300 || ' Long Street', 'locality', 'Hanover',
                                                   'region', 'Lower Saxony', 'postalCode', '30159', 'country', 'DE', 'formatted', 'Hanover')),
   'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
   json_build_object('employeeNumber', number, 'department', department, 'organization', 'Acme', 'costCenter', 'C' || n % 90))::text`;

function groups({ groups: amount, largeGroup, people: peopleCount }: OrganisationScale): string[] {
  return [
    `insert into scim_group (tenant_id, integration_id, id, created_at, version_base, version_anchor, last_modified, display_name, display_name_key,
                             external_id, resource)
     select t.tenant_id, pg_temp.integration(pg_temp.integration_no(n)), pg_temp.team(n), '2023-01-20T08:00:00Z', 50, pg_current_xact_id(),
            now() - pg_temp.chance(n, 21, 40000000) * interval '1 second', name, lower(name), md5('team' || n)::uuid::text,
            json_build_object('schemas', array['urn:ietf:params:scim:schemas:core:2.0:Group'], 'displayName', name)::text
       from (select tenant_id from tenant) t, generate_series(1, ${amount}) n,
            lateral (select case n when 1 then 'Everybody at Acme' else
              (array['Sales','Engineering','VPN','Printer','Licence','Project','Site','Board'])[1 + n % 8] || ' '
              || pg_temp.family(n) || ' ' || n end as name) v`,
    `insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
     select t.tenant_id, pg_temp.integration(1), pg_temp.team(1), pg_temp.person(n), false
       from (select tenant_id from tenant) t, (select n from generate_series(1, ${peopleCount}) n where n % 20 < 16 order by n limit ${largeGroup}) n`,
    `insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
     select t.tenant_id, pg_temp.integration(pg_temp.integration_no(g)), pg_temp.team(g),
            pg_temp.person(pg_temp.colleague(g, g * 131 + k * 977, ${peopleCount})), false
       from (select tenant_id from tenant) t, generate_series(2, ${amount}) g, generate_series(1, 20) k on conflict do nothing`,
    `insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
     select t.tenant_id, pg_temp.integration(pg_temp.integration_no(g)), pg_temp.team(g), pg_temp.team(g + 20), true
       from (select tenant_id from tenant) t, generate_series(2, ${amount - 20}) g where g % 10 = 3`,
  ];
}

/** People numbered from a million on are gone; the first of them by the storm, so that the brake holds them. */
function deleted({ deleted: amount, storm }: OrganisationScale): string[] {
  const columns = `tenant_id, integration_id, id, resource_type, external_id, label, email, resource, version, created_at, deleted_at, linked_ids, held_by`;
  return [
    `insert into deleted_resource (${columns})
     select t.tenant_id, pg_temp.integration(1), pg_temp.person(n), 'User', md5('bench' || n)::uuid::text, pg_temp.full_name(n), pg_temp.email(n),
            json_build_object('userName', pg_temp.user_name(n), 'displayName', pg_temp.full_name(n), 'nickName', repeat('x', 600))::text, 4,
            pg_temp.arrival(n % 100000), now() - (n - 1000000) * interval '${GIVEN_BACK_DAYS - 1} days' / ${amount + storm.deleted},
            array[pg_temp.team(2 + n % 10)], case when n <= 1000000 + ${storm.deleted} then ${TRIP_ID('0')} end
       from (select tenant_id from tenant) t, generate_series(1000001, ${1_000_000 + amount + storm.deleted}) n`,
    `insert into deleted_resource (${columns})
     select t.tenant_id, pg_temp.integration(1), pg_temp.team(n), 'Group', null, 'Old team ' || n, null,
            json_build_object('displayName', 'Old team ' || n)::text, 9, '2023-01-20T08:00:00Z',
            now() - (n - 1000000) * interval '${GIVEN_BACK_DAYS - 1} days' / ${amount}, array[pg_temp.person(1 + n % 20)], null
       from (select tenant_id from tenant) t, generate_series(1000001, ${1_000_000 + Math.ceil(amount / 50)}) n`,
  ];
}

export const TRIP_ID = (no: string): string => `pg_temp.id_at('2023-01-15T08:00:00Z', '0cc', ${no})`;

/** The first of the people that the storm turned off have a number up to this one: fifteen in twenty of them. */
export function stormReach({ storm }: OrganisationScale): number {
  return Math.ceil((storm.turnedOff * 20) / 15);
}

/** As the server keeps them: counted up to a transaction that lies behind all planted changes. */
function counts(scale: OrganisationScale): string[] {
  return ['scim_user', 'scim_group'].map(
    (table) => `insert into resource_count (tenant_id, integration_id, resource_type, base, anchor)
     select tenant_id, integration_id, '${table === 'scim_user' ? 'User' : 'Group'}', count(*), pg_current_xact_id()
       from ${table} where ${scale.people} > 0 group by tenant_id, integration_id
     on conflict on constraint resource_count_pkey do update set base = excluded.base, anchor = excluded.anchor`,
  );
}
