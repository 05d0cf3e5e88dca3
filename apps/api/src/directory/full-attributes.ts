import { isJsonObject, type Json } from '@rollcall/scim-protocol';

export interface ResourceMeta {
  readonly id: string;
  readonly resourceType: 'User' | 'Group';
  readonly created: Date;
  readonly lastModified: Date;
  readonly location: string;
  readonly version: string;
}

/** A resource as the SCIM API answers it, from the stored text; members and groups are lists of their own in the console. */
export function fullAttributes(resource: string, meta: ResourceMeta): Readonly<Record<string, unknown>> {
  const stored = JSON.parse(resource) as Json;
  const { id, resourceType, location, version } = meta;
  const created = meta.created.toISOString();
  const lastModified = meta.lastModified.toISOString();
  return {
    id,
    ...(isJsonObject(stored) ? stored : {}),
    meta: { resourceType, created, lastModified, location, version },
  };
}
