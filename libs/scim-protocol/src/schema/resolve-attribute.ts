import type { Attribute, AttributePath, ResourceType, Schema } from './definitions';
import { indexOf, subAttributesOf } from './type-index';

/** A name that begins with the URN of one of the type's schemas: that schema, and what follows the URN's colon. */
export interface QualifiedName {
  readonly schema: Schema;
  /** The URN of an extension; undefined for the core schema. */
  readonly extension?: string;
  /** Empty when the name is the URN alone. */
  readonly rest: string;
}

/**
 * Finds the schema that a qualified name begins with. A URN has dots ("2.0") and colons itself, so registered URNs are compared as
 * they are, in any letter case, and the longest wins (RFC 7644 §3.10). Undefined when the name begins with none of them.
 */
export function matchSchemaUrn(type: ResourceType, name: string): QualifiedName | undefined {
  const folded = name.toLowerCase();
  const { coreUrn, extensions } = indexOf(type);
  let best: QualifiedName | undefined;
  let bestLength = -1;
  for (const [urn, { schema }] of extensions) {
    if (urn.length > bestLength && beginsWithUrn(folded, urn)) {
      best = { schema, extension: schema.id, rest: name.slice(urn.length + 1) };
      bestLength = urn.length;
    }
  }
  if (coreUrn.length > bestLength && beginsWithUrn(folded, coreUrn)) {
    best = { schema: type.schema, rest: name.slice(coreUrn.length + 1) };
  }
  return best;
}

function beginsWithUrn(folded: string, urn: string): boolean {
  return folded.startsWith(urn) && (folded.length === urn.length || folded.charCodeAt(urn.length) === 0x3a);
}

/**
 * Resolves `userName`, `NAME.GIVENNAME`, `{urn}:department` or `{urn}:manager.value`, in any letter case (RFC 7644 §3.10).
 * Undefined when the type has no such attribute; an unqualified name never reaches into an extension. `value` below a list of plain
 * values means its elements.
 */
export function resolveAttribute(type: ResourceType, name: string): AttributePath | undefined {
  const qualified = name.includes(':') ? matchSchemaUrn(type, name) : undefined;
  if (name.includes(':') && !qualified) return undefined;

  const index = indexOf(type);
  const extension = qualified?.extension;
  const names = extension === undefined ? index.attributes : index.extensions.get(extension.toLowerCase())?.attributes;
  if (!names) return undefined;

  const [head = '', sub, ...deeper] = (qualified?.rest ?? name).split('.', 3);
  const attribute = names.get(head.toLowerCase());
  if (!attribute || deeper.length > 0) return undefined;
  return withSubAttribute(attribute, sub, extension);
}

function withSubAttribute(
  attribute: Attribute,
  sub: string | undefined,
  extension: string | undefined,
): AttributePath | undefined {
  const found: AttributePath = extension === undefined ? { attribute } : { extension, attribute };
  if (sub === undefined) return found;
  const folded = sub.toLowerCase();
  if (folded === 'value' && attribute.multiValued && attribute.type !== 'complex') return found;
  const subAttribute = subAttributesOf(attribute).get(folded);
  return subAttribute && { ...found, subAttribute };
}

/** The sub-attribute of that name, in any letter case. */
export function findSubAttribute(attribute: Attribute, name: string): Attribute | undefined {
  return subAttributesOf(attribute).get(name.toLowerCase());
}
