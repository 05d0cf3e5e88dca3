import { type ElementFilter, type ElementTarget } from '@rollcall/scim-protocol';
import { compileElementFilter, demandedValue } from './compile-element-filter';
import { exactText, foldedText, idColumn, type Operand } from './operand';
import type { Elements } from './resource-source';
import { type SourceScope, within } from './scope';
import { param, sql, type Sql } from './sql';

/** The members of the group with this id: rows `m` of `group_member`. */
export function membersOf(groupId: Sql, scope: SourceScope): Elements {
  const own = sql`from group_member m where ${within(sql`m`, scope)} and m.group_id = ${groupId}`;
  return {
    some: (filter) => {
      const condition = compileMemberFilter(filter, scope);
      if (demandedValue(filter) === undefined) return sql`exists (select 1 ${own} and ${condition})`;
      const groups = sql`select m.group_id from group_member m where ${within(sql`m`, scope)} and ${condition}`;
      return sql`(${groupId} = any (array(${groups})))`;
    },
    present: sql`exists (select 1 ${own})`,
    first: (target) => firstOf(memberOperand(target, scope), own),
  };
}

/** The inside of `members[...]`, in a filter or in a PATCH path, as a condition on a row `m` of `group_member`. */
export function compileMemberFilter(filter: ElementFilter, scope: SourceScope): Sql {
  return compileElementFilter(filter, (target) => memberOperand(target, scope));
}

function memberOperand({ attribute }: ElementTarget, scope: SourceScope): Operand {
  switch (attribute.name) {
    case 'value':
      return idColumn(sql`m.member_id`);
    case 'type':
      return foldedText(sql`(case when m.is_group then 'Group' else 'User' end)`);
    case '$ref':
      return exactText(referenceOf(scope));
    case 'display':
      return foldedText(displayOf(scope));
    default:
      throw new TypeError(`members have no column for ${attribute.name}`);
  }
}

function referenceOf({ baseUrl }: SourceScope): Sql {
  const kind = sql`case when m.is_group then '/Groups/' else '/Users/' end`;
  return sql`(${param(baseUrl)} || ${kind} || m.member_id::text)`;
}

/** The member's name is its own, looked up when it is asked for. */
function displayOf(scope: SourceScope): Sql {
  const user = sql`select o.display_name from scim_user o where ${within(sql`o`, scope)} and o.id = m.member_id`;
  const group = sql`select o.display_name from scim_group o where ${within(sql`o`, scope)} and o.id = m.member_id`;
  return sql`(case when m.is_group then (${group}) else (${user}) end)`;
}

function firstOf(operand: Operand, own: Sql): Operand {
  const first = (value: Sql) => sql`(select ${value} ${own} order by m.member_id limit 1)`;
  return operand.kind === 'id' ? { ...operand, column: first(operand.column) } : firstText(operand, first);
}

function firstText(operand: Operand, first: (value: Sql) => Sql): Operand {
  if (operand.kind !== 'text') throw new TypeError('members have texts and ids only');
  return { ...operand, key: first(operand.key) };
}
