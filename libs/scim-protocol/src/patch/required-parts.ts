import { isJsonObject, type Json } from '../messages/json';
import { invalidValue } from '../messages/scim-error';
import type { Attribute, ResourceType } from '../schema/definitions';
import type { ScimResource } from '../schema/resource';
import { isBlank, isTaken } from '../schema/value-reader';
import { valueAt } from './resource-edit';
import { isJsonArray, ownValue } from './same-json';

interface Holder {
  readonly extension?: string;
  readonly attribute: Attribute;
  readonly required: readonly string[];
}

const holders = new WeakMap<ResourceType, readonly Holder[]>();

/**
 * Operations may build a value piece by piece, so its required sub-attributes are looked for when all of them are done (P-46).
 * Errors: 400 invalidValue.
 */
export function checkRequiredParts(type: ResourceType, resource: ScimResource): void {
  for (const { extension, attribute, required } of holdersOf(type)) {
    const value = valueAt(resource, { extension, name: attribute.name });
    for (const element of isJsonArray(value) ? value : [value]) {
      if (isJsonObject(element)) checkElement(attribute, required, element);
    }
  }
}

function checkElement(
  attribute: Attribute,
  required: readonly string[],
  element: Readonly<Record<string, Json>>,
): void {
  const missing = required.find((name) => isBlank(ownValue(element, name)));
  if (missing !== undefined) throw invalidValue(`${attribute.name}.${missing}: required`);
}

function holdersOf(type: ResourceType): readonly Holder[] {
  const known = holders.get(type);
  if (known) return known;
  const core = type.schema.attributes.map((attribute) => ({ attribute }));
  const extended = type.extensions.flatMap(({ schema }) =>
    schema.attributes.map((attribute) => ({ extension: schema.id, attribute })),
  );
  const built = [...core, ...extended]
    .map((holder): Holder => ({ ...holder, required: requiredNames(holder.attribute) }))
    .filter(({ required }) => required.length > 0);
  holders.set(type, built);
  return built;
}

function requiredNames({ subAttributes = [] }: Attribute): readonly string[] {
  return subAttributes.filter((sub) => sub.required && isTaken(sub)).map(({ name }) => name);
}
