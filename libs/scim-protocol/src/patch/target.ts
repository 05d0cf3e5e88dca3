import { parseValuePathFilter } from '../filter/check-element-filter';
import type { ElementFilter } from '../filter/filter';
import { isJsonObject, type Json } from '../messages/json';
import { simple } from '../schema/attribute';
import type { Attribute, ResourceType } from '../schema/definitions';
import { getOwnFolded } from '../schema/own-property';
import { findSubAttribute, resolveAttribute } from '../schema/resolve-attribute';
import type { ScimResource } from '../schema/resource';
import { indexOf } from '../schema/type-index';
import { openAttribute } from './open-attribute';
import { parsePath, type PatchPath } from './path';

/** An attribute, some of its elements, or a part of them. */
export interface AttributeTarget {
  readonly kind: 'attribute';
  /** The URN of the extension that holds it, as the resource spells it; undefined for the core schema. */
  readonly extension?: string;
  readonly attribute: Attribute;
  /** No schema describes it: it belongs to an extension that nobody registered, or is unknown to the one it belongs to. */
  readonly isOpen: boolean;
  readonly filter?: ElementFilter;
  readonly subAttribute?: Attribute;
}

export type Target =
  | AttributeTarget
  /** All of an extension. */
  | { readonly kind: 'extension'; readonly extension: string }
  /** A name that the type does not have. Extensions have any name, so this is one of the core schema, or of a known attribute. */
  | { readonly kind: 'unknown' };

/**
 * Finds what a path names in this resource. `value` helps where a URN that nobody registered may or may not have an attribute after it.
 * Errors: 400 invalidPath, invalidFilter.
 */
export function resolveTarget(type: ResourceType, text: string, resource: ScimResource, value?: Json): Target {
  const path = parsePath(text, type, {
    storedUrns: storedOpenUrns(type, resource),
    valueIsObject: isJsonObject(value),
  });
  if (path.schema === 'foreign') return { kind: 'unknown' };
  if (path.extension === undefined) return resolveDescribed(type, path) ?? { kind: 'unknown' };
  const extension = storedSpelling(resource, path.extension);
  if (path.attribute === undefined) return { kind: 'extension', extension };
  return (
    resolveDescribed(type, path) ?? resolveOpen({ ...path, attribute: path.attribute, extension }, resource, value)
  );
}

function resolveDescribed(type: ResourceType, path: PatchPath): Target | undefined {
  const { attribute: name = '', extension } = path;
  const found = resolveAttribute(type, extension === undefined ? name : `${extension}:${name}`);
  if (!found) return undefined;
  const { attribute } = found;
  const place = extension === undefined ? {} : { extension };
  const filter = path.filter === undefined ? {} : { filter: parseValuePathFilter(path.filter, attribute) };
  const target: Target = { kind: 'attribute', ...place, attribute, isOpen: false, ...filter };
  if (path.subAttribute === undefined || isElementItself(attribute, path.subAttribute)) return target;
  const subAttribute = findSubAttribute(attribute, path.subAttribute);
  return subAttribute ? { ...target, subAttribute } : { kind: 'unknown' };
}

/** `value` of a list of plain values is the element (P-54). */
function isElementItself(attribute: Attribute, name: string): boolean {
  return attribute.multiValued && attribute.type !== 'complex' && name.toLowerCase() === 'value';
}

type OpenPath = PatchPath & { readonly attribute: string; readonly extension: string };

function resolveOpen(path: OpenPath, resource: ScimResource, value?: Json): Target {
  const { extension, filter, subAttribute } = path;
  const holder = resource[extension];
  const stored = isJsonObject(holder) ? getOwnFolded(holder, path.attribute) : undefined;
  const name = isJsonObject(holder) ? storedSpelling(holder, path.attribute) : path.attribute;
  const arriving = filter === undefined && subAttribute === undefined ? value : undefined;
  const attribute = openAttribute(name, {
    ...(stored === undefined ? {} : { stored }),
    ...(arriving === undefined ? {} : { value: arriving }),
    ...(filter === undefined ? {} : { filter }),
    ...(subAttribute === undefined ? {} : { subAttribute }),
  });
  return {
    kind: 'attribute',
    extension,
    attribute,
    isOpen: true,
    ...(filter === undefined ? {} : { filter: parseValuePathFilter(filter, attribute) }),
    ...openSubAttribute(attribute, subAttribute),
  };
}

function openSubAttribute(attribute: Attribute, name: string | undefined): { readonly subAttribute?: Attribute } {
  if (name === undefined || isElementItself(attribute, name)) return {};
  return { subAttribute: findSubAttribute(attribute, name) ?? simple(name, '', { caseExact: true }) };
}

/** Keys compare without regard to case, and the first spelling stays (N-09). */
function storedSpelling(holder: ScimResource, name: string): string {
  if (Object.hasOwn(holder, name)) return name;
  const folded = name.toLowerCase();
  return Object.keys(holder).find((key) => key.toLowerCase() === folded) ?? name;
}

/** URNs of extensions that the resource has and the type does not describe. */
function storedOpenUrns(type: ResourceType, resource: ScimResource): readonly string[] {
  const { extensions } = indexOf(type);
  return Object.keys(resource).filter((key) => key.includes(':') && !extensions.has(key.toLowerCase()));
}
