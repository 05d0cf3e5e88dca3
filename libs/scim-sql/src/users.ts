import { type ElementFilter, ENTERPRISE_USER_URN, foldCase, userNameKey } from '@rollcall/scim-protocol';
import { demandedValue } from './compile-element-filter';
import { metaColumns } from './meta-columns';
import { groupsOf } from './memberships';
import { booleanColumn, exactText, foldedText, idColumn, keyColumn, type Operand } from './operand';
import { type Elements, ResourceSource } from './resource-source';
import { type SourceScope, within } from './scope';
import { param, sql, type Sql } from './sql';

const ENTERPRISE = ENTERPRISE_USER_URN;

/** Users, as rows `u` of `scim_user`. */
export function userSource(scope: SourceScope): ResourceSource {
  return new ResourceSource({
    row: sql`u`,
    id: sql`u.id`,
    columns: userColumns(scope),
    elements: new Map<string, (json: () => Elements) => Elements>([
      ['emails', (json) => indexedEmails(json(), scope)],
      ['groups', () => groupsOf(sql`u.id`, scope)],
    ]),
  });
}

function userColumns(scope: SourceScope): ReadonlyMap<string, Operand> {
  return new Map<string, Operand>([
    ['id', idColumn(sql`u.id`)],
    ['externalId', exactText(sql`u.external_id`)],
    ['userName', keyColumn(sql`u.user_name_key`, userNameKey)],
    ['displayName', keyColumn(sql`u.display_name_key`, foldCase)],
    ['active', booleanColumn(sql`u.active`)],
    ['title', foldedText(sql`u.title`)],
    [`${ENTERPRISE}:employeeNumber`, keyColumn(sql`u.employee_number`, foldCase)],
    [`${ENTERPRISE}:department`, foldedText(sql`u.department`)],
    [`${ENTERPRISE}:manager.displayName`, managerName(scope)],
    ...metaColumns({
      resourceType: 'User',
      location: idColumn(sql`u.id`, `${scope.baseUrl}/Users/`),
      created: sql`u.created_at`,
      lastModified: sql`u.last_modified`,
      version: sql`u.version`,
    }),
  ]);
}

/** Not stored with the user: it is the manager's own (RFC 7643 §4.3). */
function managerName(scope: SourceScope): Operand {
  const key = sql`(select o.display_name_key from scim_user o where ${within(sql`o`, scope)} and o.id = u.manager_id)`;
  return keyColumn(key, foldCase);
}

/**
 * E-mail addresses are looked up by the keys beside the JSON: the first one's in the user's row, the others' in a table of their own.
 * What else the filter says of the same element is checked on the JSON of those few.
 */
function indexedEmails(json: Elements, scope: SourceScope): Elements {
  const some = (filter: ElementFilter) => {
    const value = demandedValue(filter);
    if (value === undefined) return json.some(filter);
    const lookUp = hasEmail(param(foldCase(value)), scope);
    return filter.kind === 'compare' ? lookUp : sql`(${lookUp} and ${json.some(filter)})`;
  };
  return { ...json, some };
}

/** An array instead of a join, so that it may stand below an `or` and still use both indexes. */
function hasEmail(key: Sql, scope: SourceScope): Sql {
  const others = sql`select m.user_id from scim_user_email m where ${within(sql`m`, scope)} and m.email_key = ${key}`;
  return sql`(u.email_key = ${key} or u.id = any (array(${others})))`;
}
