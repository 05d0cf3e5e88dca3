import type { ResourceType } from '@rollcall/scim-protocol';
import { customSource, ofCustomType, type SourceScope, type Sql } from '@rollcall/scim-sql';
import type { ListRow, ListSource, ShownColumns } from '../listing/list-source';
import type { JsonPieces } from '../wire/json-pieces';
import { customJson, type ShownCustom } from './custom-answer';

/** How the listing pages through the resources of one registered type. */
export class CustomListing implements ListSource<ListRow & ShownCustom> {
  readonly from = 'scim_custom_resource c';
  readonly joins = '';
  readonly alias = 'c';

  readonly rows: Sql;

  constructor(readonly type: ResourceType) {
    this.rows = ofCustomType(type.name);
  }

  attributes(scope: SourceScope) {
    return customSource(this.type, scope);
  }

  shown(): ShownColumns {
    return { columns: 'c.id, c.resource, c.version, c.created_at, c.last_modified' };
  }

  resources(rows: readonly (ListRow & ShownCustom)[], baseUrl: string): JsonPieces[] {
    return rows.map((row) => customJson(this.type, row, baseUrl));
  }
}
