import { Injectable } from '@nestjs/common';
import { projectionExcludes, type Projection, type ResourceType } from '@rollcall/scim-protocol';
import { userSource } from '@rollcall/scim-sql';
import type { ListRow, ListSource, ShownColumns } from '../listing/list-source';
import { oncePerAddress } from '../listing/once-per-address';
import { ScimTypes } from '../registry';
import type { JsonPieces } from '../wire/json-pieces';
import { userJson, usersJson, type ShownUser } from './user-answer';
import { GROUP_IDS_OF_USER, GROUPS_OF_USER, MANAGER_OF_USER, NAMES_OF_GROUPS } from './user-statements';

/** How the listing pages through users. */
@Injectable()
export class UserListing implements ListSource<ListRow & ShownUser> {
  readonly type: ResourceType;
  readonly from = 'scim_user u';
  readonly joins = '';
  readonly alias = 'u';
  readonly attributes = oncePerAddress(userSource);

  constructor(types: ScimTypes) {
    this.type = types.user;
  }

  shown(projection: Projection | undefined, rows: 'one' | 'page'): ShownColumns {
    const columns = (groups: string) =>
      `u.id, u.resource, u.version, u.created_at, u.last_modified, ${groups}, ${MANAGER_OF_USER}`;
    if (projection && projectionExcludes(projection, 'groups')) return { columns: columns('null as groups') };
    return rows === 'one'
      ? { columns: columns(GROUPS_OF_USER) }
      : { columns: columns(GROUP_IDS_OF_USER), shared: NAMES_OF_GROUPS };
  }

  resources(rows: readonly (ListRow & ShownUser)[], baseUrl: string): JsonPieces[] {
    const groups = rows[0]?.shared;
    return groups === undefined ? rows.map((row) => userJson(row, baseUrl)) : usersJson(rows, groups, baseUrl);
  }
}
