import { type Attribute, isImpliedFalse } from '@rollcall/scim-protocol';
import { exactText, foldedText, type Operand } from './operand';
import { param, sql, type Sql } from './sql';

/** A place in a JSON document. */
export interface JsonPlace {
  readonly json: Sql;
  readonly text: Sql;
}

/** Names travel as parameters too: those of registered schemas are data. */
export function member(json: Sql, name: string): JsonPlace {
  const key = param(name);
  return { json: sql`(${json} -> ${key}::text)`, text: sql`(${json} ->> ${key}::text)` };
}

export function whole(json: Sql): JsonPlace {
  return { json, text: sql`(${json} #>> '{}')` };
}

/** Reads a plain value; whatever has another type than its attribute is unassigned, never an error of the database. */
export function jsonOperand(place: JsonPlace, attribute: Attribute): Operand {
  const present = sql`(${place.json} is not null)`;
  switch (attribute.type) {
    case 'string':
    case 'reference':
    case 'binary':
      return attribute.caseExact ? exactText(place.text) : foldedText(place.text);
    case 'boolean':
      return { kind: 'boolean', value: jsonBoolean(place.json, attribute), present };
    case 'integer':
    case 'decimal':
      return { kind: 'number', value: jsonNumber(place.json), present };
    case 'dateTime':
      return { kind: 'instant', value: jsonInstant(place.text), present };
    case 'complex':
      throw new TypeError(`${attribute.name} is no plain value`);
  }
}

function jsonBoolean(json: Sql, attribute: Attribute): Sql {
  const value = sql`(case jsonb_typeof(${json}) when 'boolean' then ${json}::boolean end)`;
  return isImpliedFalse(attribute) ? sql`coalesce(${value}, false)` : value;
}

function jsonNumber(json: Sql): Sql {
  return sql`(case jsonb_typeof(${json}) when 'number' then ${json}::numeric end)`;
}

/**
 * The cast raises an error for a day that does not exist, so the pattern admits only those that do. Without a zone the time is UTC;
 * instants are compared to the millisecond.
 */
function jsonInstant(text: Sql): Sql {
  const zoned = sql`(${text} || case when ${text} ~ '(Z|[+-]\\d\\d:\\d\\d)$' then '' else 'Z' end)`;
  return sql`(case when ${text} ~ ${DATE_TIME} then date_trunc('milliseconds', ${zoned}::timestamptz) end)`;
}

const LEAP_YEAR = sql`(\\d\\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)`;
const DAY_OF_ANY_YEAR = sql`(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31`;
const TIME = sql`([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,30})?`;
const ZONE = sql`(Z|[+-](0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?`;
const DATE_TIME = sql`'^(?!0000)(\\d{4}-(${DAY_OF_ANY_YEAR})|${LEAP_YEAR}-02-29)T${TIME}${ZONE}$'`;

/** A complex value counts when any of its sub-attributes has a value that is not empty (F-12). */
export function hasContent(json: Sql): Sql {
  return sql`exists (select 1 from jsonb_each_text(case jsonb_typeof(${json}) when 'object' then ${json} else '{}' end) s where s.value <> '')`;
}

/** The elements of a list, as rows with one column; no list has none. */
export function elementsOf(json: Sql): Sql {
  return sql`jsonb_array_elements(case jsonb_typeof(${json}) when 'array' then ${json} else '[]' end)`;
}
