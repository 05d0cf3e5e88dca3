import { isJsonObject, type Attribute, type ResourceType, type ScimResource } from '@rollcall/scim-protocol';
import type { AttributeChange } from './exchange';

const requested = new WeakMap<ResourceType, ReadonlySet<string>>();
const partial = new WeakMap<ResourceType, boolean>();

/** Whether the type has attributes, or parts of them, that show only when a client names or writes them; only registered schemas have such. */
export function hasRequestedAttributes(type: ResourceType): boolean {
  const known = partial.get(type);
  if (known !== undefined) return known;
  const isRequested = ({ returned, subAttributes = [] }: Attribute): boolean =>
    returned === 'request' || subAttributes.some(isRequested);
  const found = attributesOf(type).some(isRequested);
  partial.set(type, found);
  return found;
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
  const names = new Set(
    attributesOf(type)
      .filter(({ returned }) => returned === 'request')
      .map(({ name }) => name),
  );
  requested.set(type, names);
  return names;
}

function attributesOf(type: ResourceType): readonly Attribute[] {
  return [type.schema, ...type.extensions.map(({ schema }) => schema)].flatMap(({ attributes }) => attributes);
}
