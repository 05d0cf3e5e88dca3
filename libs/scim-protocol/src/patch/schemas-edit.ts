import type { Json } from '../messages/json';
import { mutability } from '../messages/scim-error';
import type { ResourceType } from '../schema/definitions';
import type { ScimResource } from '../schema/resource';
import { type AttributeEdit, editAttribute } from './edit-attribute';
import { isJsonArray, withValue } from './same-json';
import { sameUrn, schemasOf } from './resource-edit';

/**
 * Changes `schemas` itself (P-51). The type's own schema stays, and so does whatever the resource has data of; a URN of nobody's extension
 * is not taken. Errors: 400 mutability.
 */
export function editSchemas(type: ResourceType, resource: ScimResource, edit: AttributeEdit): ScimResource {
  const before = schemasOf(resource);
  const edited = editAttribute(before, edit);
  const urns = isJsonArray(edited) ? edited.filter((each) => typeof each === 'string') : [];
  if (!urns.some((urn) => sameUrn(urn, type.schema.id))) {
    throw mutability(`schemas: ${type.schema.id} cannot be removed from a ${type.name}.`);
  }
  const extensions = type.extensions.map(({ schema }) => schema.id);
  const withData = Object.keys(resource).filter((key) => key.includes(':'));
  const allowed = [type.schema.id, ...extensions, ...withData];
  const listed = allowed.filter((urn) => withData.includes(urn) || urns.some((each) => sameUrn(each, urn)));
  noteOthers(urns, allowed, edit);
  return withValue(resource, 'schemas', inOrderOf(before, [...new Set(listed)]));
}

function noteOthers(urns: readonly string[], allowed: readonly string[], edit: AttributeEdit): void {
  for (const urn of urns.filter((each) => !allowed.some((known) => sameUrn(known, each)))) {
    const message = `The resource has no data of ${urn}, so it was not listed among its schemas.`;
    edit.note({ kind: 'ignored', rule: 'unknownSchema', message, before: urn });
  }
}

/** What stays, stays where it was: the order of schemas means nothing (RFC 7643 §3), and a mere change of it is none. */
function inOrderOf(before: readonly string[], urns: readonly string[]): Json {
  const kept = before.filter((urn) => urns.some((each) => sameUrn(each, urn)));
  return [...kept, ...urns.filter((urn) => !kept.some((each) => sameUrn(each, urn)))];
}
