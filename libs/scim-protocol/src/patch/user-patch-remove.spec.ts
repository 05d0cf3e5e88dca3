import { AMY, BOB } from '../fixtures/people';
import { add, operationsOf, patchUser, refusalOf, remove, replace } from '../fixtures/patching';
import { Trail } from '../messages/note';
import { USER } from '../schema/user';
import { ENTERPRISE_USER_URN as E } from '../schema/urns';
import { planUserPatch } from './plan-user-patch';

const [WORK, HOME] = [
  { value: 'amy@work.ex', type: 'work', primary: true },
  { value: 'amy@home.ex', type: 'home' },
];

describe('remove', () => {
  it('P-07: without a path has no target', () => {
    expect(refusalOf(() => patchUser(AMY, [{ op: 'remove' }]))).toMatchObject({ status: 400, scimType: 'noTarget' });
    expect(refusalOf(() => patchUser(AMY, [{ op: 'remove', value: { title: 'x' } }])).scimType).toBe('noTarget');
  });

  it('P-24: unassigns a single value, and succeeds when there is none', () => {
    expect(patchUser(BOB, [remove('title')]).resource).not.toHaveProperty('title');
    expect(patchUser(AMY, [remove('title')]).changed).toBe(false);
  });

  it('P-25: without a filter clears a list', () => {
    expect(patchUser(AMY, [remove('emails')]).resource).not.toHaveProperty('emails');
  });

  it('P-26: with a filter drops what matches; after the last one the list is unassigned', () => {
    expect(patchUser(AMY, [remove('emails[type eq "home"]')]).resource['emails']).toEqual([WORK]);
    expect(patchUser(BOB, [remove('emails[type eq "home"]')]).resource).not.toHaveProperty('emails');
  });

  it('P-27: with a filter that matches nothing succeeds and changes nothing', () => {
    expect(patchUser(AMY, [remove('emails[type eq "fax"]')]).changed).toBe(false);
    expect(patchUser(AMY, [remove('phoneNumbers[type eq "fax"].value')]).changed).toBe(false);
    expect(patchUser(AMY, [remove('phoneNumbers.value')]).changed).toBe(false);
  });

  it('P-28 S-19: drops a part of what matches, and an element of which nothing is left', () => {
    expect(patchUser(AMY, [remove('emails[type eq "work"].primary')]).resource['emails']).toEqual([
      { value: 'amy@work.ex', type: 'work' },
      HOME,
    ]);
    const bare = { ...BOB, emails: [{ value: 'bob@home.ex' }] };
    expect(patchUser(bare, [remove('emails[value eq "bob@home.ex"].value')]).resource).not.toHaveProperty('emails');
    expect(patchUser(AMY, [remove('name.givenName'), remove('name.familyName')]).resource).not.toHaveProperty('name');
  });

  it('P-29: never takes a required attribute away', () => {
    expect(refusalOf(() => patchUser(AMY, [remove('userName')])).scimType).toBe('mutability');
  });

  it('P-30: with a list of values takes those alone away', () => {
    const { resource, notes } = patchUser(AMY, [{ op: 'remove', path: 'emails', value: [HOME] }]);

    expect(resource['emails']).toEqual([WORK]);
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'rewritten', rule: 'removalByValue', operation: 0 }));
    expect(patchUser(AMY, [{ op: 'remove', path: 'emails', value: 'AMY@home.ex' }]).resource['emails']).toEqual([WORK]);
    expect(patchUser(AMY, [{ op: 'remove', path: 'emails', value: [] }]).changed).toBe(false);
    expect(patchUser(AMY, [{ op: 'remove', path: 'emails', value: [{ value: 'zz' }] }]).changed).toBe(false);
    expect(refusalOf(() => patchUser(AMY, [{ op: 'remove', path: 'emails', value: [{}] }])).scimType).toBe(
      'invalidValue',
    );
  });

  it('P-31 S-20: what is read-only is refused, by whatever path', () => {
    for (const path of [
      'id',
      'meta.created',
      'meta',
      'groups',
      'groups[value eq "g1"]',
      'groups.display',
      `${E}:manager.displayName`,
    ]) {
      expect(refusalOf(() => patchUser(AMY, [replace(path, 'x')])).scimType).toBe('mutability');
      expect(refusalOf(() => patchUser(AMY, [add(path, 'x')])).scimType).toBe('mutability');
      expect(refusalOf(() => patchUser(AMY, [remove(path)])).scimType).toBe('mutability');
    }
  });
});

describe('the operations of one PATCH', () => {
  it('P-05: apply in their order, each to the result of the one before', () => {
    expect(patchUser(AMY, [add('title', 'a'), replace('title', 'b')]).resource).toMatchObject({ title: 'b' });
  });

  it('P-06 C57: apply all or not at all, and the error names the operation', () => {
    const before = JSON.stringify(AMY);
    const refusal = refusalOf(() => patchUser(AMY, [replace('title', 'x'), replace('id', 'y')]));

    expect(refusal).toMatchObject({ status: 400, scimType: 'mutability', operation: 1 });
    expect(refusal.detail).toMatch(/^Operation 2: /);
    expect(JSON.stringify(AMY)).toBe(before);
  });

  it('P-08: a path that cannot be read refuses all of them, whatever the others are', () => {
    const refusal = refusalOf(() => patchUser(AMY, [replace('title', 'x'), replace('emails[primary eq true', 'y')]));

    expect(refusal).toMatchObject({ scimType: 'invalidPath', operation: 1 });
  });

  it('P-09 B12: an attribute that no schema has is skipped with a note, and the rest applies', () => {
    const { resource, notes } = patchUser(AMY, [
      add('shoeSize', 9),
      replace('active', false),
      { op: 'replace', value: { hat: 'top', title: 'T' } },
      add('emails[type eq "work"].colour', 'red'),
      add('urn:ietf:params:scim:schemas:core:2.0:Group:displayName', 'x'),
    ]);

    expect(resource).toEqual({ ...AMY, active: false, title: 'T' });
    expect(notes.filter(({ kind }) => kind === 'skipped').map(({ operation }) => operation)).toEqual([0, 2, 3, 4]);
  });

  it('P-09: when no operation is left, 400 invalidPath names what was not understood', () => {
    const refusal = refusalOf(() => patchUser(AMY, [add('shoeSize', 9), { op: 'add', value: { hat: 'top' } }]));

    expect(refusal).toMatchObject({ status: 400, scimType: 'invalidPath', operation: 0 });
    expect(refusal.detail).toContain('shoeSize');
  });

  it('N-13: an attribute of an extension without its URN is an unknown one', () => {
    expect(refusalOf(() => patchUser(AMY, [replace('department', 'x')])).scimType).toBe('invalidPath');
  });

  it.each([
    'emails[type regex "x"].value',
    'emails[primary gt true]',
    'emails[colour eq "red"]',
    'emails[x[y pr]].value',
  ])('P-10: %s has a broken filter', (path) => {
    expect(refusalOf(() => patchUser(AMY, [replace(path, 'x')]))).toMatchObject({
      status: 400,
      scimType: 'invalidFilter',
    });
  });

  it('without the rewrites the engine takes neither paths for names nor unknown attributes', () => {
    const strict = (operation: Parameters<typeof operationsOf>[0][number]) =>
      planUserPatch(USER, AMY, operationsOf([operation]), new Trail());

    expect(refusalOf(() => strict({ op: 'replace', value: { 'name.givenName': 'G' } })).scimType).toBe('invalidPath');
    expect(refusalOf(() => strict(add('shoeSize', 9)))).toMatchObject({ scimType: 'invalidPath', operation: 0 });
  });
});
