import { exactText, instantColumn, type Operand } from './operand';
import { param, sql, type Sql } from './sql';

export interface MetaColumns {
  readonly resourceType: string;
  readonly location: Operand;
  readonly created: Sql;
  readonly lastModified: Sql;
  /** The number inside the weak ETag. */
  readonly version: Sql;
}

/** RFC 7643 §3.1: computed by the server, never part of the stored JSON. */
export function metaColumns(meta: MetaColumns): readonly (readonly [string, Operand])[] {
  return [
    ['meta.resourceType', exactText(param(meta.resourceType))],
    ['meta.location', meta.location],
    ['meta.created', instantColumn(meta.created)],
    ['meta.lastModified', instantColumn(meta.lastModified)],
    ['meta.version', exactText(sql`('W/"' || ${meta.version}::text || '"')`)],
  ];
}
