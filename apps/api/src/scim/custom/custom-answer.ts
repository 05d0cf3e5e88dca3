import type { ResourceType } from '@rollcall/scim-protocol';
import { metaText } from '../users/user-answer';
import type { JsonPieces } from '../wire/json-pieces';

/** What is shown of a row of scim_custom_resource. */
export interface ShownCustom {
  readonly id: string;
  readonly resource: string;
  readonly version: number;
  /** ISO 8601, as all times of the SCIM connections. */
  readonly created_at: string;
  readonly last_modified: string;
}

/** A row of scim_custom_resource as the statements of custom-statements.ts return it. */
export interface CustomRow extends ShownCustom {
  readonly display_name: string;
}

/** The resource: the stored text as it is, with id and meta put around it. */
export function customJson({ name, endpoint }: ResourceType, row: ShownCustom, baseUrl: string): JsonPieces {
  const meta = metaText(name, row, locationOf(endpoint, row.id, baseUrl), row.version);
  return [`{"id":"${row.id}",`, row.resource.slice(1, -1), `,"meta":${meta}}`];
}

export function locationOf(endpoint: string, id: string, baseUrl: string): string {
  return `${baseUrl}${endpoint}/${id}`;
}
