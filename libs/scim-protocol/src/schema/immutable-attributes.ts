import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import { mutability } from '../messages/scim-error';
import type { Attribute, ResourceType } from './definitions';
import type { MutableJsonObject } from './own-property';
import type { ScimResource } from './resource';
import { sameJson } from './same-json';

/**
 * The resource of a PUT with the immutable attributes that it leaves out taken from the stored one (RFC 7644 §3.5.1).
 * Errors: 400 mutability when it gives an immutable attribute that has a value another one.
 */
export function keepImmutable(type: ResourceType, stored: ScimResource, sent: ScimResource): ScimResource {
  let kept = keepIn(type.schema.attributes, stored, sent, '');
  for (const { schema } of type.extensions) {
    const before = stored[schema.id];
    if (!isJsonObject(before)) continue;
    const after = kept[schema.id];
    const data = keepIn(schema.attributes, before, isJsonObject(after) ? after : {}, `${schema.id}:`);
    if (data !== after && Object.keys(data).length > 0) kept = { ...withSchema(kept, schema.id), [schema.id]: data };
  }
  return kept;
}

function keepIn(attributes: readonly Attribute[], stored: JsonObject, sent: JsonObject, prefix: string): JsonObject {
  let kept: MutableJsonObject | undefined;
  for (const { name, mutability: rule } of attributes) {
    const before = stored[name];
    if (rule !== 'immutable' || before === undefined) continue;
    const after = sent[name];
    if (after === undefined) {
      kept ??= { ...sent };
      kept[name] = before;
    } else if (!sameJson(before, after)) {
      throw mutability(`${prefix}${name}: has a value that cannot change`);
    }
  }
  return kept ?? sent;
}

function withSchema(resource: ScimResource, urn: string): ScimResource {
  const { schemas } = resource;
  if (!Array.isArray(schemas) || schemas.includes(urn)) return resource;
  return { ...resource, schemas: [...(schemas as readonly Json[]), urn] };
}
