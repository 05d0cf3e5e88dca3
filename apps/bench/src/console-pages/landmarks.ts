import type pg from 'pg';
import { LONG_STORY_PERSON_NO } from './plant-events';
import { INTEGRATION } from './planted-values';

/** Things of the planted organisation that pages are asked about. */
export interface Landmarks {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly userName: string;
    readonly email: string;
    readonly externalId: string;
  };
  readonly longStoryPerson: string;
  readonly inactivePerson: string;
  readonly deletedPerson: { readonly id: string; readonly name: string };
  readonly deletedGroup: string;
  readonly largeGroup: string;
  readonly otherGroup: { readonly id: string; readonly name: string };
  readonly department: string;
  readonly title: string;
  readonly request: string;
  readonly failure: string;
  readonly trip: string;
  readonly closedTrip: string;
  readonly actor: string;
  /** Cursors of a page far down in each list, as the server makes them. */
  readonly deep: Readonly<
    Record<
      'byName' | 'byCreation' | 'byUserName' | 'groups' | 'members' | 'requests' | 'activity' | 'deleted' | 'affected',
      string
    >
  >;
}

/** How far down a deep page begins. */
const DEPTH = 0.97;

export async function readLandmarks(client: pg.ClientBase): Promise<Landmarks> {
  const one = async (text: string): Promise<Record<string, string>> => {
    const { rows } = await client.query<Record<string, string>>(text);
    if (!rows[0]) throw new Error(`The planted organisation lacks what was to be found by: ${text}`);
    return rows[0];
  };
  const id = async (text: string): Promise<string> => (await one(text))['id'] ?? '';
  const own = `integration_id = '${INTEGRATION}'`;
  const person = await one(`select id, display_name as name, user_name, email, external_id from scim_user
    where ${own} and active and email is not null and display_name_key is not null and external_id is not null and employee_number > '00000040' limit 1`);
  const gone = await one(
    `select id, label as name from deleted_resource where resource_type = 'User' and held_by is null order by deleted_at limit 1`,
  );
  const group = await one(
    `select id, display_name as name from scim_group where ${own} and display_name <> 'Everybody at Acme' order by id desc limit 1`,
  );
  return {
    person: {
      id: person['id'] ?? '',
      name: person['name'] ?? '',
      userName: person['user_name'] ?? '',
      email: person['email'] ?? '',
      externalId: person['external_id'] ?? '',
    },
    longStoryPerson: await id(
      `select id from scim_user where employee_number = '${String(LONG_STORY_PERSON_NO).padStart(8, '0')}'`,
    ),
    inactivePerson: await id(`select id from scim_user where ${own} and not active limit 1`),
    deletedPerson: { id: gone['id'] ?? '', name: gone['name'] ?? '' },
    deletedGroup: await id(`select id from deleted_resource where resource_type = 'Group' limit 1`),
    largeGroup: await id(`select id from scim_group where display_name = 'Everybody at Acme'`),
    otherGroup: { id: group['id'] ?? '', name: group['name'] ?? '' },
    department: await id(
      `select department as id from scim_user where department is not null group by 1 order by count(*) desc limit 1`,
    ),
    title: await id(`select title as id from scim_user where title is not null group by 1 order by count(*) limit 1`),
    request: await id(
      `select id from scim_request where ${own} and status = 200 and resource_id is not null and at > now() - interval '15 days' order by at limit 1`,
    ),
    failure: await id(`select id from scim_request where ${own} and status = 409 order by at desc limit 1`),
    trip: await id(`select id from brake_trip where closed_at is null`),
    closedTrip: await id(`select id from brake_trip where closed_at is not null limit 1`),
    actor: await id(
      `select actor_id as id from activity where actor_id is not null group by 1 order by count(*) limit 1`,
    ),
    deep: await deepCursors(one),
  };
}

async function deepCursors(one: (text: string) => Promise<Record<string, string>>): Promise<Landmarks['deep']> {
  const at = (key: string, from: string, order: string): Promise<Record<string, string>> =>
    one(
      `select ${key} from ${from} order by ${order} offset (select floor(count(*) * ${DEPTH}) from ${from})::bigint limit 1`,
    );
  const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const users = `scim_user where display_name_key is not null and integration_id = '${INTEGRATION}'`;
  const name = await at('display_name_key as key, id', users, '1, 2');
  const userName = await at('user_name_key as key, id', users, '1, 2');
  const created = await at('id', users, '1');
  const group = await at('display_name_key as key, id', 'scim_group', '1, 2');
  const member = await at(
    'member_id as id',
    `group_member where group_id = (select id from scim_group where display_name = 'Everybody at Acme')`,
    '1',
  );
  const request = await at(`${instant('at')} as at, id`, 'scim_request', 'scim_request.at desc, 2 desc');
  const deed = await at(`${instant('at')} as at, id::text as id`, 'activity', 'activity.at desc, activity.id desc');
  const deleted = await at(
    `${instant('deleted_at')} as at, id`,
    `deleted_resource where resource_type = 'User'`,
    'deleted_at desc, id desc',
  );
  const affected = await at(
    'person_id as id',
    'brake_effect where trip_id = (select id from brake_trip where closed_at is null)',
    '1',
  );
  return {
    byName: cursor([0, name['key'], name['id']]),
    byUserName: cursor([0, userName['key'], userName['id']]),
    byCreation: cursor([0, null, created['id']]),
    groups: cursor([group['key'], group['id']]),
    members: cursor([true, '', member['id']]),
    requests: cursor([request['at'], request['id']]),
    activity: cursor([deed['at'], 'console', deed['id']]),
    deleted: cursor([deleted['at'], deleted['id']]),
    affected: cursor([affected['id']]),
  };
}

/** Opaque to people, but a list's place all the same: there is no other way to a page that takes thousands of pages to reach. */
function cursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}
