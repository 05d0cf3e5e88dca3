import { ENTERPRISE_USER_URN } from '@rollcall/scim-protocol';
import { arrayPieces, type JsonPieces } from '../wire/json-pieces';

/** What is shown of a row of scim_user. */
export interface ShownUser {
  readonly id: string;
  readonly resource: string;
  readonly version: number;
  /** ISO 8601, as all times of the SCIM connections. */
  readonly created_at: string;
  readonly last_modified: string;
  /** Pairs of id and name as GROUPS_OF_USER gives them, or null; of a row of a page, ids as GROUP_IDS_OF_USER gives them. */
  readonly groups: string | null;
  /** The displayName of the manager, or null. */
  readonly manager_name?: string | null;
}

/** A row of scim_user as the statements of user-statements.ts return it. */
export interface UserRow extends ShownUser {
  readonly display_name: string;
}

/** The whole user. */
export function userJson(row: ShownUser, baseUrl: string): JsonPieces {
  return around(row, row.groups === null ? [] : [...groupTexts(row.groups, baseUrl).values()], baseUrl);
}

/** The users of a page, whose groups were read once for all of them: pairs of id and name, or null when nobody is in any. */
export function usersJson(rows: readonly ShownUser[], groups: string | null, baseUrl: string): JsonPieces[] {
  const texts = groupTexts(groups ?? '', baseUrl);
  const ofIds = (ids: string) => ids.split(',').flatMap((id) => texts.get(id) ?? []);
  return rows.map((row) => around(row, row.groups === null ? [] : ofIds(row.groups), baseUrl));
}

/** The stored text as it is, with id, groups and meta put around it. */
function around(row: ShownUser, groups: readonly string[], baseUrl: string): JsonPieces {
  const meta = metaText('User', row, `${baseUrl}/Users/${row.id}`, row.version);
  return [`{"id":"${row.id}",`, resourceText(row).slice(1, -1), ...arrayPieces('groups', groups), `,"meta":${meta}}`];
}

/** Most people's text goes out as it is stored; only a named manager has to be put into it. */
function resourceText(row: ShownUser): string {
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

/** RFC 7643 §4.1.2: groups on the user are computed; a nested group's parents are not expanded (B22). By id. */
function groupTexts(pairs: string, baseUrl: string): ReadonlyMap<string, string> {
  const flat = JSON.parse(`[${pairs}]`) as string[];
  const texts = new Map<string, string>();
  for (let index = 0; index < flat.length; index += 2) {
    const id = flat[index] ?? '';
    const display = JSON.stringify(flat[index + 1]);
    texts.set(id, `{"value":"${id}","$ref":"${baseUrl}/Groups/${id}","display":${display},"type":"direct"}`);
  }
  return texts;
}
