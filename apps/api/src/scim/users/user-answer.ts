import { ENTERPRISE_USER_URN } from '@rollcall/scim-protocol';

/** A row of scim_user as the statements of user-statements.ts return it. */
export interface UserRow {
  readonly id: string;
  readonly resource: string;
  readonly version: number;
  /** ISO 8601, as all times of the SCIM connections. */
  readonly created_at: string;
  readonly last_modified: string;
  readonly display_name: string;
  /** Pairs of id and name as GROUPS_OF_USER gives them, or null. */
  readonly groups: string | null;
  /** The displayName of the manager, or null. */
  readonly manager_name?: string | null;
}

/** The whole user as JSON text: the stored text as it is, with id, groups and meta put around it. */
export function userText(row: UserRow, baseUrl: string): string {
  const groups = row.groups === null ? '' : `,"groups":${groupsText(row.groups, baseUrl)}`;
  const attributes = resourceText(row).slice(1, -1);
  return `{"id":"${row.id}",${attributes}${groups},"meta":${metaText('User', row, `${baseUrl}/Users/${row.id}`, row.version)}}`;
}

/** Most people's text goes out as it is stored; only a named manager has to be put into it. */
function resourceText(row: UserRow): string {
  if (typeof row.manager_name !== 'string') return row.resource;
  const resource = JSON.parse(row.resource) as { [ENTERPRISE_USER_URN]: { manager: { displayName?: string } } };
  resource[ENTERPRISE_USER_URN].manager.displayName = row.manager_name;
  return JSON.stringify(resource);
}

/** RFC 7643 §3.1. */
export function metaText(
  resourceType: string,
  times: { readonly created_at: string; readonly last_modified: string },
  location: string,
  version: number | string,
): string {
  return `{"resourceType":"${resourceType}","created":"${times.created_at}","lastModified":"${times.last_modified}","location":"${location}","version":"W/\\"${version}\\""}`;
}

/** RFC 7643 §4.1.2: groups on the user are computed; a nested group's parents are not expanded (B22). */
function groupsText(pairs: string, baseUrl: string): string {
  const flat = JSON.parse(`[${pairs}]`) as string[];
  let text = '';
  for (let index = 0; index < flat.length; index += 2) {
    const id = flat[index] ?? '';
    const display = JSON.stringify(flat[index + 1]);
    text += `${index === 0 ? '' : ','}{"value":"${id}","$ref":"${baseUrl}/Groups/${id}","display":${display},"type":"direct"}`;
  }
  return `[${text}]`;
}
