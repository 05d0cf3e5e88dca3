import type { Json } from '../messages/json';
import { ATTRIBUTE_LIST_MAX } from '../messages/limits';
import { invalidValue } from '../messages/scim-error';
import type { AttributePath, ResourceType } from './definitions';
import { matchSchemaUrn, resolveAttribute } from './resolve-attribute';
import { isUrn } from './unknown-extension';

/** Names of one schema: all of an attribute, or some of its sub-attributes. */
export type Selection = Map<string, 'whole' | Set<string>>;

/**
 * What a client wants to see of a resource (RFC 7644 §3.9): only these attributes, or all but these. Names are those of the schema;
 * ones that nobody knows are left out.
 */
export interface Projection {
  readonly mode: 'only' | 'except';
  readonly core: Selection;
  /** By canonical URN. */
  readonly extensions: ReadonlyMap<string, 'whole' | Selection>;
  /** Names that begin like a URN of an extension nobody registered, in lower case. */
  readonly unknownUrns: ReadonlySet<string>;
}

/** A comma-separated text, as in a URL, or a list, as in a SearchRequest. */
export type AttributeList = string | readonly string[];

/**
 * Reads `attributes` or `excludedAttributes`; undefined when neither has a name in it. Unknown names and blanks are ignored.
 * Errors: 400 invalidValue when both are given, or more than 100 names (RFC 7644 §3.9).
 */
export function readProjection(
  type: ResourceType,
  attributes?: AttributeList,
  excludedAttributes?: AttributeList,
): Projection | undefined {
  const wanted = namesIn(attributes, 'attributes');
  const unwanted = namesIn(excludedAttributes, 'excludedAttributes');
  if (wanted.length > 0 && unwanted.length > 0) {
    throw invalidValue('attributes and excludedAttributes exclude each other; send one of them.');
  }
  if (wanted.length > 0) return select(type, 'only', wanted);
  return unwanted.length > 0 ? select(type, 'except', unwanted) : undefined;
}

function namesIn(list: AttributeList | undefined, parameter: string): readonly string[] {
  const texts = list === undefined ? [] : typeof list === 'string' ? [list] : list;
  const names = texts.flatMap((text) => text.split(',')).map((name) => name.trim());
  const given = names.filter((name) => name !== '');
  if (given.length > ATTRIBUTE_LIST_MAX) {
    throw invalidValue(`${parameter}: ${given.length} names; at most ${ATTRIBUTE_LIST_MAX} are taken.`);
  }
  return given;
}

function select(type: ResourceType, mode: Projection['mode'], names: readonly string[]): Projection {
  const core: Selection = new Map();
  const extensions = new Map<string, 'whole' | Selection>();
  const unknownUrns = new Set<string>();
  for (const name of names) {
    const path = resolveAttribute(type, name);
    const qualified = name.includes(':') ? matchSchemaUrn(type, name) : undefined;
    if (path) addPath(selectionOf(path, core, extensions), path);
    else if (qualified?.extension !== undefined && qualified.rest === '') extensions.set(qualified.extension, 'whole');
    else if (!qualified && isUrn(name)) unknownUrns.add(name.toLowerCase());
  }
  return { mode, core, extensions, unknownUrns };
}

/** Undefined when the extension is selected as a whole already. */
function selectionOf(
  path: AttributePath,
  core: Selection,
  extensions: Map<string, 'whole' | Selection>,
): Selection | undefined {
  if (path.extension === undefined) return core;
  const known = extensions.get(path.extension);
  if (known === 'whole') return undefined;
  if (known) return known;
  const created: Selection = new Map();
  extensions.set(path.extension, created);
  return created;
}

function addPath(selection: Selection | undefined, { attribute, subAttribute }: AttributePath): void {
  if (!selection) return;
  const known = selection.get(attribute.name);
  if (!subAttribute) selection.set(attribute.name, 'whole');
  else if (known === undefined) selection.set(attribute.name, new Set([subAttribute.name]));
  else if (known !== 'whole') known.add(subAttribute.name);
}

/**
 * True when the core attribute is not to be shown at all, so that it need not be read either: a group's members above all. An attribute
 * that is always returned is never excluded.
 */
export function projectionExcludes(projection: Projection | undefined, name: string): boolean {
  if (!projection) return false;
  const selected = projection.core.get(name);
  return projection.mode === 'only' ? selected === undefined : selected === 'whole';
}

/** True when nothing is projected away, so that the stored text can go out as it is. */
export function projectionIsWhole(projection: Projection | undefined): boolean {
  if (!projection) return true;
  return (
    projection.mode === 'except' &&
    projection.core.size + projection.extensions.size + projection.unknownUrns.size === 0
  );
}

/** Attribute names of a message: a list of texts, or one text with commas. Errors: 400 invalidValue. */
export function readAttributeList(value: Json | undefined, parameter: string): AttributeList | undefined {
  if (value === undefined || typeof value === 'string') return value;
  const isList = (list: Json): list is readonly string[] =>
    Array.isArray(list) && list.every((each) => typeof each === 'string');
  if (isList(value)) return value;
  throw invalidValue(`${parameter}: expected a list of texts`);
}
