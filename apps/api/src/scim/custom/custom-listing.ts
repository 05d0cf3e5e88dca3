import type { ResourceType } from '@rollcall/scim-protocol';
import { customSource, ofCustomType, type SourceScope, type Sql } from '@rollcall/scim-sql';
import type { ListRow, ListSource } from '../listing/list-source';
import { customText, type CustomRow } from './custom-answer';

/** How the listing pages through the resources of one registered type. */
export class CustomListing implements ListSource<ListRow & CustomRow> {
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

  shown(): string {
    return 'c.id, c.resource, c.version, c.created_at, c.last_modified, c.display_name';
  }

  text(row: ListRow & CustomRow, baseUrl: string): string {
    return customText(this.type, row, baseUrl);
  }
}
