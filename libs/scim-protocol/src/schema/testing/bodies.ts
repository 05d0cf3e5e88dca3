import type { Json, JsonObject } from '../../messages/json';
import { Trail, type Note } from '../../messages/note';
import { ScimError } from '../../messages/scim-error';
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

/** The protocol error that the work ends in, as "400 invalidValue: title: expected a text"; anything else fails the test. */
export function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ScimError) return `${error.status} ${error.scimType ?? '-'}: ${error.detail}`;
    throw error;
  }
  return 'accepted';
}
