import { Injectable } from '@nestjs/common';
import { projectionExcludes, type Projection, type ResourceType } from '@rollcall/scim-protocol';
import { userSource, type ResourceSource, type SourceScope } from '@rollcall/scim-sql';
import type { ListRow, ListSource } from '../listing/list-source';
import { ScimTypes } from '../registry';
import { userText, type UserRow } from './user-answer';
import { GROUPS_OF_USER, MANAGER_OF_USER } from './user-statements';

const SOURCES_KEPT_MAX = 1_000;

/** How the listing pages through users. */
@Injectable()
export class UserListing implements ListSource<ListRow & UserRow> {
  readonly type: ResourceType;
  readonly from = 'scim_user u';
  readonly joins = '';
  readonly alias = 'u';

  /** Built once for each address under which the server is reached. */
  private readonly sources = new Map<string, ResourceSource>();

  constructor(types: ScimTypes) {
    this.type = types.user;
  }

  attributes(scope: SourceScope): ResourceSource {
    const known = this.sources.get(scope.baseUrl);
    if (known) return known;
    const source = userSource(scope);
    if (this.sources.size < SOURCES_KEPT_MAX) this.sources.set(scope.baseUrl, source);
    return source;
  }

  shown(projection: Projection | undefined): string {
    const groups = projection && projectionExcludes(projection, 'groups') ? 'null as groups' : GROUPS_OF_USER;
    return `u.id, u.resource, u.version, u.created_at, u.last_modified, u.display_name, ${groups}, ${MANAGER_OF_USER}`;
  }

  text(row: ListRow & UserRow, baseUrl: string): string {
    return userText(row, baseUrl);
  }
}
