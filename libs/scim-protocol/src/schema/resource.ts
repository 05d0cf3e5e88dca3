import type { JsonObject } from '../messages/json';

/**
 * A resource in canonical form: attribute names as the schema writes them, real booleans, no nulls, no empty lists; extension attributes
 * below their URN; `schemas` complete. Without `id`, `meta` and the computed `groups`; a group's `members` are kept apart as rows.
 */
export type ScimResource = JsonObject;

/** One member as a client named it (RFC 7643 §4.2). `type` is what the client claimed; the directory decides. */
export interface MemberReference {
  readonly value: string;
  readonly type?: 'User' | 'Group';
}
