import { CREW } from '../fixtures/people';
import { patchGroup, patchUser } from '../fixtures/patching';
import {
  VALIDATOR_ADD,
  VALIDATOR_BARE_USER,
  VALIDATOR_READ_BACK,
  VALIDATOR_READ_BACK_ENTERPRISE,
  VALIDATOR_REPLACE,
  VALIDATOR_REPLACE_VERBOSE,
  VALIDATOR_USER,
} from '../fixtures/validator-patches';
import { ENTERPRISE_USER_URN as E } from '../schema/urns';

const MANAGER = `${E}:manager`;

describe("the patches of Microsoft's validator", () => {
  it('C95 U6b: sends 36 operations in its verbose request', () => {
    expect(VALIDATOR_REPLACE_VERBOSE).toHaveLength(36);
  });

  it.each([
    ['U6a', VALIDATOR_USER, VALIDATOR_REPLACE],
    ['U6b', VALIDATOR_USER, VALIDATOR_REPLACE_VERBOSE],
    ['U6c', VALIDATOR_BARE_USER, VALIDATOR_ADD],
    ['U6a on a bare user', VALIDATOR_BARE_USER, VALIDATOR_REPLACE],
  ])('C95 %s: reads every value back', (_test, given, operations) => {
    const { resource } = patchUser(given, operations);

    for (const [name, value] of Object.entries(VALIDATOR_READ_BACK)) expect(resource[name]).toEqual(value);
    expect(resource[E]).toMatchObject(VALIDATOR_READ_BACK_ENTERPRISE);
    expect(patchUser(resource, operations).changed).toBe(false);
  });

  it('C95 U7 U8: renames and disables a user', () => {
    expect(patchUser(VALIDATOR_USER, [{ op: 'replace', value: { userName: 'new@z.example' } }]).resource).toEqual({
      ...VALIDATOR_USER,
      userName: 'new@z.example',
    });
    expect(patchUser(VALIDATOR_USER, [{ op: 'replace', path: 'active', value: false }]).resource['active']).toBe(false);
  });

  it('C95 U9 U10 U11: adds, replaces and removes the manager', () => {
    const added = patchUser(VALIDATOR_BARE_USER, [{ op: 'add', path: MANAGER, value: { value: 'm1' } }]).resource;
    expect(added[E]).toEqual({ manager: { value: 'm1' } });

    const replaced = patchUser(added, [{ op: 'replace', path: MANAGER, value: { value: 'm2' } }]).resource;
    expect(replaced[E]).toEqual({ manager: { value: 'm2' } });

    expect(patchUser(replaced, [{ op: 'replace', path: MANAGER, value: { value: '' } }]).resource).toEqual(
      VALIDATOR_BARE_USER,
    );
  });

  it('C95: several operations on different attributes, and on the same one', () => {
    const different = patchUser(VALIDATOR_USER, [
      { op: 'remove', path: 'nickName' },
      { op: 'add', value: { externalId: 'a' } },
      { op: 'replace', value: { displayName: 'd' } },
    ]).resource;
    expect(different).toMatchObject({ externalId: 'a', displayName: 'd' });
    expect(different).not.toHaveProperty('nickName');

    const same = [
      { op: 'remove', path: 'externalId' },
      { op: 'add', value: { externalId: 'a' } },
      { op: 'replace', value: { externalId: 'b' } },
    ];
    expect(patchUser(VALIDATOR_USER, same).resource).toMatchObject({ externalId: 'b' });
  });

  it('C95 G8 G9: changes externalId and name of a group', () => {
    expect(patchGroup(CREW, [{ op: 'replace', value: { externalId: 'e' } }]).resource).toEqual({
      ...CREW,
      externalId: 'e',
    });
    expect(patchGroup(CREW, [{ op: 'replace', value: { displayName: 'd' } }]).resource).toEqual({
      ...CREW,
      displayName: 'd',
    });
  });

  it('C95 G10 G11: replaces the members by one, and removes one by filter', () => {
    expect(patchGroup(CREW, [{ op: 'replace', path: 'members', value: [{ value: 'u1' }] }]).memberChanges).toEqual([
      { kind: 'replace', members: [{ value: 'u1' }] },
    ]);
    expect(patchGroup(CREW, [{ op: 'remove', path: 'members[value eq "u1"]' }]).memberChanges).toEqual([
      { kind: 'remove', values: ['u1'] },
    ]);
  });

  it('C95: a member that is added and removed in one request is gone after it', () => {
    const { memberChanges } = patchGroup(CREW, [
      { op: 'add', path: 'members', value: [{ value: 'u1' }] },
      { op: 'remove', path: 'members[value eq "u1"]' },
    ]);

    expect(memberChanges.map(({ kind }) => kind)).toEqual(['add', 'remove']);
  });
});

describe("the direct tests of Microsoft's gallery", () => {
  it('C96: each text target takes an arbitrary text and gives it back', () => {
    const text = 'upd-1a2b3c4d';
    const paths = [
      'userName',
      'displayName',
      'preferredLanguage',
      'name.formatted',
      'emails[type eq "work"].value',
      'phoneNumbers[type eq "mobile"].value',
      'addresses[type eq "work"].country',
      'roles[primary eq "True"].value',
      `${E}:costCenter`,
    ];
    const { resource } = patchUser(
      VALIDATOR_BARE_USER,
      paths.map((path) => ({ op: 'Replace', path, value: text })),
    );

    expect(resource).toMatchObject({
      userName: text,
      name: { formatted: text },
      emails: [{ type: 'work', value: text }],
      phoneNumbers: [{ type: 'mobile', value: text }],
      addresses: [{ type: 'work', country: text }],
      roles: [{ primary: true, value: text }],
      [E]: { costCenter: text },
    });
  });

  it('C96: the manager is added and replaced as a text, and cleared by an empty one', () => {
    const added = patchUser(VALIDATOR_BARE_USER, [{ op: 'Add', path: MANAGER, value: 'm1' }]).resource;
    const replaced = patchUser(added, [{ op: 'Replace', path: MANAGER, value: 'm2' }]).resource;

    expect(replaced[E]).toEqual({ manager: { value: 'm2' } });
    expect(patchUser(replaced, [{ op: 'Replace', path: MANAGER, value: '' }]).resource).toEqual(VALIDATOR_BARE_USER);
  });
});
