import type { Person, SourceGroup } from './directory';

/** Bodies as Entra ID writes them in its default dialect: capitalised operations, booleans as text. */

const USER_URN = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE_URN = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const GROUP_URN = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const PATCH_URN = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** All attributes of Entra's default mapping: about 1 KB. */
export function userBody(person: Person): string {
  const displayName = `${person.givenName} ${person.familyName}`;
  return JSON.stringify({
    schemas: [USER_URN, ENTERPRISE_URN],
    externalId: person.externalId,
    userName: person.userName,
    active: true,
    displayName,
    title: 'Analyst',
    preferredLanguage: 'en-GB',
    emails: [{ primary: true, type: 'work', value: person.userName }],
    phoneNumbers: [
      { type: 'work', value: `+44 20 7946 ${person.number}` },
      { type: 'mobile', value: `+44 7700 ${person.number}` },
      { type: 'fax', value: `+44 20 7947 ${person.number}` },
    ],
    addresses: [
      {
        type: 'work',
        formatted: 'Room 12',
        streetAddress: '12 St James Square',
        locality: 'London',
        region: 'Greater London',
        postalCode: 'SW1Y 4JH',
        country: 'GB',
      },
    ],
    name: { formatted: displayName, familyName: person.familyName, givenName: person.givenName },
    meta: { resourceType: 'User' },
    roles: [],
    [ENTERPRISE_URN]: { employeeNumber: String(700_000 + person.number), department: 'Mathematics' },
  });
}

export function groupBody(group: SourceGroup): string {
  return JSON.stringify({
    schemas: [GROUP_URN],
    externalId: group.externalId,
    displayName: group.displayName,
    members: [],
    meta: { resourceType: 'Group' },
  });
}

/** A promotion: a plain attribute, a sub-attribute and one of the enterprise extension. */
export function promotion(title: string, person: Person): string {
  return patch([
    { op: 'Replace', path: 'title', value: title },
    { op: 'Replace', path: 'name.familyName', value: `${person.familyName}-King` },
    { op: 'Replace', path: `${ENTERPRISE_URN}:department`, value: 'Engines' },
  ]);
}

export function disabling(): string {
  return patch([{ op: 'Replace', path: 'active', value: 'False' }]);
}

export function addMembers(ids: readonly string[]): string {
  return patch([{ op: 'Add', path: 'members', value: ids.map((value) => ({ value })) }]);
}

/** The default dialect's way to take members out. */
export function removeMembers(ids: readonly string[]): string {
  return patch([{ op: 'Remove', path: 'members', value: ids.map((value) => ({ value })) }]);
}

/** The way of the dialect behind aadOptscim062020. */
export function removeMemberByFilter(id: string): string {
  return patch([{ op: 'remove', path: `members[value eq "${id}"]` }]);
}

function patch(operations: readonly object[]): string {
  return JSON.stringify({ schemas: [PATCH_URN], Operations: operations });
}

/** As Entra encodes it: spaces as plus signs, quotes as %22. */
export function filterPath(endpoint: '/Users' | '/Groups', attribute: string, value: string): string {
  const filter = `${attribute}+eq+%22${encodeURIComponent(value)}%22`;
  return endpoint === '/Groups' ? `/Groups?excludedAttributes=members&filter=${filter}` : `/Users?filter=${filter}`;
}
