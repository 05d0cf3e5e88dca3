import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import type { Attribute, ResourceType } from './definitions';
import { type MutableJsonObject, setOwn } from './own-property';
import type { Projection, Selection } from './projection';
import { type AttributesByName, indexOf, subAttributesOf } from './type-index';

type Selected = 'whole' | ReadonlySet<string> | undefined;

/**
 * The part of a whole resource that a client is to see (RFC 7644 §3.9, RFC 7643 §2.4 "returned"): what is always returned stays, what is
 * never returned goes, what is returned on request shows only by name, or, in the answer to a write, when the client wrote it (`written`,
 * names of attributes as the schema writes them). `schemas` is not changed by it.
 */
export function project(
  type: ResourceType,
  resource: JsonObject,
  projection?: Projection,
  written?: ReadonlySet<string>,
): JsonObject {
  const view = new View(projection, written);
  const index = indexOf(type);
  const shown: MutableJsonObject = {};
  for (const name of Object.keys(resource)) {
    const value = resource[name];
    if (value === undefined) continue;
    const attribute = index.attributes.get(name.toLowerCase());
    const extension = attribute ? undefined : index.extensions.get(name.toLowerCase());
    const part = attribute
      ? view.attribute(attribute, value, projection?.core.get(attribute.name))
      : view.extension(extension?.schema.id ?? name, extension?.attributes, value);
    if (part !== undefined) setOwn(shown, name, part);
  }
  return shown;
}

class View {
  private readonly only: boolean;

  constructor(
    private readonly projection: Projection | undefined,
    private readonly written: ReadonlySet<string> | undefined,
  ) {
    this.only = projection?.mode === 'only';
  }

  attribute(attribute: Attribute, value: Json, selected: Selected): Json | undefined {
    if (!this.isShown(attribute, selected)) return undefined;
    const subAttributes = subAttributesOf(attribute);
    if (subAttributes.size === 0) return value;
    const named = selected === 'whole' ? undefined : selected;
    if (Array.isArray(value)) {
      const elements = (value as readonly Json[]).map((each) => this.parts(each, subAttributes, named));
      const shown = elements.filter((each) => each !== undefined);
      return shown.length > 0 ? shown : undefined;
    }
    return this.parts(value, subAttributes, named);
  }

  extension(urn: string, attributes: AttributesByName | undefined, value: Json): Json | undefined {
    const selected = this.projection?.extensions.get(urn) ?? this.selectionOfUnknown(urn, value);
    if (selected === 'whole') return this.only ? withoutRequested(value, attributes) : undefined;
    if (!selected && this.only) return undefined;
    return isJsonObject(value) ? this.extensionParts(value, attributes, selected) : value;
  }

  private extensionParts(
    value: JsonObject,
    attributes: AttributesByName | undefined,
    selected: Selection | undefined,
  ): Json | undefined {
    const shown: MutableJsonObject = {};
    for (const name of Object.keys(value)) {
      const each = value[name];
      if (each === undefined) continue;
      const attribute = attributes?.get(name.toLowerCase());
      const part = attribute
        ? this.attribute(attribute, each, selected?.get(attribute.name))
        : this.only === (selected?.has(name) ?? false)
          ? each
          : undefined;
      if (part !== undefined) setOwn(shown, name, part);
    }
    return Object.keys(shown).length > 0 ? shown : undefined;
  }

  /** An extension that nobody registered is selected by its URN, or by its URN, a colon and a name. */
  private selectionOfUnknown(urn: string, value: Json): 'whole' | Selection | undefined {
    const names = this.projection?.unknownUrns;
    if (!names || names.size === 0) return undefined;
    const folded = urn.toLowerCase();
    if (names.has(folded)) return 'whole';
    const attributes = isJsonObject(value) ? Object.keys(value) : [];
    const selected = attributes.filter((name) => names.has(`${folded}:${name.toLowerCase()}`));
    return selected.length > 0 ? new Map(selected.map((name) => [name, 'whole'])) : undefined;
  }

  private isShown({ name, returned }: Attribute, selected: Selected): boolean {
    if (returned === 'always') return true;
    if (returned === 'never') return false;
    if (this.only) return selected !== undefined;
    if (returned === 'request') return this.written?.has(name) ?? false;
    return selected !== 'whole';
  }

  private parts(
    value: Json,
    subAttributes: AttributesByName,
    named: ReadonlySet<string> | undefined,
  ): Json | undefined {
    if (!isJsonObject(value)) return value;
    const shown: MutableJsonObject = {};
    let isAssigned = false;
    for (const name of Object.keys(value)) {
      const each = value[name];
      const sub = subAttributes.get(name.toLowerCase());
      if (each === undefined || (sub && !this.isPartShown(sub, named))) continue;
      setOwn(shown, name, each);
      isAssigned = true;
    }
    return isAssigned ? shown : undefined;
  }

  private isPartShown({ name, returned }: Attribute, named: ReadonlySet<string> | undefined): boolean {
    if (returned === 'always') return true;
    if (returned === 'never') return false;
    const isNamed = named?.has(name) ?? false;
    if (this.only && named) return isNamed;
    if (returned === 'request') return false;
    return !isNamed;
  }
}

/** A whole extension by its URN: what shows by its own name only is not part of it. */
function withoutRequested(value: Json, attributes: AttributesByName | undefined): Json | undefined {
  if (!isJsonObject(value) || !attributes) return value;
  const isShown = (name: string) => {
    const returned = attributes.get(name.toLowerCase())?.returned;
    return returned !== 'request' && returned !== 'never';
  };
  const shown = Object.entries(value).filter(([name]) => isShown(name));
  return shown.length > 0 ? Object.fromEntries(shown) : undefined;
}
