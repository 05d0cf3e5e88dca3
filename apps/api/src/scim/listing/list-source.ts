import type { Projection, ResourceType } from '@rollcall/scim-protocol';
import type { ResourceSource, SourceScope, Sql } from '@rollcall/scim-sql';
import { projectedText } from '../wire/reply';

/** A row of a list, as far as the listing itself reads it. */
export interface ListRow {
  readonly id: string;
  /** The sort key as text, for the next page. */
  readonly sort_key: string | null;
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
  /** The columns to show; `baseUrl` is a literal of the statement's own parameter list, "$4". */
  shown(projection: Projection | undefined, baseUrl: string): string;
  /** The whole resource as JSON text. */
  text(row: Row, baseUrl: string): string;
}

/** The rows as the client is to see them. */
export function textsOf(
  source: ListSource,
  rows: readonly ListRow[],
  baseUrl: string,
  projection: Projection | undefined,
): string[] {
  return rows.map((row) => projectedText(source.type, source.text(row, baseUrl), projection));
}
