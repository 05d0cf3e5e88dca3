import type { JsonObject } from '../messages/json';
import type { Trail } from '../messages/note';
import type { PatchOperation } from '../messages/patch-request';
import type { ResourceType } from '../schema/definitions';
import type { ScimResource } from '../schema/resource';
import { PatchDraft } from './patch-draft';
import { checkRequiredParts } from './required-parts';
import { sameJson } from './same-json';

export interface ResourcePlan {
  readonly resource: ScimResource;
  /** False when the operations left everything as it was: neither version nor lastModified may move then (RFC 7644 §3.5.2.1). */
  readonly changed: boolean;
}

/**
 * What the resource is after all operations of a PATCH, for any type whose attributes are all kept in the resource (RFC 7644 §3.5.2). All
 * of them apply or none does: an error leaves nothing behind, and the inputs are never written to. `readOnly` holds what the service keeps
 * itself (id, meta, groups), so that an echo of it can be told from an attempt to change it.
 *
 * Errors: 400 invalidPath, invalidFilter, invalidValue, noTarget, mutability, each of which names the operation.
 */
export function planUserPatch(
  type: ResourceType,
  current: ScimResource,
  operations: readonly PatchOperation[],
  trail: Trail,
  readOnly: JsonObject = {},
): ResourcePlan {
  const draft = new PatchDraft(type, current, trail, readOnly);
  for (const operation of operations) draft.apply(operation);
  return planOf(type, current, draft.result);
}

/** Errors: 400 invalidValue when a required part is missing. */
export function planOf(type: ResourceType, current: ScimResource, result: ScimResource): ResourcePlan {
  if (result === current || sameJson(result, current)) return { resource: current, changed: false };
  checkRequiredParts(type, result);
  return { resource: result, changed: true };
}
