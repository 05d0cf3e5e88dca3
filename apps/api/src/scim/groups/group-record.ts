import { foldCase, type Json, type ScimResource } from '@rollcall/scim-protocol';
import { requireIndexable } from '../wire/indexable';

/** What of a group stands in columns of its own; members are rows of group_member and never part of it. */
export interface GroupRecord {
  readonly displayName: string;
  readonly displayNameKey: string;
  readonly externalId: string | null;
  readonly resource: string;
}

/** @throws ScimError 400 when a value that is looked up is too long for its index */
export function groupRecord(resource: ScimResource): GroupRecord {
  const displayName = text(resource['displayName']) ?? '';
  const displayNameKey = foldCase(displayName);
  const externalId = text(resource['externalId']);
  requireIndexable('displayName', displayNameKey);
  requireIndexable('externalId', externalId);
  return {
    displayName,
    displayNameKey,
    externalId,
    resource: JSON.stringify(resource),
  };
}

export function groupValues(record: GroupRecord): unknown[] {
  return [record.displayName, record.displayNameKey, record.externalId, record.resource];
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
