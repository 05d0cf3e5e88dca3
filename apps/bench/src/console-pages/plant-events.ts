import type { OrganisationScale } from './organisation-scale';
import { stormReach } from './plant-directory';

/** The person whose time line is long, and the number of the group that they kept joining and leaving. */
export const LONG_STORY_PERSON_NO = 21;

/** One row a change, years of them: arrivals, changes of attributes, members that came and went, and who was deleted. */
export function plantEvents(scale: OrganisationScale): readonly string[] {
  return [...ofPeople(scale), ...ofMembers(scale), ...longStory(scale), ...departures(scale)];
}

const COLUMNS = 'tenant_id, integration_id, resource_id, xid, at, kind, resource_type, request_id, data, member_ids';
const REQUEST_ID = `pg_temp.id_at(at, '0dd', n)`;
const OF_PERSON = `pg_temp.integration(pg_temp.integration_no(n)), pg_temp.person(n)`;

/** The shapes of change that Entra makes, the commonest first. */
const CHANGE = `case
   when what < 40 then json_build_array(json_build_object('path', 'title', 'before', 'Analyst ' || k, 'after', pg_temp.title(n)))
   when what < 70 then json_build_array(json_build_object(
     'path', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', 'before', 'Sales ' || k, 'after', pg_temp.department(n)))
   when what < 92 then json_build_array(json_build_object('path', 'phoneNumbers', 'before', json_build_array('+49 1' || k),
                                                          'after', json_build_array('+49 30 5550 ' || n)))
   when what < 96 then json_build_array(json_build_object('path', 'emails', 'before', json_build_array('old' || n || '@acme.example'),
                                                          'after', json_build_array(pg_temp.email(n))))
   when what < 98 then json_build_array(json_build_object('path', 'active', 'before', true, 'after', false))
   else json_build_array(json_build_object('path', 'active', 'before', false, 'after', true)) end::jsonb`;

function ofPeople(scale: OrganisationScale): string[] {
  return [
    `insert into event (${COLUMNS})
     select t.tenant_id, ${OF_PERSON}, pg_temp.transaction_at(at), at, 'created', 'User', ${REQUEST_ID}, null, null
       from (select tenant_id from tenant) t, generate_series(1, ${scale.people}) n, lateral (select pg_temp.arrival(n) as at) v`,
    `insert into event (${COLUMNS})
     select t.tenant_id, ${OF_PERSON}, pg_temp.transaction_at(at), at, 'updated', 'User', ${REQUEST_ID}, ${CHANGE}, null
       from (select tenant_id from tenant) t, generate_series(1, ${scale.changes}) k, generate_series(1, ${scale.people}) n,
            lateral (select pg_temp.arrival(n) + (now() - pg_temp.arrival(n)) * (k - 0.99 * pg_temp.chance(n, k, 1000) / 1000) / ${scale.changes + 0.1} as at,
                            pg_temp.chance(n, 100 + k, 100) as what) v`,
    `insert into event (${COLUMNS})
     select t.tenant_id, ${OF_PERSON}, pg_temp.transaction_at(at), at, 'updated', 'User', ${REQUEST_ID},
            '[{"path": "active", "before": true, "after": false}]', null
       from (select tenant_id from tenant) t, generate_series(1, ${scale.people}) n,
            lateral (select case when n <= ${stormReach(scale)} and n % 20 between 1 and 15 then now() - interval '30 minutes' + n * interval '20 milliseconds'
                            else now() - pg_temp.chance(n, 23, 5000000) * interval '1 second' end as at) v
      where pg_temp.is_off(n, ${stormReach(scale)})`,
  ];
}

/** The large group was filled a hundred a request, the others at once; since then one by one. */
function ofMembers({ groups, largeGroup, people }: OrganisationScale): string[] {
  const ofGroup = 'pg_temp.integration(pg_temp.integration_no(n)), pg_temp.team(n)';
  const single = (kind: string, times: number, salt: number) => `insert into event (${COLUMNS})
     select t.tenant_id, ${ofGroup}, pg_temp.transaction_at(at), at, '${kind}', 'Group', ${REQUEST_ID}, null,
            array[pg_temp.person(pg_temp.colleague(n, n * 131 + k * 977, ${people}))]
       from (select tenant_id from tenant) t, generate_series(1, ${times}) k, generate_series(2, ${groups}) n,
            lateral (select now() - pg_temp.chance(n * 50 + k, ${salt}, 60000000) * interval '1 second' as at) v`;
  return [
    `insert into event (${COLUMNS})
     select t.tenant_id, ${ofGroup}, pg_temp.transaction_at(at), at, 'created', 'Group', ${REQUEST_ID}, null, null
       from (select tenant_id from tenant) t, generate_series(1, ${groups}) n, lateral (select '2023-01-20T08:00:00Z'::timestamptz + n * interval '1 minute' as at) v`,
    `insert into event (${COLUMNS})
     select t.tenant_id, pg_temp.integration(1), pg_temp.team(1), pg_temp.transaction_at(at), at, 'membersAdded', 'Group', ${REQUEST_ID}, null, members
       from (select tenant_id from tenant) t, (
         select n / 100 as n, max(pg_temp.arrival(n)) as at, array_agg(pg_temp.person(n)) as members
           from (select n from generate_series(1, ${people}) n where n % 20 < 16 order by n limit ${largeGroup}) n group by n / 100) filled`,
    single('membersAdded', 30, 25),
    single('membersRemoved', 10, 27),
  ];
}

/** In the order of the log, so that each joining is followed by its leaving. */
function longStory({ longStory: steps }: OrganisationScale): string[] {
  const person = `pg_temp.integration(1), pg_temp.person(${LONG_STORY_PERSON_NO})`;
  return [
    `insert into event (${COLUMNS})
     select t.tenant_id, ${person}, pg_temp.transaction_at(at), at, 'updated', 'User', ${REQUEST_ID},
            json_build_array(json_build_object('path', case when n % 3 = 0 then 'title' else 'nickName' end, 'before', 'Lead ' || n - 1, 'after', 'Lead ' || n))::jsonb, null
       from (select tenant_id from tenant) t, generate_series(1, ${steps}) n, lateral (select now() - (${steps + 1} - n) * interval '7 hours' as at) v`,
    `insert into event (${COLUMNS})
     select t.tenant_id, pg_temp.integration(1), pg_temp.team(2 + n / 2 % 12), pg_temp.transaction_at(at), at,
            case when n % 2 = 0 then 'membersAdded' else 'membersRemoved' end, 'Group', ${REQUEST_ID}, null, array[pg_temp.person(${LONG_STORY_PERSON_NO})]
       from (select tenant_id from tenant) t, generate_series(1, ${Math.ceil(steps / 3)}) n, lateral (select now() - (${steps + 1} - n) * interval '8 hours' as at) v`,
  ];
}

function departures({ deleted, storm }: OrganisationScale): string[] {
  const gone = `tenant_id, integration_id, id`;
  return [
    `insert into event (${COLUMNS})
     select ${gone}, pg_temp.transaction_at(created_at), created_at, 'created', resource_type, null, null, null
       from deleted_resource where ${deleted + storm.deleted} > 0`,
    `insert into event (${COLUMNS})
     select ${gone}, pg_temp.transaction_at(deleted_at), deleted_at, 'deleted', resource_type, pg_temp.id_at(deleted_at, '0dd', 1), null, null
       from deleted_resource`,
  ];
}
