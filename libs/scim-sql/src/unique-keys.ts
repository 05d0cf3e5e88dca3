import {
  type Attribute,
  type AttributePath,
  foldCase,
  isJsonObject,
  type Json,
  type ResourceType,
  type ScimResource,
} from '@rollcall/scim-protocol';
import { pathKey } from './resource-source';

/** One value that no other resource of the type may have. */
export interface UniqueKey {
  /** As `pathKey` writes it: "serialNumber", or the extension's URN, a colon and the name. */
  readonly attribute: string;
  /** Folded as the attribute compares. */
  readonly key: string;
  readonly value: Json;
}

/** The attributes of a registered type that are unique within an integration. */
export function uniquePaths(type: ResourceType): readonly AttributePath[] {
  const core = type.schema.attributes.map((attribute): AttributePath => ({ attribute }));
  const extended = type.extensions.flatMap(({ schema }) =>
    schema.attributes.map((attribute): AttributePath => ({ extension: schema.id, attribute })),
  );
  return [...core, ...extended].filter(({ attribute }) => attribute.uniqueness !== 'none');
}

/** Whether filters may read the key in place of the value: keys of numbers and instants have another order than their values. */
export function isUniqueText({ attribute: { type } }: AttributePath): boolean {
  return type === 'string' || type === 'reference' || type === 'binary';
}

/** The keys of a resource in canonical form; an unassigned value, and an empty text, clash with nothing. */
export function uniqueKeys(type: ResourceType, resource: ScimResource): readonly UniqueKey[] {
  return uniquePaths(type).flatMap((path) => {
    const container = path.extension === undefined ? resource : resource[path.extension];
    const value = isJsonObject(container) ? container[path.attribute.name] : undefined;
    const key = value === undefined ? undefined : uniqueKeyOf(path.attribute, value);
    return value === undefined || key === undefined ? [] : [{ attribute: pathKey(path), key, value }];
  });
}

/** Undefined for what clashes with nothing. */
export function uniqueKeyOf({ type, caseExact }: Attribute, value: Json): string | undefined {
  if (value === '' || (typeof value === 'object' && value !== null)) return undefined;
  if (typeof value !== 'string') return String(value);
  if (type === 'dateTime') return String(Date.parse(value));
  return caseExact ? value : foldCase(value);
}
