import { metaText } from '../users/user-answer';

/** A row of scim_group as the statements of group-statements.ts return it. */
export interface GroupRow {
  readonly id: string;
  readonly resource: string;
  readonly created_at: Date;
  readonly last_modified: Date;
  readonly display_name: string;
  readonly version: string;
  /** The text of the members' list without its brackets; null when there are none, absent when nobody asked. */
  readonly members?: string | null;
}

/** The group as JSON text. Without members there is no such key: neither an empty list nor null (entra.md 1.13). */
export function groupText(row: GroupRow, baseUrl: string): string {
  const members = row.members ? `,"members":[${row.members}]` : '';
  const attributes = row.resource.slice(1, -1);
  return `{"id":"${row.id}",${attributes}${members},"meta":${metaText('Group', row, `${baseUrl}/Groups/${row.id}`, row.version)}}`;
}
