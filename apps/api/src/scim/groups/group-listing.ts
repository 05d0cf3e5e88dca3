import { Injectable } from '@nestjs/common';
import { projectionExcludes, type Projection, type ResourceType } from '@rollcall/scim-protocol';
import { groupSource, sql } from '@rollcall/scim-sql';
import type { ListRow, ListSource, ShownColumns } from '../listing/list-source';
import { oncePerAddress } from '../listing/once-per-address';
import { ScimTypes } from '../registry';
import type { JsonPieces } from '../wire/json-pieces';
import { groupJson, type ShownGroup } from './group-answer';
import { MEMBERS_OF_GROUP, VERSION_OF_GROUP } from './group-statements';

/** How the listing pages through groups; members are read only for the rows of the page, and only when they are wanted. */
@Injectable()
export class GroupListing implements ListSource<ListRow & ShownGroup> {
  readonly type: ResourceType;
  readonly from = 'scim_group g';
  readonly joins = ` cross join ${VERSION_OF_GROUP}`;
  readonly alias = 'g';
  readonly attributes = oncePerAddress((scope) =>
    groupSource(scope, { version: sql`v.version`, lastModified: sql`v.last_modified` }),
  );

  constructor(types: ScimTypes) {
    this.type = types.group;
  }

  shown(projection: Projection | undefined): ShownColumns {
    const hidden = projection !== undefined && projectionExcludes(projection, 'members');
    const members = hidden ? 'null as members' : MEMBERS_OF_GROUP;
    return { columns: `g.id, g.resource, g.created_at, v.version, v.last_modified, ${members}` };
  }

  resources(rows: readonly (ListRow & ShownGroup)[], baseUrl: string): JsonPieces[] {
    return rows.map((row) => groupJson(row, baseUrl));
  }
}
