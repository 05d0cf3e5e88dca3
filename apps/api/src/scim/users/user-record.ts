import { ENTERPRISE_USER_URN, isJsonObject, type Json, type ScimResource } from '@rollcall/scim-protocol';
import { userLookupColumns, type UserLookupColumns } from '@rollcall/scim-sql';
import { requireIndexable } from '../wire/indexable';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What of a user stands in columns of its own, derived from the resource and never set apart from it. */
export interface UserRecord extends UserLookupColumns {
  /** What people see. */
  readonly displayName: string;
  readonly managerId: string | null;
  /** The canonical JSON. */
  readonly resource: string;
}

/** @throws ScimError 400 when a value that is looked up is too long for its index */
export function userRecord(resource: ScimResource): UserRecord {
  const columns = userLookupColumns(resource);
  requireIndexable('userName', columns.userNameKey);
  requireIndexable('externalId', columns.externalId);
  requireIndexable('displayName', columns.displayNameKey);
  requireIndexable('emails.value', columns.emailKey);
  requireIndexable('employeeNumber', columns.employeeNumber);
  for (const key of columns.furtherEmailKeys) requireIndexable('emails.value', key);
  return {
    ...columns,
    displayName: text(resource['displayName']) ?? nameOf(resource['name']) ?? columns.userName,
    managerId: managerId(resource[ENTERPRISE_USER_URN]),
    resource: JSON.stringify(resource),
  };
}

/** Positional values in the order of USER_COLUMNS, without the further e-mails. */
export function userValues(record: UserRecord): unknown[] {
  return [
    record.active,
    record.userName,
    record.userNameKey,
    record.externalId,
    record.displayName,
    record.displayNameKey,
    record.email,
    record.emailKey,
    record.employeeNumber,
    record.title,
    record.department,
    record.managerId,
    record.resource,
  ];
}

export const USER_COLUMNS = [
  'active',
  'user_name',
  'user_name_key',
  'external_id',
  'display_name',
  'display_name_key',
  'email',
  'email_key',
  'employee_number',
  'title',
  'department',
  'manager_id',
  'resource',
] as const;

/** An externalId that can only be an object id of the provider's, so that it may say who somebody was (SEC-23). */
export function isGuid(value: string | null): value is string {
  return value !== null && UUID.test(value);
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** RFC 7643 §4.1.1: the name to show when no displayName came, in the order of behaviour B05. */
function nameOf(name: Json | undefined): string | null {
  if (!isJsonObject(name)) return null;
  const parts = [text(name['givenName']), text(name['familyName'])].filter((part) => part !== null);
  return text(name['formatted']) ?? (parts.length > 0 ? parts.join(' ') : null);
}

function managerId(enterprise: Json | undefined): string | null {
  const manager = isJsonObject(enterprise) ? enterprise['manager'] : undefined;
  const value = isJsonObject(manager) ? text(manager['value']) : null;
  return isGuid(value) ? value.toLowerCase() : null;
}
