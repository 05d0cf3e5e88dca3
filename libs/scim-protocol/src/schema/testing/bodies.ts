import type { Json, JsonObject } from '../../messages/json';
import { Trail, type Note } from '../../messages/note';
import type { ResourceType } from '../definitions';
import { GROUP } from '../group';
import { type ReadResource, readResource } from '../read-resource';
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from '../urns';
import { USER } from '../user';

export const U = USER_URN;
export const G = GROUP_URN;
export const E = ENTERPRISE_USER_URN;

/** A body of a POST that shows only what matters to the test. */
export function aUserBody(attributes: JsonObject = {}): JsonObject {
  return { schemas: [U], userName: 'ada', ...attributes };
}

export function aGroupBody(attributes: JsonObject = {}): JsonObject {
  return { schemas: [G], displayName: 'Crew', ...attributes };
}

export function readUser(attributes: JsonObject = {}): ReadResource & { readonly notes: readonly Note[] } {
  return read(USER, aUserBody(attributes));
}

export function readGroup(attributes: JsonObject = {}): ReadResource & { readonly notes: readonly Note[] } {
  return read(GROUP, aGroupBody(attributes));
}

export function read(type: ResourceType, body: Json): ReadResource & { readonly notes: readonly Note[] } {
  const trail = new Trail();
  return { ...readResource(type, body, trail), notes: trail.notes };
}
