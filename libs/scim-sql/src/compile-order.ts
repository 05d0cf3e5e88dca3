import type { AttributePath } from '@rollcall/scim-protocol';
import { shownId, type Operand } from './operand';
import type { ResourceSource } from './resource-source';
import { param, type ParameterType, sql, type Sql } from './sql';

export interface Order {
  /** A plain attribute, as `readSortAttribute` gives it; without one the order is by id. */
  readonly path?: AttributePath;
  readonly descending?: boolean;
  /** Among the resources of other types: locations are then ordered as they are shown, since what stands before the id differs. */
  readonly acrossTypes?: boolean;
}

/** The place of the last row of a page: its `keyText` (null when the attribute is unassigned or the order is by id) and its id. */
export interface Keyset {
  readonly key: string | null;
  readonly id: string;
}

export interface CompiledOrder {
  /** What follows `order by`: a total order, the id last (L-10). */
  readonly by: Sql;
  /** The sort key as text, to be selected for the cursor; `null::text` when the order is by id. */
  readonly keyText: Sql;
  /** What the key is before it becomes text; undefined when the order is by id. */
  readonly keyType: ParameterType | undefined;
  /** The condition that admits only what comes after that place: two pages neither overlap nor leave a gap. */
  after(keyset: Keyset): Sql;
}

/**
 * RFC 7644 §3.4.2.3: unassigned values last, first when descending, which is where PostgreSQL puts null by itself. Text goes by folded
 * code points, instants by time, numbers by value, lists by their primary value, else by their first.
 */
export function compileOrder(
  { path, descending = false, acrossTypes = false }: Order,
  source: ResourceSource,
): CompiledOrder {
  const direction = descending ? sql`desc` : sql`asc`;
  if (!path) return orderById(source, descending, direction);
  const { value, type } = sortKey(sortedOperand(path, source), acrossTypes);
  return {
    by: sql`${value} ${direction}, ${source.id} ${direction}`,
    keyText: sql`${value}::text`,
    keyType: type,
    after: ({ key, id }) => {
      const laterId = beyond(source.id, param(id, 'uuid'), descending);
      return key === null
        ? afterNull(value, laterId, descending)
        : afterKey(value, param(key, type), laterId, descending);
    },
  };
}

function orderById(source: ResourceSource, descending: boolean, direction: Sql): CompiledOrder {
  return {
    by: sql`${source.id} ${direction}`,
    keyText: sql`null::text`,
    keyType: undefined,
    after: ({ id }) => beyond(source.id, param(id, 'uuid'), descending),
  };
}

function afterKey(value: Sql, key: Sql, laterId: Sql, descending: boolean): Sql {
  const later = sql`${beyond(value, key, descending)} or (${value} = ${key} and ${laterId})`;
  return descending ? sql`(${later})` : sql`(${later} or ${value} is null)`;
}

function afterNull(value: Sql, laterId: Sql, descending: boolean): Sql {
  const later = sql`(${value} is null and ${laterId})`;
  return descending ? sql`(${later} or ${value} is not null)` : later;
}

function beyond(value: Sql, bound: Sql, descending: boolean): Sql {
  return descending ? sql`${value} < ${bound}` : sql`${value} > ${bound}`;
}

function sortedOperand(path: AttributePath, source: ResourceSource): Operand {
  const { attribute, subAttribute } = path;
  if (!attribute.multiValued) return source.operand(path);
  return source.elements(path).first({ attribute: subAttribute ?? attribute, whole: !subAttribute });
}

/** The order of ids is the order of their texts, and a prefix before all of them changes nothing. */
function sortKey(operand: Operand, acrossTypes: boolean): { readonly value: Sql; readonly type: ParameterType } {
  switch (operand.kind) {
    case 'text':
      return { value: operand.key, type: 'text' };
    case 'id':
      if (acrossTypes && operand.prefix !== '') return { value: shownId(operand), type: 'text' };
      return { value: operand.column, type: 'uuid' };
    case 'boolean':
      return { value: operand.value, type: 'boolean' };
    case 'number':
      return { value: operand.value, type: 'numeric' };
    case 'instant':
      return { value: operand.value, type: 'timestamptz' };
  }
}
