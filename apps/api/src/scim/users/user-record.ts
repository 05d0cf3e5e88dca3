import { foldCase, isJsonObject, userNameKey, type Json, type ScimResource } from '@rollcall/scim-protocol';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What of a user stands in columns of its own, derived from the resource and never set apart from it. */
export interface UserRecord {
  readonly active: boolean | null;
  readonly userName: string;
  readonly userNameKey: string;
  readonly externalId: string | null;
  readonly displayName: string;
  readonly displayNameKey: string | null;
  readonly email: string | null;
  readonly emailKey: string | null;
  /** Keys of the second and further e-mails. */
  readonly otherEmailKeys: readonly string[];
  readonly employeeNumber: string | null;
  readonly title: string | null;
  readonly department: string | null;
  readonly managerId: string | null;
  /** The canonical JSON. */
  readonly resource: string;
}

export function userRecord(resource: ScimResource): UserRecord {
  const userName = text(resource['userName']) ?? '';
  const displayName = text(resource['displayName']);
  const emails = emailValues(resource['emails']);
  const enterprise = isJsonObject(resource[ENTERPRISE]) ? resource[ENTERPRISE] : undefined;
  const employeeNumber = text(enterprise?.['employeeNumber']);
  return {
    active: typeof resource['active'] === 'boolean' ? resource['active'] : null,
    userName,
    userNameKey: userNameKey(userName),
    externalId: text(resource['externalId']),
    displayName: displayName ?? nameOf(resource['name']) ?? userName,
    displayNameKey: displayName === null ? null : foldCase(displayName),
    email: emails[0] ?? null,
    emailKey: emails[0] === undefined ? null : foldCase(emails[0]),
    otherEmailKeys: otherKeys(emails),
    employeeNumber: employeeNumber === null ? null : foldCase(employeeNumber),
    title: text(resource['title']),
    department: text(enterprise?.['department']),
    managerId: managerId(enterprise?.['manager']),
    resource: JSON.stringify(resource),
  };
}

/** Positional values in the order of USER_COLUMNS, without the other e-mails. */
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

/** RFC 7643 §4.1.1: the name to show when no displayName came, as product.md B05 orders it. */
function nameOf(name: Json | undefined): string | null {
  if (!isJsonObject(name)) return null;
  const parts = [text(name['givenName']), text(name['familyName'])].filter((part) => part !== null);
  return text(name['formatted']) ?? (parts.length > 0 ? parts.join(' ') : null);
}

function emailValues(emails: Json | undefined): string[] {
  if (!Array.isArray(emails)) return [];
  return emails.flatMap((email: Json) => (isJsonObject(email) ? (text(email['value']) ?? []) : []));
}

function otherKeys(emails: readonly string[]): readonly string[] {
  if (emails.length < 2) return [];
  const keys = new Set(emails.slice(1).map(foldCase));
  keys.delete(foldCase(emails[0] ?? ''));
  return [...keys].sort();
}

function managerId(manager: Json | undefined): string | null {
  const value = isJsonObject(manager) ? text(manager['value']) : null;
  return isGuid(value) ? value.toLowerCase() : null;
}
