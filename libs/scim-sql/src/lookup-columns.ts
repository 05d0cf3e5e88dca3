import {
  ENTERPRISE_USER_URN,
  foldCase,
  isJsonObject,
  type Json,
  type ScimResource,
  userNameKey,
} from '@rollcall/scim-protocol';

/** What filters read from columns of `scim_user`, and `furtherEmailKeys` for the rows of `scim_user_email`. */
export interface UserLookupColumns {
  readonly userName: string;
  readonly userNameKey: string;
  readonly externalId: string | null;
  readonly displayNameKey: string | null;
  readonly active: boolean | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly emailKey: string | null;
  readonly furtherEmailKeys: readonly string[];
  readonly employeeNumber: string | null;
  readonly department: string | null;
}

/**
 * The look-up columns of a user in canonical form. Filters are exact only when every write takes its columns from here, because the
 * compiler folds literals the same way.
 */
export function userLookupColumns(resource: ScimResource): UserLookupColumns {
  const enterprise = ownValue(resource, ENTERPRISE_USER_URN);
  const userName = textOf(ownValue(resource, 'userName')) ?? '';
  const [email = null, ...furtherEmails] = emailsOf(resource);
  return {
    userName,
    userNameKey: userNameKey(userName),
    externalId: textOf(ownValue(resource, 'externalId')),
    displayNameKey: folded(ownValue(resource, 'displayName')),
    active: booleanOf(ownValue(resource, 'active')),
    title: textOf(ownValue(resource, 'title')),
    email,
    emailKey: folded(email ?? undefined),
    furtherEmailKeys: [...new Set(furtherEmails.map(foldCase))],
    employeeNumber: folded(ownValue(enterprise, 'employeeNumber')),
    department: textOf(ownValue(enterprise, 'department')),
  };
}

function emailsOf(resource: ScimResource): string[] {
  const emails = ownValue(resource, 'emails');
  if (!Array.isArray(emails)) return [];
  return emails.map((email: Json) => textOf(ownValue(email, 'value'))).filter((value) => value !== null);
}

function ownValue(container: Json | undefined, name: string): Json | undefined {
  return isJsonObject(container) && Object.hasOwn(container, name) ? container[name] : undefined;
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function booleanOf(value: Json | undefined): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

function folded(value: Json | undefined): string | null {
  return typeof value === 'string' ? foldCase(value) : null;
}
