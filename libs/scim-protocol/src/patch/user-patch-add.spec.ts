import { AMY, BOB } from '../fixtures/people';
import { add, patchUser, refusalOf, remove, replace } from '../fixtures/patching';
import { ENTERPRISE_USER_URN as E, USER_URN as U } from '../schema/urns';

const CUSTOM = 'urn:example:params:scim:schemas:extension:acme:2.0:User';

describe('add', () => {
  it('P-11: needs a value, and so does replace', () => {
    for (const op of ['add', 'replace']) {
      expect(refusalOf(() => patchUser(AMY, [{ op, path: 'title' }]))).toMatchObject({ scimType: 'invalidValue' });
      expect(refusalOf(() => patchUser(AMY, [{ op }]))).toMatchObject({ scimType: 'invalidValue' });
    }
  });

  it('P-12: sets a single value, and takes the place of one that is there', () => {
    expect(patchUser(AMY, [add('title', 'Dev')])).toMatchObject({ changed: true, resource: { title: 'Dev' } });
    expect(patchUser(BOB, [add('title', 'Dev')]).resource).toMatchObject({ title: 'Dev' });
  });

  it('P-13: of what is there already changes nothing, whatever the order of the names', () => {
    expect(patchUser(AMY, [add('displayName', 'Amy A')])).toMatchObject({ changed: false, resource: AMY });
    expect(patchUser(AMY, [add('name', { familyName: 'Abel', givenName: 'Amy' })]).changed).toBe(false);
    expect(patchUser(AMY, [add('title', 'x'), remove('title')]).changed).toBe(false);
  });

  it('P-14: merges into a complex value', () => {
    expect(patchUser(AMY, [add('name', { middleName: 'M' })]).resource['name']).toEqual({
      givenName: 'Amy',
      familyName: 'Abel',
      middleName: 'M',
    });
  });

  it('P-15: appends to a list, be it one element or several', () => {
    const one = { value: 'n@x.ex', type: 'other' };

    expect(patchUser(AMY, [add('emails', one)]).resource['emails']).toEqual([...emails(AMY), one]);
    expect(patchUser(AMY, [add('emails', [one, { value: 'm@x.ex' }])]).resource['emails']).toHaveLength(4);
  });

  it('P-16 C58: of an element that is there adds nothing, and the element takes over what is new about it', () => {
    expect(patchUser(AMY, [add('emails', [{ type: 'work', value: 'amy@work.ex' }])]).changed).toBe(false);

    const shown = patchUser(AMY, [add('emails', { type: 'home', value: 'amy@home.ex', display: 'At home' })]);
    expect(shown.resource['emails']).toEqual([emails(AMY)[0], { ...emailOf(AMY, 1), display: 'At home' }]);
  });

  it('P-17: without a path sets single values, merges complex ones and appends to lists', () => {
    const value = { title: 'T', name: { middleName: 'M' }, emails: [{ value: 'q@x.ex' }] };
    const { resource } = patchUser(AMY, [{ op: 'add', value }]);

    expect(resource).toMatchObject({ title: 'T', name: { givenName: 'Amy', middleName: 'M' } });
    expect(resource['emails']).toHaveLength(3);
  });

  it('P-18: behind a filter sets the part on all that match', () => {
    const { resource } = patchUser(AMY, [add('emails[type eq "work"].display', 'W')]);

    expect(resource['emails']).toEqual([{ ...emailOf(AMY, 0), display: 'W' }, emails(AMY)[1]]);
  });

  it('P-19 C50: behind a filter that matches nothing creates the element that its eq terms describe', () => {
    const { resource, notes } = patchUser(AMY, [add('emails[type eq "other"].value', 'o@x.ex')]);

    expect(resource['emails']).toEqual([...emails(AMY), { type: 'other', value: 'o@x.ex' }]);
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'recognised', rule: 'elementFromFilter' }));
    expect(
      patchUser(BOB, [add('addresses[type eq "work" and country eq "GB"].locality', 'Ockham')]).resource,
    ).toMatchObject({
      addresses: [{ type: 'work', country: 'GB', locality: 'Ockham' }],
    });
  });

  it('P-19: creates nothing from another filter', () => {
    for (const filter of [
      'type co "x"',
      'not (type eq "work")',
      'type eq "x" or type eq "y"',
      'type eq "x" and type eq "y"',
    ]) {
      const refusal = refusalOf(() => patchUser(AMY, [add(`phoneNumbers[${filter}].value`, 'o@x.ex')]));
      expect(refusal).toMatchObject({ status: 400, scimType: 'noTarget' });
    }
  });

  it('P-20: of a part without filter hits every element, and there must be one', () => {
    expect(patchUser(AMY, [replace('emails.display', 'x')]).resource['emails']).toEqual(
      emails(AMY).map((email) => ({ ...email, display: 'x' })),
    );
    expect(refusalOf(() => patchUser(AMY, [replace('phoneNumbers.display', 'x')])).scimType).toBe('noTarget');
  });

  it('P-21: of an extension lists its URN among the schemas', () => {
    expect(patchUser(BOB, [add(`${E}:employeeNumber`, '9')]).resource).toEqual({
      ...BOB,
      schemas: [U, E],
      [E]: { employeeNumber: '9' },
    });
  });

  it('P-22: takes an extension below its URN or by qualified names, and keeps the rest of it', () => {
    const expected = { ...(AMY[E] as object), division: 'D' };

    expect(patchUser(AMY, [{ op: 'add', value: { [E]: { division: 'D' } } }]).resource[E]).toEqual(expected);
    expect(patchUser(AMY, [{ op: 'add', value: { [`${E}:division`]: 'D' } }]).resource[E]).toEqual(expected);
  });

  it('P-23: of an extension by its URN alone merges; remove takes it away', () => {
    expect(patchUser(AMY, [replace(E, { division: 'D' })]).resource[E]).toMatchObject({
      division: 'D',
      department: 'R&D',
    });

    const { resource } = patchUser(AMY, [remove(E)]);
    expect(resource).not.toHaveProperty([E]);
    expect(resource['schemas']).toEqual([U]);
    expect(refusalOf(() => patchUser(AMY, [replace(E, 'x')])).scimType).toBe('invalidValue');
  });

  it('B12: keeps attributes of extensions that nobody registered, in every form, and lists their URN', () => {
    const expected = { ...BOB, schemas: [U, CUSTOM], [CUSTOM]: { tag: 'x' } };

    expect(patchUser(BOB, [add(`${CUSTOM}:tag`, 'x')]).resource).toEqual(expected);
    expect(patchUser(BOB, [add(CUSTOM, { tag: 'x' })]).resource).toEqual(expected);
    expect(patchUser(BOB, [{ op: 'replace', value: { [CUSTOM]: { tag: 'x' } } }]).resource).toEqual(expected);
    expect(patchUser(BOB, [{ op: 'replace', value: { [`${CUSTOM}:tag`]: 'x' } }]).resource).toEqual(expected);
    expect(patchUser(expected, [remove(`${CUSTOM}:TAG`)]).resource).toEqual(BOB);
  });

  it('B12: keeps an unknown attribute of a known extension', () => {
    expect(patchUser(BOB, [add(`${E}:badge`, 'blue')]).resource[E]).toEqual({ badge: 'blue' });
  });

  it('N-04 P-50: reads names and URNs in any letter case, qualified or not, and writes them as the schema does', () => {
    expect(patchUser(AMY, [replace('NAME.GIVENNAME', 'G')]).resource['name']).toMatchObject({ givenName: 'G' });
    expect(patchUser(AMY, [replace(`${U.toLowerCase()}:NICKNAME`, 'N')]).resource).toMatchObject({ nickName: 'N' });
    expect(patchUser(AMY, [replace(`${U}:emails[TYPE eq "work"].VALUE`, 'v')]).resource['emails']).toMatchObject([
      { value: 'v' },
      {},
    ]);
    expect(
      patchUser(AMY, [{ op: 'replace', value: { NICKNAME: 'N', Emails: [{ VALUE: 'a', Primary: true }] } }]).resource,
    ).toMatchObject({ nickName: 'N', emails: [{ value: 'a', primary: true }] });
  });
});

function emails(user: typeof AMY): readonly Record<string, unknown>[] {
  return user['emails'] as unknown as readonly Record<string, unknown>[];
}

function emailOf(user: typeof AMY, at: number): Record<string, unknown> {
  return emails(user)[at] ?? {};
}
