import { metaText } from '../users/user-answer';

/** A row of scim_group as the statements of group-statements.ts return it. */
export interface GroupRow {
  readonly id: string;
  readonly resource: string;
  /** ISO 8601, as all times of the SCIM connections. */
  readonly created_at: string;
  readonly last_modified: string;
  readonly display_name: string;
  readonly version: string;
  /** Pairs of kind and id, and name, as MEMBERS_OF_GROUP gives them; null when there are none, absent when nobody asked. */
  readonly members?: string | null;
}

/** The group as JSON text. Without members there is no such key: neither an empty list nor null (entra.md 1.13). */
export function groupText(row: GroupRow, baseUrl: string): string {
  const members = row.members ? `,"members":[${membersText(row.members, baseUrl)}]` : '';
  const attributes = row.resource.slice(1, -1);
  return `{"id":"${row.id}",${attributes}${members},"meta":${metaText('Group', row, `${baseUrl}/Groups/${row.id}`, row.version)}}`;
}

/** RFC 7643 §4.2; `$ref`, `type` and `display` are filled by us whatever the client sent (R-28). */
function membersText(pairs: string, baseUrl: string): string {
  const flat = JSON.parse(`[${pairs}]`) as string[];
  let text = '';
  for (let index = 0; index < flat.length; index += 2) {
    const member = flat[index] ?? '';
    const id = member.slice(1);
    const [path, type] = member.startsWith('g') ? ['Groups', 'Group'] : ['Users', 'User'];
    const display = JSON.stringify(flat[index + 1]);
    text += `${index === 0 ? '' : ','}{"value":"${id}","$ref":"${baseUrl}/${path}/${id}","type":"${type}","display":${display}}`;
  }
  return text;
}
