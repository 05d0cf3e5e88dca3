import { isJsonObject, type Attribute, type ResourceType, type ScimResource } from '@rollcall/scim-protocol';
import type { AttributeChange } from './exchange';

const requested = new WeakMap<ResourceType, ReadonlySet<string>>();

/** Whether the type has attributes that show only when a client names or writes them; only registered extensions have such. */
export function hasRequestedAttributes(type: ResourceType): boolean {
  return requestedNames(type).size > 0;
}

/** Those of them that a resource from a POST or PUT brought along. */
export function writtenIn(type: ResourceType, resource: ScimResource): ReadonlySet<string> {
  const names = requestedNames(type);
  if (names.size === 0) return names;
  const containers = [resource, ...type.extensions.map(({ schema }) => resource[schema.id])].filter(isJsonObject);
  return new Set(containers.flatMap((container) => Object.keys(container)).filter((name) => names.has(name)));
}

/** Those of them that a PATCH changed. */
export function writtenBy(type: ResourceType, changes: readonly AttributeChange[]): ReadonlySet<string> {
  const names = requestedNames(type);
  if (names.size === 0) return names;
  return new Set(changes.map(({ path }) => path.slice(path.lastIndexOf(':') + 1)).filter((name) => names.has(name)));
}

function requestedNames(type: ResourceType): ReadonlySet<string> {
  const known = requested.get(type);
  if (known) return known;
  const attributes: Attribute[] = [type.schema, ...type.extensions.map(({ schema }) => schema)].flatMap((schema) => [
    ...schema.attributes,
  ]);
  const names = new Set(attributes.filter(({ returned }) => returned === 'request').map(({ name }) => name));
  requested.set(type, names);
  return names;
}
