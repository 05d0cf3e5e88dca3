import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import { mutability } from '../messages/scim-error';
import type { ResourceType } from '../schema/definitions';
import type { ScimResource } from '../schema/resource';
import { indexOf } from '../schema/type-index';
import { isJsonArray, ownValue, withValue } from './same-json';

/** Where an attribute is kept. */
export interface AttributePlace {
  readonly extension?: string;
  readonly name: string;
}

export function valueAt(resource: ScimResource, { extension, name }: AttributePlace): Json | undefined {
  if (extension === undefined) return ownValue(resource, name);
  const holder = ownValue(resource, extension);
  return isJsonObject(holder) ? ownValue(holder, name) : undefined;
}

/** The resource with another value there, or none; an extension appears with its first attribute and goes with its last. */
export function withValueAt(
  type: ResourceType,
  resource: ScimResource,
  { extension, name }: AttributePlace,
  value: Json | undefined,
): ScimResource {
  if (extension === undefined) return withValue(resource, name, value);
  const holder = ownValue(resource, extension);
  return withExtension(type, resource, extension, withValue(isJsonObject(holder) ? holder : {}, name, value));
}

/**
 * The resource with that extension, listed in `schemas` when it has data and not listed when it has none any more (RFC 7644 §3.5.2).
 * Errors: 400 mutability when the type requires the extension.
 */
export function withExtension(
  type: ResourceType,
  resource: ScimResource,
  extension: string,
  data: JsonObject,
): ScimResource {
  const hadData = Object.hasOwn(resource, extension);
  if (Object.keys(data).length > 0) return listing(withValue(resource, extension, data), extension);
  if (!hadData) return resource;
  return unlisting(type, withValue(resource, extension, undefined), extension);
}

/** The resource without that extension, whether it has data or is only listed (P-23). Errors: as above. */
export function withoutExtension(type: ResourceType, resource: ScimResource, extension: string): ScimResource {
  return unlisting(type, withValue(resource, extension, undefined), extension);
}

function listing(resource: ScimResource, urn: string): ScimResource {
  const schemas = schemasOf(resource);
  return schemas.some((each) => sameUrn(each, urn)) ? resource : withValue(resource, 'schemas', [...schemas, urn]);
}

function unlisting(type: ResourceType, resource: ScimResource, urn: string): ScimResource {
  if (indexOf(type).extensions.get(urn.toLowerCase())?.required) {
    throw mutability(`The extension ${urn} is required and cannot be removed.`);
  }
  const schemas = schemasOf(resource);
  const left = schemas.filter((each) => !sameUrn(each, urn));
  return left.length === schemas.length ? resource : withValue(resource, 'schemas', left);
}

export function schemasOf(resource: ScimResource): readonly string[] {
  const schemas = ownValue(resource, 'schemas');
  return isJsonArray(schemas) ? schemas.filter((each) => typeof each === 'string') : [];
}

/** URNs compare without regard to case (RFC 7644 §3.10). */
export function sameUrn(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
