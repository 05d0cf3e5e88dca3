import { foldCase } from '@rollcall/scim-protocol';
import { membersOf } from './memberships';
import { metaColumns } from './meta-columns';
import { exactText, idColumn, keyColumn } from './operand';
import { ResourceSource } from './resource-source';
import type { SourceScope } from './scope';
import { sql, type Sql } from './sql';

/** What of a group is counted from its changes rather than kept in its row; expressions over `g`. */
export interface GroupExpressions {
  readonly version: Sql;
  readonly lastModified: Sql;
}

/** Groups, as rows `g` of `scim_group`. */
export function groupSource(scope: SourceScope, { version, lastModified }: GroupExpressions): ResourceSource {
  return new ResourceSource({
    row: sql`g`,
    id: sql`g.id`,
    columns: new Map([
      ['id', idColumn(sql`g.id`)],
      ['externalId', exactText(sql`g.external_id`)],
      ['displayName', keyColumn(sql`g.display_name_key`, foldCase)],
      ...metaColumns({
        resourceType: 'Group',
        location: idColumn(sql`g.id`, `${scope.baseUrl}/Groups/`),
        created: sql`g.created_at`,
        lastModified,
        version,
      }),
    ]),
    elements: new Map([['members', () => membersOf(sql`g.id`, scope)]]),
  });
}
