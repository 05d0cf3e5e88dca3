import { isJsonObject, type Json } from '../messages/json';
import { MEMBERS_MAX } from '../messages/limits';
import { invalidValue, payloadTooLarge, quoted } from '../messages/scim-error';
import { getOwnFolded } from './own-property';
import type { MemberReference } from './resource';

/**
 * Reads the members that a client names: a list of `{"value":"7"}`, `{"value":"7","$ref":null}`, `{"value":"7","display":"Ada"}` or bare
 * ids, or one such element by itself. Order is kept, the same id counts once; a bulk reference such as `bulkId:x` is an id like any other.
 *
 * Errors: 400 invalidValue for an element without an id, 413 for more than 100,000 members.
 */
export function readMembers(value: Json, where: string): readonly MemberReference[] {
  if (value === null) return [];
  if (!Array.isArray(value)) return [readMember(value, where)];
  const list: readonly Json[] = value;
  if (list.length > MEMBERS_MAX) {
    throw payloadTooLarge(`${where}: ${list.length} members; at most ${MEMBERS_MAX} are taken in one request.`);
  }
  const members = new Map<string, MemberReference>();
  for (let at = 0; at < list.length; at += 1) {
    const each = list[at];
    if (each === null || each === undefined) continue;
    const member = readMember(each, where, at);
    if (!members.has(member.value)) members.set(member.value, member);
  }
  return [...members.values()];
}

function readMember(element: Json, where: string, at?: number): MemberReference {
  if (typeof element === 'string') return { value: requireId(element, where, at) };
  if (!isJsonObject(element)) throw invalidValue(`${place(where, at)}: expected an object with a value`);
  const value = requireId(getOwnFolded(element, 'value'), where, at);
  const type = memberType(getOwnFolded(element, 'type'));
  return type ? { value, type } : { value };
}

function requireId(id: Json | undefined, where: string, at?: number): string {
  if (typeof id === 'string' && id.trim() !== '') return id;
  const seen = typeof id === 'string' ? `, got ${quoted(id)}` : '';
  throw invalidValue(`${place(where, at)}.value: expected the id of a user or group${seen}`);
}

function place(where: string, at?: number): string {
  return at === undefined ? where : `${where}[${at}]`;
}

function memberType(type: Json | undefined): MemberReference['type'] {
  if (typeof type !== 'string') return undefined;
  if (type === 'User' || type === 'Group') return type;
  const folded = type.toLowerCase();
  if (folded === 'user') return 'User';
  return folded === 'group' ? 'Group' : undefined;
}
