import { metaText } from '../users/user-answer';
import { arrayPieces, type JsonPieces } from '../wire/json-pieces';

/** What is shown of a row of scim_group. */
export interface ShownGroup {
  readonly id: string;
  readonly resource: string;
  /** ISO 8601, as all times of the SCIM connections. */
  readonly created_at: string;
  readonly last_modified: string;
  readonly version: string;
  /** As MEMBERS_OF_GROUP gives them; null or absent when nobody asked. */
  readonly members?: string | null;
}

/** A row of scim_group as the statements of group-statements.ts return it. */
export interface GroupRow extends ShownGroup {
  readonly display_name: string;
}

/** The whole group. Without members there is no such key: neither an empty list nor null (entra.md 1.13). */
export function groupJson(row: ShownGroup, baseUrl: string): JsonPieces {
  const members = row.members ? memberTexts(row.members, baseUrl) : [];
  const meta = metaText('Group', row, `${baseUrl}/Groups/${row.id}`, row.version);
  return [`{"id":"${row.id}",`, row.resource.slice(1, -1), ...arrayPieces('members', members), `,"meta":${meta}}`];
}

type IdsAndNames = readonly [ids: string | null, names: readonly string[] | null];

/** RFC 7643 §4.2; `$ref`, `type` and `display` are filled by us whatever the client sent. */
function memberTexts(members: string, baseUrl: string): string[] {
  const [userIds, userNames, groupIds, groupNames] = JSON.parse(members) as [...IdsAndNames, ...IdsAndNames];
  const users = textsOf('User', `${baseUrl}/Users/`, [userIds, userNames]);
  return groupIds === null ? users : [...users, ...textsOf('Group', `${baseUrl}/Groups/`, [groupIds, groupNames])];
}

function textsOf(type: 'User' | 'Group', location: string, [ids, names]: IdsAndNames): string[] {
  if (ids === null || names === null) return [];
  return ids
    .split(',')
    .map(
      (id, index) =>
        `{"value":"${id}","$ref":"${location}${id}","type":"${type}","display":${JSON.stringify(names[index])}}`,
    );
}
