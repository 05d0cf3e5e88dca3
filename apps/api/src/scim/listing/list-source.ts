import type { Projection, ResourceType } from '@rollcall/scim-protocol';
import type { ResourceSource, SourceScope, Sql } from '@rollcall/scim-sql';
import type { JsonPieces } from '../wire/json-pieces';
import { projected } from '../wire/reply';

/** A row of a list, as far as the listing itself reads it. */
export interface ListRow {
  readonly id: string;
  /** The sort key as text, for the next page. */
  readonly sort_key: string | null;
  /** What the rows of a page share; null but on the first of them. */
  readonly shared?: string | null;
}

/** What the listing must know of a resource type to page through its rows. */
export interface ListSource<Row extends ListRow = ListRow> {
  readonly type: ResourceType;
  /** "scim_user u" */
  readonly from: string;
  /** Joins that the shown columns need, such as a group's version. */
  readonly joins: string;
  /** "u" */
  readonly alias: string;
  /** Which rows of the table are meant, when it holds those of several types. */
  readonly rows?: Sql;
  /** Where its attributes are found by a filter or a sort. */
  attributes(scope: SourceScope): ResourceSource;
  /** What is read of each row, for a single one and for those of a page. */
  shown(projection: Projection | undefined, rows: 'one' | 'page'): ShownColumns;
  /** The whole resources. */
  resources(rows: readonly Row[], baseUrl: string): JsonPieces[];
}

export interface ShownColumns {
  readonly columns: string;
  /** What the rows of table `page` share, as one expression; read once, and given as `shared` with the first row. */
  readonly shared?: string;
}

/** The rows as the client is to see them. */
export function shownOf(
  source: ListSource,
  rows: readonly ListRow[],
  baseUrl: string,
  projection: Projection | undefined,
): JsonPieces[] {
  return source.resources(rows, baseUrl).map((resource) => projected(source.type, resource, projection));
}
