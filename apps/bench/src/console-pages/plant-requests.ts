import type { OrganisationScale } from './organisation-scale';

/** How far back the log of requests that succeeded reaches before the server forgets them. */
const DAYS = 30;

/** The log of the last thirty days, a partition a day as the server makes them, and its counts by the hour. */
export function plantRequests(scale: OrganisationScale): readonly string[] {
  return [PARTITIONS, requests(scale), HOURS];
}

const PARTITIONS = `do $$
  declare
    day date;
    part text;
  begin
    for day in select generate_series(current_date - ${DAYS}, current_date, interval '1 day')::date loop
      part := 'scim_request_' || to_char(day, 'YYYYMMDD');
      continue when to_regclass(part) is not null;
      execute format('create table %I partition of scim_request for values from (%L) to (%L)',
        part, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
      execute format('alter table %I enable row level security', part);
      execute format('alter table %I force row level security', part);
    end loop;
  end $$`;

/** In a thousand: look-ups first, as Entra looks before it writes, then changes, memberships, and some forty that were refused or failed. */
const KIND = `case when what < 420 then 'lookup' when what < 460 then 'notFound' when what < 560 then 'read' when what < 760 then 'changed'
  when what < 770 then 'turnedOff' when what < 775 then 'turnedOn' when what < 795 then 'created' when what < 915 then 'membership'
  when what < 920 then 'deleted' when what < 960 then 'unchanged' when what < 975 then 'gone' when what < 987 then 'taken'
  when what < 989 then 'raced' when what < 995 then 'wrong' when what < 999 then 'unauthorised' else 'broken' end`;

const METHOD = `case when kind in ('lookup', 'notFound', 'read', 'gone') then 'GET' when kind in ('created', 'taken') then 'POST'
  when kind = 'deleted' then 'DELETE' else 'PATCH' end`;

const STATUS = `case kind when 'created' then 201 when 'membership' then 204 when 'deleted' then 204 when 'gone' then 404 when 'taken' then 409
  when 'raced' then 412 when 'wrong' then 400 when 'unauthorised' then 401 when 'broken' then 500 else 200 end`;

const PATH = `case when kind in ('lookup', 'notFound', 'created', 'taken') then '/Users'
  when kind = 'membership' then '/Groups/' || pg_temp.team(1 + person % 50) else '/Users/' || pg_temp.person(person) end`;

const SUMMARY = `case kind
  when 'lookup' then 'Entra looked for ' || user_name || ' and found ' || name
  when 'notFound' then 'Entra looked for ' || user_name || ' and found nobody'
  when 'read' then 'Entra read ' || name
  when 'changed' then 'Entra changed title and department of ' || name
  when 'turnedOff' then 'Entra turned off ' || name
  when 'turnedOn' then 'Entra turned on ' || name
  when 'created' then 'Entra created ' || name
  when 'membership' then 'Entra added ' || name || ' to a group'
  when 'deleted' then 'Entra deleted ' || name
  when 'unchanged' then 'Entra sent ' || name || ' again; nothing changed'
  when 'taken' then 'Entra tried to create ' || name || ': userName is taken'
  when 'unauthorised' then 'The token was refused'
  else 'Entra sent something that was refused' end`;

const TRAIL = `case kind
  when 'lookup' then json_build_object('recognisedAs', 'Entra', 'matched', 'userName eq "' || user_name || '"', 'found', 1)
  when 'notFound' then json_build_object('recognisedAs', 'Entra', 'matched', 'userName eq "' || user_name || '"')
  when 'changed' then json_build_object('recognisedAs', 'Entra', 'notes', json_build_array(json_build_object(
       'kind', case when what % 9 = 0 then 'ignored' else 'rewritten' end, 'rule', 'entra-replace', 'message', 'Read "Replace" as "replace"', 'operation', 0)),
     'changes', json_build_array(json_build_object('path', 'title', 'before', 'Analyst', 'after', pg_temp.title(person)),
                                 json_build_object('path', 'department', 'before', 'Sales', 'after', pg_temp.department(person))))
  when 'turnedOff' then json_build_object('changes', json_build_array(json_build_object('path', 'active', 'before', true, 'after', false)))
  when 'turnedOn' then json_build_object('changes', json_build_array(json_build_object('path', 'active', 'before', false, 'after', true)))
  when 'membership' then json_build_object('recognisedAs', 'Entra', 'membersAdded', 1)
  when 'taken' then json_build_object('error', json_build_object('scimType', 'uniqueness', 'detail', user_name || ' is taken'),
                                      'headers', json_build_object('content-type', 'application/scim+json'))
  else json_build_object('recognisedAs', 'Entra') end::jsonb`;

function requests({ requests: amount, people }: OrganisationScale): string {
  return `insert into scim_request (tenant_id, at, id, integration_id, token_id, method, path, query, status, duration_ms, client, user_agent, address,
                               resource_type, resource_id, resource_name, summary, trail, request_body, response_body)
     select t.tenant_id, at, pg_temp.id_at(at, '0ee', n), pg_temp.integration(pg_temp.integration_no(person)), null, ${METHOD}, ${PATH},
            case when kind in ('lookup', 'notFound') then 'filter=userName eq "' || user_name || '"' end, ${STATUS}, 2 + pg_temp.chance(n, 31, 90) / 10.0,
            'Entra', 'Mozilla/5.0 (compatible; bench)', '192.0.2.' || n % 250,
            case when kind = 'unauthorised' then null when kind = 'membership' then 'Group' else 'User' end,
            case when kind in ('notFound', 'taken', 'unauthorised') then null when kind = 'membership' then pg_temp.team(1 + person % 50)
                 else pg_temp.person(person) end,
            case when kind in ('notFound', 'unauthorised') then null else name end, ${SUMMARY}, ${TRAIL},
            case when kind in ('taken', 'wrong', 'raced', 'broken') then json_build_object('userName', user_name, 'displayName', name, 'active', true)::text end,
            case when kind in ('taken', 'wrong', 'raced', 'broken', 'gone') then '{"status":"409","detail":"see the trail"}' end
       from (select tenant_id from tenant) t, generate_series(1::bigint, ${amount}) n,
            lateral (select now() - (${amount} - n) * (interval '${DAYS} days' - interval '1 hour') / ${amount} as at, pg_temp.chance(n, 33, 1000) as what,
                            1 + pg_temp.chance(n, 35, ${people})::bigint as person) v,
            lateral (select ${KIND} as kind, pg_temp.full_name(person) as name, pg_temp.user_name(person) as user_name) w`;
}

const HOURS = `insert into request_hour (tenant_id, integration_id, hour, requests, errors)
     select tenant_id, integration_id, date_trunc('hour', at, 'UTC'), count(*), count(*) filter (where status >= 400 and status not in (404, 409, 412))
       from scim_request group by 1, 2, 3 on conflict do nothing`;
