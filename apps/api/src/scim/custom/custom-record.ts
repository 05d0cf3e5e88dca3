import type { Json, ResourceType, ScimResource } from '@rollcall/scim-protocol';
import { uniqueKeys, type UniqueKey } from '@rollcall/scim-sql';
import { requireIndexable } from '../wire/indexable';

/** What of a resource of a registered type stands in columns and keys, derived from the resource and never set apart from it. */
export interface CustomRecord {
  /** What people see. */
  readonly displayName: string;
  readonly externalId: string | null;
  readonly keys: readonly UniqueKey[];
  /** The canonical JSON. */
  readonly resource: string;
}

/** @throws ScimError 400 when a value that is looked up is too long for its index */
export function customRecord(type: ResourceType, resource: ScimResource, id: string): CustomRecord {
  const externalId = text(resource['externalId']) ?? null;
  const keys = uniqueKeys(type, resource);
  requireIndexable('externalId', externalId);
  for (const { attribute, key } of keys) requireIndexable(attribute, key);
  return { displayName: nameOf(resource, keys) ?? id, externalId, keys, resource: JSON.stringify(resource) };
}

/** Positional values: name, externalId, resource, unique attributes and their keys. */
export function customValues({ displayName, externalId, keys, resource }: CustomRecord): unknown[] {
  return [displayName, externalId, resource, keys.map(({ attribute }) => attribute), keys.map(({ key }) => key)];
}

function nameOf(resource: ScimResource, keys: readonly UniqueKey[]): string | undefined {
  const names = [resource['displayName'], resource['name'], ...keys.map(({ value }) => value)];
  return names.map(text).find((name) => name !== undefined);
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
