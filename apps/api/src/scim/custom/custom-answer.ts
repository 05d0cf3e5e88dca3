import type { ResourceType } from '@rollcall/scim-protocol';
import { metaText } from '../users/user-answer';

/** A row of scim_custom_resource as the statements of custom-statements.ts return it. */
export interface CustomRow {
  readonly id: string;
  readonly resource: string;
  readonly version: number;
  /** ISO 8601, as all times of the SCIM connections. */
  readonly created_at: string;
  readonly last_modified: string;
  readonly display_name: string;
}

/** The resource as JSON text: the stored text as it is, with id and meta put around it. */
export function customText({ name, endpoint }: ResourceType, row: CustomRow, baseUrl: string): string {
  const attributes = row.resource.slice(1, -1);
  return `{"id":"${row.id}",${attributes},"meta":${metaText(name, row, locationOf(endpoint, row.id, baseUrl), row.version)}}`;
}

export function locationOf(endpoint: string, id: string, baseUrl: string): string {
  return `${baseUrl}${endpoint}/${id}`;
}
