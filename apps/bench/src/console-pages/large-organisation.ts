/** How large the organisation is whose pages are measured. */
export interface OrganisationScale {
  readonly people: number;
  readonly groups: number;
  /** Members of one group; the others have twenty. */
  readonly largeGroup: number;
  readonly requests: number;
}

export const FULL_ORGANISATION: OrganisationScale = {
  people: 200_000,
  groups: 5_000,
  largeGroup: 100_000,
  requests: 2_000_000,
};
export const SMALL_ORGANISATION: OrganisationScale = { people: 2_000, groups: 50, largeGroup: 1_000, requests: 20_000 };

const MEMBERS_OF_OTHERS = 20;

/** Ids that can be reckoned from a number, in the order of the numbers, as the server's own are in the order of time. */
const PERSON_ID = (n: string): string => `('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const GROUP_ID = (n: string): string => `('00000000-0000-7000-9000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
export const PERSON = '00000000-0000-7000-8000-000000000064';
export const LARGE_GROUP = '00000000-0000-7000-9000-000000000001';

/**
 * The rows that years of an identity provider would have left in the only integration of the only organisation, written as one statement
 * a table. One request in fifty was refused.
 */
export function plantStatements({ people, groups, largeGroup, requests }: OrganisationScale): readonly string[] {
  const own = 'i.tenant_id, i.id';
  return [
    `insert into scim_user (tenant_id, integration_id, id, active, user_name, user_name_key, display_name, display_name_key, email, email_key,
                            external_id, department, title, resource)
     select ${own}, ${PERSON_ID('n')}, n % 20 <> 0, 'user' || n || '@acme.example', 'user' || n || '@acme.example',
            given || ' ' || n, lower(given) || ' ' || n, 'user' || n || '@acme.example', 'user' || n || '@acme.example',
            gen_random_uuid()::text, 'Department ' || n % 40, 'Title ' || n % 60,
            json_build_object('schemas', array['urn:ietf:params:scim:schemas:core:2.0:User'], 'userName', 'user' || n || '@acme.example',
              'displayName', given || ' ' || n, 'active', n % 20 <> 0, 'title', 'Title ' || n % 60, 'nickName', repeat('x', 500))::text
       from integration i, generate_series(1, ${people}) n,
            lateral (select (array['Ana','Bo','Cy','Dee','Eve','Fay','Gus'])[1 + n % 7] as given) names`,
    `insert into scim_group (tenant_id, integration_id, id, display_name, display_name_key, resource)
     select ${own}, ${GROUP_ID('n')}, 'Group ' || n, 'group ' || n,
            json_build_object('schemas', array['urn:ietf:params:scim:schemas:core:2.0:Group'], 'displayName', 'Group ' || n)::text
       from integration i, generate_series(1, ${groups}) n`,
    `insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
     select ${own}, ${GROUP_ID('1')}, ${PERSON_ID('n')}, false from integration i, generate_series(1, ${largeGroup}) n`,
    `insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
     select ${own}, ${GROUP_ID('g')}, ${PERSON_ID(`1 + (g * 131 + n * 17) % ${people}`)}, false
       from integration i, generate_series(2, ${groups}) g, generate_series(1, ${MEMBERS_OF_OTHERS}) n on conflict do nothing`,
    `insert into event (tenant_id, integration_id, resource_id, kind, resource_type, at)
     select ${own}, ${PERSON_ID('n')}, 'created', 'User', now() - interval '1 day' + n * interval '100 milliseconds'
       from integration i, generate_series(1, ${people}) n`,
    `insert into event (tenant_id, integration_id, resource_id, kind, resource_type, at, data)
     select ${own}, ${PERSON_ID('n')}, 'updated', 'User', now() - interval '1 hour' + n * interval '10 milliseconds',
            '[{"path":"title","before":"Engineer","after":"Lead"}]'::jsonb
       from integration i, generate_series(1, ${people}) n`,
    `insert into event (tenant_id, integration_id, resource_id, kind, resource_type)
     select ${own}, ${GROUP_ID('n')}, 'created', 'Group' from integration i, generate_series(1, ${groups}) n`,
    `insert into event (tenant_id, integration_id, resource_id, kind, resource_type, member_ids)
     select ${own}, ${GROUP_ID('1')}, 'membersAdded', 'Group', array[${PERSON_ID('n')}] from integration i, generate_series(1, ${largeGroup}) n`,
    `insert into scim_request (tenant_id, at, id, integration_id, method, path, query, status, duration_ms, client, address, resource_type,
                               resource_id, resource_name, summary, trail, request_body, response_body)
     select i.tenant_id, now() - (${requests} - n) * interval '1 day' / ${requests}, gen_random_uuid(), i.id,
            case when n % 2 = 0 then 'PATCH' else 'GET' end, '/Users/' || ${PERSON_ID(`1 + n % ${people}`)}, null,
            case when n % 50 = 0 then 409 else 200 end, 3, 'Entra', '192.0.2.7', 'User',
            case when n % 50 = 0 then null else ${PERSON_ID(`1 + n % ${people}`)} end, 'Person ' || n,
            'Entra changed title, department and 2 more of Person ' || n, '{"recognisedAs":"Entra"}'::jsonb,
            case when n % 50 = 0 then '{"userName":"user' || n || '@acme.example"}' end,
            case when n % 50 = 0 then '{"status":"409","detail":"taken"}' end
       from integration i, generate_series(1, ${requests}) n`,
    'vacuum analyze',
  ];
}
