import { Injectable } from '@nestjs/common';
import { projectionExcludes, type Projection, type ResourceType } from '@rollcall/scim-protocol';
import { userSource } from '@rollcall/scim-sql';
import type { ListRow, ListSource } from '../listing/list-source';
import { oncePerAddress } from '../listing/once-per-address';
import { ScimTypes } from '../registry';
import { userText, type UserRow } from './user-answer';
import { GROUPS_OF_USER, MANAGER_OF_USER } from './user-statements';

/** How the listing pages through users. */
@Injectable()
export class UserListing implements ListSource<ListRow & UserRow> {
  readonly type: ResourceType;
  readonly from = 'scim_user u';
  readonly joins = '';
  readonly alias = 'u';
  readonly attributes = oncePerAddress(userSource);

  constructor(types: ScimTypes) {
    this.type = types.user;
  }

  shown(projection: Projection | undefined): string {
    const groups = projection && projectionExcludes(projection, 'groups') ? 'null as groups' : GROUPS_OF_USER;
    return `u.id, u.resource, u.version, u.created_at, u.last_modified, u.display_name, ${groups}, ${MANAGER_OF_USER}`;
  }

  text(row: ListRow & UserRow, baseUrl: string): string {
    return userText(row, baseUrl);
  }
}
