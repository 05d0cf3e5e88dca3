import { foldCase, type Json, type ScimResource } from '@rollcall/scim-protocol';

/** What of a group stands in columns of its own; members are rows of group_member and never part of it. */
export interface GroupRecord {
  readonly displayName: string;
  readonly displayNameKey: string;
  readonly externalId: string | null;
  readonly resource: string;
}

export function groupRecord(resource: ScimResource): GroupRecord {
  const displayName = text(resource['displayName']) ?? '';
  return {
    displayName,
    displayNameKey: foldCase(displayName),
    externalId: text(resource['externalId']),
    resource: JSON.stringify(resource),
  };
}

export function groupValues(record: GroupRecord): unknown[] {
  return [record.displayName, record.displayNameKey, record.externalId, record.resource];
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
