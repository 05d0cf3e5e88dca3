import { ENTRA_USER_PATCHES, MANAGER_CLEARED, MANAGER_SET } from '../fixtures/entra-patches';
import { aUser, CREW } from '../fixtures/people';
import { patchGroup, patchUser, refusalOf } from '../fixtures/patching';
import type { JsonObject } from '../messages/json';
import { ENTERPRISE_USER_URN as E } from '../schema/urns';

const ROLE = { value: 'Admin', display: 'Administrator', type: 'WindowsAzureActiveDirectoryRole' };

describe("Entra's two dialects", () => {
  for (const { rule, change, given, byDefault, byFlag, expected } of ENTRA_USER_PATCHES) {
    it.each([
      ['the default', byDefault],
      ['the flag', byFlag],
    ])(`${rule}: ${change}, in %s dialect, once and again`, (_dialect, operations) => {
      const { resource } = patchUser(aUser(given), operations);

      for (const [name, value] of Object.entries(expected)) expect(resource[name]).toEqual(value);
      expect(patchUser(resource, operations)).toMatchObject({ changed: false, resource });
    });

    it(`${rule}: ${change}, the same after one dialect and the other`, () => {
      const [first, second] = [patchUser(aUser(given), byDefault), patchUser(aUser(given), byFlag)];

      expect(first.resource).toEqual(second.resource);
      expect(patchUser(first.resource, byFlag).changed).toBe(false);
    });
  }

  it.each([
    ['default', { op: 'Add', path: 'members', value: [{ value: 'u1', $ref: null }] }],
    ['flag', { op: 'add', path: 'members', value: [{ value: 'u1' }] }],
  ])('C44: adds a member in the %s dialect', (_dialect, operation) => {
    expect(patchGroup(CREW, [operation]).memberChanges).toEqual([{ kind: 'add', members: [{ value: 'u1' }] }]);
  });

  it('C45: removes members in both dialects', () => {
    const removed = [{ kind: 'remove', values: ['u1', 'u2'] }];
    const byDefault = [
      {
        op: 'Remove',
        path: 'members',
        value: [
          { value: 'u1', $ref: null },
          { value: 'u2', $ref: null },
        ],
      },
    ];
    const byFlag = ['u1', 'u2'].map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` }));

    expect(patchGroup(CREW, byDefault).memberChanges).toEqual(removed);
    expect(patchGroup(CREW, byFlag).memberChanges).toEqual(removed);
  });

  it('C46: renames a group in both dialects', () => {
    const byDefault = patchGroup(CREW, [{ op: 'Replace', path: 'displayName', value: 'Analysts' }]);
    const byFlag = patchGroup(CREW, [{ op: 'replace', value: { displayName: 'Analysts' } }]);

    expect(byDefault.resource).toMatchObject({ displayName: 'Analysts' });
    expect(byFlag.resource).toEqual(byDefault.resource);
  });

  it('C48: what is not sent stays', () => {
    const given = aUser({ title: 'Analyst', nickName: 'Babs' });

    expect(patchUser(given, [{ op: 'Replace', path: 'nickName', value: 'Ada' }]).resource).toMatchObject({
      title: 'Analyst',
    });
  });
});

describe('what Entra and its tools rely on', () => {
  it('C51: several operations on one element that is not there create one element', () => {
    const { resource } = patchUser(aUser(), [
      { op: 'Add', path: 'roles[primary eq "True"].display', value: 'Administrator' },
      { op: 'Add', path: 'roles[primary eq "True"].value', value: 'Admin' },
      { op: 'Add', path: 'roles[primary eq true].type', value: ROLE.type },
    ]);

    expect(resource['roles']).toEqual([{ primary: true, ...ROLE }]);
  });

  it('C52: nested, dotted and qualified names without a path merge into what is there', () => {
    const given = aUser({ name: { familyName: 'King' }, [E]: { costCenter: '9' } });
    const expected = { name: { familyName: 'King', givenName: 'A' }, [E]: { costCenter: '9', department: 'B' } };

    const values: readonly JsonObject[] = [
      { name: { givenName: 'A' }, [E]: { department: 'B' } },
      { 'name.givenName': 'A', [`${E}:department`]: 'B' },
      { 'NAME.GIVENNAME': 'A', [E.toUpperCase()]: { DEPARTMENT: 'B' } },
    ];
    for (const value of values) {
      expect(patchUser(given, [{ op: 'replace', value }]).resource).toMatchObject(expected);
    }
  });

  it.each(MANAGER_SET.map((operation) => [operation]))('C54: sets the manager by %j', (operation) => {
    expect(patchUser(aUser(), [operation]).resource[E]).toEqual({ manager: { value: '26' } });
    expect(patchUser(aUser({ [E]: { manager: { value: '7' } } }), [operation]).resource[E]).toEqual({
      manager: { value: '26' },
    });
  });

  it.each(MANAGER_CLEARED.map((operation) => [operation]))('C54: clears the manager by %j', (operation) => {
    const given = aUser({ [E]: { department: 'Maths', manager: { value: '26', $ref: '../Users/26' } } });

    expect(patchUser(given, [operation]).resource[E]).toEqual({ department: 'Maths' });
    expect(patchUser(aUser(), [operation]).changed).toBe(false);
  });

  it.each(['', null])(
    'C55: clears each optional attribute by %j, also parts of an element that is already empty',
    (value) => {
      const given = aUser({
        title: 'x',
        name: { givenName: 'x', formatted: 'y' },
        emails: [{ type: 'work', value: 'x' }],
        addresses: [{ type: 'work', locality: 'x', region: 'y' }],
        [E]: { department: 'x' },
      });
      const paths = [
        'title',
        'nickName',
        'name.givenName',
        'name.formatted',
        'emails[type eq "work"].value',
        'addresses[type eq "work"].locality',
        'addresses[type eq "work"].region',
        'addresses[type eq "home"].region',
        'phoneNumbers[type eq "work"].value',
        `${E}:department`,
        `${E}:division`,
      ];
      const { resource } = patchUser(
        given,
        paths.map((path) => ({ op: 'replace', path, value })),
      );

      expect(resource).toEqual({ ...aUser(), emails: [{ type: 'work' }], addresses: [{ type: 'work' }] });
    },
  );

  it('C55: an element that was emptied as a whole may be cleared again', () => {
    const given = aUser({ addresses: [{ locality: 'x', region: 'y' }] });
    const operations = ['locality', 'region', 'country'].map((part) => ({
      op: 'replace',
      path: `addresses[locality eq "x"].${part}`,
      value: '',
    }));

    expect(patchUser(given, operations).resource['addresses']).toEqual([{ region: 'y' }]);
  });

  it('C57: an error in one operation leaves everything as it was, and names the operation', () => {
    const refusal = refusalOf(() =>
      patchUser(aUser(), [
        { op: 'Replace', path: 'active', value: 'False' },
        { op: 'Replace', path: 'active', value: 'maybe' },
      ]),
    );

    expect(refusal).toMatchObject({ status: 400, scimType: 'invalidValue', operation: 1 });
  });

  it('C59: no text is refused for its form, and each is kept as it was sent', () => {
    const texts = {
      profileUrl: 'FPOCWAGSMIDK',
      locale: 'RHORTMHQKQXN',
      preferredLanguage: 'upd-1a2b3c4d',
      timezone: 'upd-1a2b3c4d',
      emails: [{ type: 'work', value: 'upd-1a2b3c4d' }],
      phoneNumbers: [{ type: 'work', value: '+1-555-a3f0' }],
    } satisfies JsonObject;

    expect(patchUser(aUser(), [{ op: 'Replace', value: texts }]).resource).toMatchObject(texts);
  });

  it.each([
    ['stringified', [{ value: '{"id":"1","value":"Admin","displayName":"Administrator"}', type: ROLE.type }]],
    ['with display', [{ ...ROLE, primary: 'False' }]],
    ['with displayName', [{ value: 'Admin', displayName: 'Administrator', type: ROLE.type, primary: false }]],
  ])('C60: adds roles %s once, and replaces all of them', (_form, value) => {
    const other = { value: 'User' };
    const once = patchUser(aUser({ roles: [other] }), [{ op: 'Add', path: 'roles', value }]).resource;

    expect(once['roles']).toMatchObject([other, ROLE]);
    expect(patchUser(once, [{ op: 'Add', path: 'roles', value }]).changed).toBe(false);
    expect(patchUser(once, [{ op: 'replace', path: 'roles', value }]).resource['roles']).toMatchObject([ROLE]);
    expect(patchUser(once, [{ op: 'replace', path: 'roles', value: [] }]).resource).not.toHaveProperty('roles');
  });

  it('C60: an element without content is no role', () => {
    expect(
      patchUser(aUser(), [
        { op: 'Add', path: 'roles', value: {} },
        { op: 'Add', path: 'title', value: 'x' },
      ]).resource,
    ).toEqual({ ...aUser(), title: 'x' });
  });

  it('the larger example ends the same in both dialects', () => {
    const byDefault = patchUser(aUser(), [
      { op: 'Replace', path: 'displayName', value: 'Ada King' },
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'ada.king@corp.example' },
      { op: 'Add', path: 'addresses[type eq "work"].locality', value: 'Ockham' },
      { op: 'Replace', path: 'name.familyName', value: 'King' },
      { op: 'Replace', path: `${E}:department`, value: 'Engines' },
      { op: 'Add', path: `${E}:manager`, value: 'u-42' },
      { op: 'Replace', path: 'active', value: 'True' },
    ]);
    const byFlag = patchUser(aUser(), [
      { op: 'add', path: 'emails[type eq "work"].value', value: 'ada.king@corp.example' },
      { op: 'add', path: 'addresses[type eq "work"].locality', value: 'Ockham' },
      { op: 'add', path: `${E}:manager`, value: 'u-42' },
      { op: 'replace', path: 'active', value: true },
      { op: 'replace', value: { displayName: 'Ada King', 'name.familyName': 'King', [`${E}:department`]: 'Engines' } },
    ]);

    expect(byFlag.resource).toEqual(byDefault.resource);
    expect(byDefault.notes.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['booleanText', 'elementFromFilter', 'managerSpelling']),
    );
  });
});
