import type { AttributePath, ResourceType } from '@rollcall/scim-protocol';
import { metaColumns } from './meta-columns';
import { exactText, idColumn, type Operand } from './operand';
import { pathKey, ResourceSource } from './resource-source';
import { type SourceScope, within } from './scope';
import { param, sql, type Sql } from './sql';
import { isUniqueText, uniqueKeyOf, uniquePaths } from './unique-keys';

/** Resources of a registered type, as rows `c` of `scim_custom_resource`: all but the unique attributes is read from the JSON. */
export function customSource(type: ResourceType, scope: SourceScope): ResourceSource {
  const unique = uniquePaths(type).filter(isUniqueText);
  return new ResourceSource({
    row: sql`c`,
    id: sql`c.id`,
    columns: new Map<string, Operand>([
      ['id', idColumn(sql`c.id`)],
      ['externalId', exactText(sql`c.external_id`)],
      ...unique.map((path): [string, Operand] => [pathKey(path), uniqueText(path, type.name, scope)]),
      ...metaColumns({
        resourceType: type.name,
        location: idColumn(sql`c.id`, `${scope.baseUrl}${type.endpoint}/`),
        created: sql`c.created_at`,
        lastModified: sql`c.last_modified`,
        version: sql`c.version`,
      }),
    ]),
    elements: new Map(),
  });
}

/** The condition that admits the rows of one registered type. */
export function ofCustomType(name: string): Sql {
  return sql`c.resource_type = ${param(name)}`;
}

/** Equality goes by the primary key of `scim_custom_key`; any other comparison and a sort by the row's own key. */
function uniqueText(path: AttributePath, type: string, scope: SourceScope): Operand {
  const keys = sql`from scim_custom_key k where ${within(sql`k`, scope)} and k.resource_type = ${param(type)} and k.attribute = ${param(pathKey(path))}`;
  const key = sql`(select k.value_key ${keys} and k.resource_id = c.id)`;
  return {
    kind: 'text',
    key,
    keyOf: (text) => param(uniqueKeyOf(path.attribute, text) ?? ''),
    present: sql`(${key} <> '')`,
    equals: (literal) => sql`(c.id = any (array(select k.resource_id ${keys} and k.value_key = ${literal})))`,
  };
}
