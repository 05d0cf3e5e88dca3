import { COMMON_ATTRIBUTES } from './common-attributes';
import type { Attribute, ResourceType, Schema } from './definitions';

export type AttributesByName = ReadonlyMap<string, Attribute>;

export interface ExtensionIndex {
  readonly schema: Schema;
  readonly required: boolean;
  readonly attributes: AttributesByName;
}

/** The names of a resource type in lower case: built once, because each key of each body is looked up in it. */
export interface TypeIndex {
  /** The core URN in lower case. */
  readonly coreUrn: string;
  /** Core and common attributes; the common ones win (RFC 7643 §3.1). */
  readonly attributes: AttributesByName;
  readonly extensions: ReadonlyMap<string, ExtensionIndex>;
  /** Names that a POST or PUT must have. */
  readonly required: readonly Attribute[];
}

const NONE: AttributesByName = new Map();
const subAttributes = new WeakMap<Attribute, AttributesByName>();
const indexes = new WeakMap<ResourceType, TypeIndex>();

export function indexOf(type: ResourceType): TypeIndex {
  const known = indexes.get(type);
  if (known) return known;
  const built = buildIndex(type);
  indexes.set(type, built);
  return built;
}

function buildIndex(type: ResourceType): TypeIndex {
  const attributes = byName([...type.schema.attributes, ...COMMON_ATTRIBUTES]);
  const extensions = new Map(
    type.extensions.map(({ schema, required }): [string, ExtensionIndex] => [
      schema.id.toLowerCase(),
      { schema, required, attributes: byName(schema.attributes) },
    ]),
  );
  return {
    coreUrn: type.schema.id.toLowerCase(),
    attributes,
    extensions,
    required: type.schema.attributes.filter((attribute) => attribute.required),
  };
}

/** The sub-attributes of a complex attribute by their name in lower case; none for any other. */
export function subAttributesOf(attribute: Attribute): AttributesByName {
  if (!attribute.subAttributes) return NONE;
  const known = subAttributes.get(attribute);
  if (known) return known;
  const built = byName(attribute.subAttributes);
  subAttributes.set(attribute, built);
  return built;
}

function byName(attributes: readonly Attribute[]): AttributesByName {
  return new Map(attributes.map((attribute) => [attribute.name.toLowerCase(), attribute]));
}
