import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import { readJson } from '../messages/read-json';
import type { Attribute } from './definitions';
import { MANAGER } from './enterprise-user';
import { getOwnFolded, type MutableJsonObject } from './own-property';
import { ROLES } from './user';

/** A value that some provider writes in a form of its own, in the form of the schema; `rule` names the habit. */
export interface AcceptedSpelling {
  readonly rule: 'managerSpelling' | 'roleAsText' | 'roleDisplayName';
  readonly message: string;
  readonly value: Json;
}

/** The spelling that the attribute's schema wants, or undefined when the value has it already, or is not understood at all. */
export function acceptSpelling(attribute: Attribute, value: Json): AcceptedSpelling | undefined {
  if (attribute === MANAGER) return acceptManager(value);
  return attribute === ROLES ? acceptRole(value) : undefined;
}

/**
 * Providers write the manager as `"42"`, `{"value":"42"}` or `[{"value":"42","$ref":"../Users/42"}]`, and no manager as `""`,
 * `{"value":""}` or `[]`.
 */
function acceptManager(value: Json): AcceptedSpelling | undefined {
  const only = Array.isArray(value) && value.length <= 1 ? ((value as readonly Json[])[0] ?? null) : value;
  const read = typeof only === 'string' ? { value: only } : only;
  const unassigned = isJsonObject(read) && getOwnFolded(read, 'value') === '';
  const accepted = unassigned ? null : read;
  if (accepted === value) return undefined;
  return { rule: 'managerSpelling', message: 'The manager was read as an object with a value.', value: accepted };
}

/**
 * Entra writes a role as text, `{"value":"{\"id\":\"06b0\",\"value\":\"25\",\"displayName\":\"Role1234\"}"}`, and in another of its
 * expressions with `displayName` where RFC 7643 has `display`. The id of the text is Entra's own and nobody's attribute.
 */
function acceptRole(value: Json): AcceptedSpelling | undefined {
  if (!isJsonObject(value)) return undefined;
  const inner = parseRole(getOwnFolded(value, 'value'));
  if (inner) {
    const message = 'A role that was written as JSON in a text was read as that JSON.';
    return { rule: 'roleAsText', message, value: roleOf(inner, value) };
  }
  const isNamed = getOwnFolded(value, 'displayName') !== undefined && getOwnFolded(value, 'display') === undefined;
  if (!isNamed) return undefined;
  return {
    rule: 'roleDisplayName',
    message: "A role's displayName was read as its display.",
    value: roleOf(value, value),
  };
}

function parseRole(text: Json | undefined): JsonObject | undefined {
  if (typeof text !== 'string' || !text.startsWith('{')) return undefined;
  try {
    const parsed = readJson(text);
    return isJsonObject(parsed) && typeof getOwnFolded(parsed, 'value') === 'string' ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** What the text says wins; what it leaves open comes from the element around it. */
function roleOf(inner: JsonObject, outer: JsonObject): JsonObject {
  const role: MutableJsonObject = { value: getOwnFolded(inner, 'value') ?? null };
  const display =
    getOwnFolded(inner, 'display') ?? getOwnFolded(inner, 'displayName') ?? getOwnFolded(outer, 'display');
  if (display !== undefined) role.display = display;
  for (const name of ['type', 'primary']) {
    const each = getOwnFolded(inner, name) ?? getOwnFolded(outer, name);
    if (each !== undefined) role[name] = each;
  }
  return role;
}
