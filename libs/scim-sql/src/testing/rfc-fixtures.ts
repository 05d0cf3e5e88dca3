import type { StoredGroup, StoredResource } from './test-directory';

export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';

export const AMY = '00000000-0000-7000-8000-0000000000a1';
export const BOB = '00000000-0000-7000-8000-0000000000b1';
export const CREW = '00000000-0000-7000-8000-0000000000c1';

/** Two users who differ in everything that filters look at, and a group with one of them. */
export const amy: StoredResource = {
  id: AMY,
  created: '2026-01-01T10:00:00Z',
  lastModified: '2026-01-02T10:00:00Z',
  version: 7,
  resource: {
    schemas: [USER_SCHEMA, ENTERPRISE],
    userName: 'Amy@Ex.org',
    externalId: 'X-1',
    displayName: 'Amy A',
    userType: 'Employee',
    active: true,
    name: { givenName: 'Amy', familyName: 'Abel' },
    emails: [
      { value: 'amy@work.ex', type: 'work', primary: true },
      { value: 'amy@home.ex', type: 'home' },
    ],
    [ENTERPRISE]: { employeeNumber: '7', department: 'R&D', manager: { value: BOB } },
  },
};

export const bob: StoredResource = {
  id: BOB,
  created: '2026-01-03T10:00:00Z',
  lastModified: '2026-01-03T10:00:00Z',
  resource: {
    schemas: [USER_SCHEMA],
    userName: 'bob',
    userType: 'Intern',
    title: 'Lead',
    active: false,
    emails: [{ value: 'bob@home.ex', type: 'home' }],
  },
};

export const crew: StoredGroup = {
  id: CREW,
  resource: { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Crew' },
  members: [{ id: AMY }],
};
