import { type ElementFilter, type ElementTarget, foldCase } from '@rollcall/scim-protocol';
import { compileElementFilter, demandedValue } from './compile-element-filter';
import { foldedText, idColumn, isId, keyColumn, type Operand } from './operand';
import type { Elements } from './resource-source';
import { type SourceScope, within } from './scope';
import { param, sql, type Sql } from './sql';

/**
 * The groups of the user with this id, those around its groups included: rows `s` of (group_id, direct), each group once, direct when it
 * is both (R-26, R-27). `union` ends at groups that contain each other.
 */
export function membershipsOf(userId: Sql, scope: SourceScope): Elements {
  const memberships = membershipRows(userId, scope);
  const condition = (filter: ElementFilter) => compileElementFilter(filter, (target) => operandOf(target, scope));
  return {
    some: (filter) => {
      const exact = sql`exists (select 1 from (${memberships}) s where ${condition(filter)})`;
      const groupId = demandedValue(filter);
      if (groupId === undefined) return exact;
      if (!isId(groupId)) return sql`false`;
      const lookUp = sql`(${userId} in (${usersBelow(param(groupId, 'uuid'), scope)}))`;
      return filter.kind === 'compare' ? lookUp : sql`(${lookUp} and ${exact})`;
    },
    present: sql`exists (select 1 from group_member m where ${within(sql`m`, scope)} and m.member_id = ${userId})`,
    first: (target) => firstOf(operandOf(target, scope), memberships),
  };
}

function membershipRows(userId: Sql, scope: SourceScope): Sql {
  const own = sql`select m.group_id, true from group_member m where ${within(sql`m`, scope)} and m.member_id = ${userId}`;
  const around = sql`select m.group_id, false from around a join group_member m on ${within(sql`m`, scope)} and m.member_id = a.group_id`;
  return sql`with recursive around (group_id, direct) as (${own} union ${around}) select group_id, bool_or(direct) as direct from around group by group_id`;
}

/** From the group downwards, so that a look-up by group reads that group's members only. */
function usersBelow(groupId: Sql, scope: SourceScope): Sql {
  const nested = sql`select m.member_id from below b join group_member m on ${within(sql`m`, scope)} and m.group_id = b.group_id and m.is_group`;
  const groups = sql`with recursive below (group_id) as (select ${groupId} union ${nested}) select group_id from below`;
  return sql`select m.member_id from group_member m where ${within(sql`m`, scope)} and m.group_id in (${groups})`;
}

function operandOf({ attribute }: ElementTarget, scope: SourceScope): Operand {
  switch (attribute.name) {
    case 'value':
      return idColumn(sql`s.group_id`);
    case '$ref':
      return idColumn(sql`s.group_id`, `${scope.baseUrl}/Groups/`);
    case 'type':
      return foldedText(sql`(case when s.direct then 'direct' else 'indirect' end)`);
    case 'display':
      return keyColumn(
        sql`(select o.display_name_key from scim_group o where ${within(sql`o`, scope)} and o.id = s.group_id)`,
        foldCase,
      );
    default:
      throw new TypeError(`groups have no column for ${attribute.name}`);
  }
}

function firstOf(operand: Operand, memberships: Sql): Operand {
  const first = (value: Sql) => sql`(select ${value} from (${memberships}) s order by s.group_id limit 1)`;
  if (operand.kind === 'id') return { ...operand, column: first(operand.column) };
  if (operand.kind === 'text') return { ...operand, key: first(operand.key) };
  throw new TypeError('groups have texts and ids only');
}
