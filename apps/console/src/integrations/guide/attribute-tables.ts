import type { Provider } from '@rollcall/admin-contracts';

export type RowNote = 'matching' | 'change' | 'optional' | 'active';

export interface AttributeRow {
  readonly source: string;
  readonly target: string;
  readonly note?: RowNote;
}

export interface AttributeTables {
  readonly users: readonly AttributeRow[];
  readonly groups: readonly AttributeRow[];
}

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const ENTRA: AttributeTables = {
  users: [
    { source: 'userPrincipalName', target: 'userName', note: 'matching' },
    { source: 'objectId', target: 'externalId', note: 'change' },
    { source: 'Switch([IsSoftDeleted], , "False", "True", "True", "False")', target: 'active', note: 'active' },
    { source: 'displayName', target: 'displayName' },
    { source: 'givenName', target: 'name.givenName' },
    { source: 'surname', target: 'name.familyName' },
    { source: 'mail', target: 'emails[type eq "work"].value' },
    { source: 'jobTitle', target: 'title', note: 'optional' },
    { source: 'department', target: `${ENTERPRISE}:department`, note: 'optional' },
    { source: 'manager', target: `${ENTERPRISE}:manager`, note: 'optional' },
    { source: 'employeeId', target: `${ENTERPRISE}:employeeNumber`, note: 'optional' },
    { source: 'telephoneNumber', target: 'phoneNumbers[type eq "work"].value', note: 'optional' },
  ],
  groups: [
    { source: 'displayName', target: 'displayName', note: 'matching' },
    { source: 'objectId', target: 'externalId' },
    { source: 'members', target: 'members' },
  ],
};

const OKTA: AttributeTables = {
  users: [
    { source: 'userName', target: 'userName', note: 'matching' },
    { source: 'user.id', target: 'externalId' },
    { source: 'firstName', target: 'name.givenName' },
    { source: 'lastName', target: 'name.familyName' },
    { source: 'displayName', target: 'displayName' },
    { source: 'email', target: 'emails[type eq "work"].value' },
    { source: 'title', target: 'title', note: 'optional' },
    { source: 'department', target: `${ENTERPRISE}:department`, note: 'optional' },
  ],
  groups: [{ source: 'name', target: 'displayName', note: 'matching' }],
};

const ONELOGIN: AttributeTables = {
  users: [
    { source: '{$user.email}', target: 'userName', note: 'matching' },
    { source: '{$user.id}', target: 'externalId' },
    { source: '{$user.firstname}', target: 'name.givenName' },
    { source: '{$user.lastname}', target: 'name.familyName' },
    { source: '{$user.display_name}', target: 'displayName' },
    { source: '{$user.email}', target: 'emails[type eq "work"].value' },
    { source: '{$user.title}', target: 'title', note: 'optional' },
    { source: '{$user.department}', target: `${ENTERPRISE}:department`, note: 'optional' },
  ],
  groups: [{ source: 'Groups', target: 'displayName', note: 'matching' }],
};

const JUMPCLOUD: AttributeTables = {
  users: [
    { source: 'email', target: 'userName', note: 'matching' },
    { source: 'id', target: 'externalId' },
    { source: 'firstname', target: 'name.givenName' },
    { source: 'lastname', target: 'name.familyName' },
    { source: 'displayname', target: 'displayName' },
    { source: 'email', target: 'emails[type eq "work"].value' },
    { source: 'jobTitle', target: 'title', note: 'optional' },
    { source: 'department', target: `${ENTERPRISE}:department`, note: 'optional' },
  ],
  groups: [{ source: 'name', target: 'displayName', note: 'matching' }],
};

const PING: AttributeTables = {
  users: [
    { source: 'Username', target: 'userName', note: 'matching' },
    { source: 'User ID', target: 'externalId' },
    { source: 'Given Name', target: 'name.givenName' },
    { source: 'Family Name', target: 'name.familyName' },
    { source: 'Email Address', target: 'emails[type eq "work"].value' },
    { source: 'Enabled', target: 'active', note: 'active' },
    { source: 'Title', target: 'title', note: 'optional' },
  ],
  groups: [{ source: 'Group Name', target: 'displayName', note: 'matching' }],
};

const OTHER: AttributeTables = {
  users: [
    { source: '–', target: 'userName', note: 'matching' },
    { source: '–', target: 'externalId' },
    { source: '–', target: 'active', note: 'active' },
    { source: '–', target: 'displayName' },
    { source: '–', target: 'name.givenName, name.familyName' },
    { source: '–', target: 'emails[type eq "work"].value' },
    { source: '–', target: 'title', note: 'optional' },
    { source: '–', target: `${ENTERPRISE}:department`, note: 'optional' },
  ],
  groups: [
    { source: '–', target: 'displayName', note: 'matching' },
    { source: '–', target: 'members' },
  ],
};

/** Where each provider keeps what Rollcall reads, as its own mapping screen names it. */
export const ATTRIBUTE_TABLES: Readonly<Record<Provider, AttributeTables>> = {
  entra: ENTRA,
  okta: OKTA,
  onelogin: ONELOGIN,
  jumpcloud: JUMPCLOUD,
  ping: PING,
  other: OTHER,
};
