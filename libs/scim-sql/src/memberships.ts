import { type ElementFilter, type ElementTarget, foldCase } from '@rollcall/scim-protocol';
import { compileElementFilter, demandedValue } from './compile-element-filter';
import { exactText, foldedText, idColumn, keyColumn, type Operand } from './operand';
import type { Elements } from './resource-source';
import { type SourceScope, within } from './scope';
import { param, sql, type Sql } from './sql';

/** One side of the memberships, rows `m` of `group_member`. */
interface Side {
  /** The resource whose list this is. */
  readonly owner: Sql;
  /** Where a row names the owner, and where it names the element. */
  readonly ownerColumn: Sql;
  readonly elementColumn: Sql;
  readonly operandOf: (target: ElementTarget) => Operand;
  /** The owners among rows that were looked up by element. */
  readonly amongOwners: (owners: Sql) => Sql;
}

/** The members of a group. A user is in few groups, so those fit in an array, which works below an `or` as well. */
export function membersOf(groupId: Sql, scope: SourceScope): Elements {
  return listOf(
    {
      owner: groupId,
      ownerColumn: sql`m.group_id`,
      elementColumn: sql`m.member_id`,
      operandOf: (target) => memberOperand(target, scope),
      amongOwners: (owners) => sql`(${groupId} = any (array(${owners})))`,
    },
    scope,
  );
}

/**
 * The groups that a user is a member of; groups around those are not expanded (B22). A group may have any number of members, so they
 * are joined.
 */
export function groupsOf(userId: Sql, scope: SourceScope): Elements {
  return listOf(
    {
      owner: userId,
      ownerColumn: sql`m.member_id`,
      elementColumn: sql`m.group_id`,
      operandOf: (target) => groupOperand(target, scope),
      amongOwners: (owners) => sql`(${userId} in (${owners}))`,
    },
    scope,
  );
}

/** The inside of `members[...]`, in a filter or in a PATCH path, as a condition on a row `m` of `group_member`. */
export function compileMemberFilter(filter: ElementFilter, scope: SourceScope): Sql {
  return compileElementFilter(filter, (target) => memberOperand(target, scope));
}

function listOf({ owner, ownerColumn, elementColumn, operandOf, amongOwners }: Side, scope: SourceScope): Elements {
  const own = sql`from group_member m where ${within(sql`m`, scope)} and ${ownerColumn} = ${owner}`;
  return {
    some: (filter) => {
      const condition = compileElementFilter(filter, operandOf);
      if (demandedValue(filter) === undefined) return sql`exists (select 1 ${own} and ${condition})`;
      return amongOwners(
        sql`select ${ownerColumn} from group_member m where ${within(sql`m`, scope)} and ${condition}`,
      );
    },
    present: sql`exists (select 1 ${own})`,
    first: (target) =>
      firstOf(operandOf(target), (value) => sql`(select ${value} ${own} order by ${elementColumn} limit 1)`),
  };
}

function firstOf(operand: Operand, first: (value: Sql) => Sql): Operand {
  switch (operand.kind) {
    case 'id':
      return { ...operand, column: first(operand.column) };
    case 'text':
      return { ...operand, key: first(operand.key) };
    default:
      throw new TypeError('memberships have texts and ids only');
  }
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

function groupOperand({ attribute }: ElementTarget, scope: SourceScope): Operand {
  switch (attribute.name) {
    case 'value':
      return idColumn(sql`m.group_id`);
    case '$ref':
      return idColumn(sql`m.group_id`, `${scope.baseUrl}/Groups/`);
    case 'type':
      return foldedText(sql`'direct'`);
    case 'display':
      return keyColumn(
        sql`(select o.display_name_key from scim_group o where ${within(sql`o`, scope)} and o.id = m.group_id)`,
        foldCase,
      );
    default:
      throw new TypeError(`groups have no column for ${attribute.name}`);
  }
}
