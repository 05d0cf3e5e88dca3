import type { JsonObject } from '../messages/json';
import { AMY, AMY_READ_ONLY, BOB } from '../fixtures/people';
import { add, patchUser, refusalOf, remove, replace } from '../fixtures/patching';
import { ENTERPRISE_USER_URN as E, USER_URN as U } from '../schema/urns';

const [WORK, HOME] = [
  { value: 'amy@work.ex', type: 'work', primary: true },
  { value: 'amy@home.ex', type: 'home' },
];

describe('replace', () => {
  it('P-33: sets a single value', () => {
    expect(patchUser(AMY, [replace('displayName', 'Z')]).resource).toEqual({ ...AMY, displayName: 'Z' });
  });

  it('P-34: swaps a whole list', () => {
    expect(patchUser(AMY, [replace('emails', [{ value: 'one@x.ex' }])]).resource['emails']).toEqual([
      { value: 'one@x.ex' },
    ]);
    expect(patchUser(AMY, [replace('emails', { value: 'one@x.ex' })]).resource['emails']).toEqual([
      { value: 'one@x.ex' },
    ]);
  });

  it('P-35: keeps the parts of a complex value that it does not name', () => {
    expect(patchUser(AMY, [replace('name', { givenName: 'A' })]).resource['name']).toEqual({
      givenName: 'A',
      familyName: 'Abel',
    });
    expect(patchUser(AMY, [replace('name', { givenName: null, middleName: [] })]).resource['name']).toEqual({
      familyName: 'Abel',
    });
    expect(patchUser(AMY, [replace('name', {})]).changed).toBe(false);
  });

  it('P-36: of what is unassigned sets it', () => {
    expect(patchUser(BOB, [replace('displayName', 'B')]).resource).toMatchObject({ displayName: 'B' });
  });

  it('P-37: replaces the records that a filter selects as a whole', () => {
    const { resource } = patchUser(AMY, [replace('emails[type eq "work"]', { value: 'w@x.ex', type: 'work' })]);

    expect(resource['emails']).toEqual([{ value: 'w@x.ex', type: 'work' }, HOME]);
  });

  it('P-38: sets the part of all records that a filter selects', () => {
    expect(patchUser(AMY, [replace('emails[type eq "work"].value', 'w@x.ex')]).resource['emails']).toEqual([
      { ...WORK, value: 'w@x.ex' },
      HOME,
    ]);
  });

  it('P-39 C50: behind a filter that matches nothing creates the element, by part or as a whole', () => {
    const fax = { type: 'fax', value: '555' };

    expect(patchUser(AMY, [replace('phoneNumbers[type eq "fax"].value', '555')]).resource['phoneNumbers']).toEqual([
      fax,
    ]);
    expect(patchUser(AMY, [replace('phoneNumbers[type eq "fax"]', { value: '555' })]).resource['phoneNumbers']).toEqual(
      [fax],
    );
  });

  it('P-40: without a path takes an object, and nothing else', () => {
    for (const value of ['x', [], 5, null, [{ title: 'x' }]]) {
      expect(refusalOf(() => patchUser(AMY, [{ op: 'replace', value }])).scimType).toBe('invalidValue');
    }
    expect(patchUser(AMY, [{ op: 'replace', value: { active: false, 'name.givenName': 'G' } }]).resource).toMatchObject(
      {
        active: false,
        name: { givenName: 'G', familyName: 'Abel' },
      },
    );
    expect(patchUser(AMY, [{ op: 'replace', value: {} }]).changed).toBe(false);
  });

  it('P-41: lets an echo of what is read-only pass, and refuses another value', () => {
    const patch = (value: Record<string, string | boolean | object>) =>
      patchUser(AMY, [{ op: 'replace', value: value as never }], { readOnly: AMY_READ_ONLY });

    expect(patch({ id: 'a1', schemas: [U], active: false }).resource).toEqual({ ...AMY, active: false });
    expect(patch({ meta: { resourceType: 'User' }, groups: [{ value: 'g1' }] }).changed).toBe(false);
    expect(refusalOf(() => patch({ id: 'b1', active: false })).scimType).toBe('mutability');
    expect(refusalOf(() => patch({ meta: { created: '1999-01-01T00:00:00Z' } })).scimType).toBe('mutability');
    expect(refusalOf(() => patch({ groups: [{ value: 'g2' }] })).scimType).toBe('mutability');
  });

  it('P-42 S-18: null and an empty list say that there is no value', () => {
    expect(patchUser(BOB, [replace('title', null)]).resource).not.toHaveProperty('title');
    expect(patchUser(BOB, [replace('emails', [])]).resource).not.toHaveProperty('emails');
    expect(patchUser(BOB, [{ op: 'replace', value: { title: null } }]).resource).not.toHaveProperty('title');
    expect(patchUser(AMY, [replace(E, null)]).resource).not.toHaveProperty([E]);
    expect(refusalOf(() => patchUser(BOB, [replace('userName', null)])).scimType).toBe('mutability');
  });

  it('P-42: to add nothing to a list leaves the list', () => {
    expect(patchUser(BOB, [add('emails', [])]).changed).toBe(false);
    expect(patchUser(BOB, [add('emails', null)]).changed).toBe(false);
  });

  it('P-43 S-15: an element that becomes primary takes it from the others', () => {
    const flipped = [
      { ...WORK, primary: false },
      { ...HOME, primary: true },
    ];

    expect(patchUser(AMY, [replace('emails[type eq "home"].primary', true)]).resource['emails']).toEqual(flipped);
    expect(patchUser(AMY, [add('emails', { ...HOME, primary: true })]).resource['emails']).toEqual(flipped);
    const added = { value: 'n@x.ex', type: 'other', primary: true };
    expect(patchUser(AMY, [{ op: 'add', value: { emails: [added] } }]).resource['emails']).toEqual([
      flipped[0],
      HOME,
      added,
    ]);
  });

  it('P-44: several primary elements in one operation are refused', () => {
    const two = [
      { value: 'a', primary: true },
      { value: 'b', primary: true },
    ];

    expect(refusalOf(() => patchUser(AMY, [replace('emails', two)])).scimType).toBe('invalidValue');
    expect(refusalOf(() => patchUser(AMY, [add('emails', two)])).scimType).toBe('invalidValue');
    expect(refusalOf(() => patchUser(AMY, [replace('emails.primary', true)])).scimType).toBe('invalidValue');
  });

  it.each([
    ['active', 'yes'],
    ['active', 1],
    ['active', ''],
    ['name', 'Amy'],
    ['title', 5],
    ['title', ['a', 'b']],
    ['title', { text: 'a' }],
    ['emails', 'amy@work.ex'],
    ['emails[type eq "work"].value', { a: 1 }],
    ['emails[type eq "work"]', 'amy@work.ex'],
    ['userName', '   '],
    ['userName', ''],
  ])('P-45 S-07: %s does not take %j', (path, value) => {
    expect(refusalOf(() => patchUser(AMY, [replace(path, value)]))).toMatchObject({
      status: 400,
      scimType: 'invalidValue',
    });
  });

  it('P-51: schemas may list an extension before it has data, and never lose the type itself', () => {
    expect(patchUser(BOB, [add('schemas', [E]), add(`${E}:division`, 'd')]).resource).toMatchObject({
      schemas: [U, E],
      [E]: { division: 'd' },
    });
    expect(refusalOf(() => patchUser(AMY, [remove(`schemas[value eq "${U}"]`)])).scimType).toBe('mutability');
    expect(refusalOf(() => patchUser(AMY, [replace('schemas', [E])])).scimType).toBe('mutability');
    expect(refusalOf(() => patchUser(AMY, [remove('schemas')])).scimType).toBe('mutability');
    expect(patchUser(AMY, [replace('schemas', [U])]).changed).toBe(false);
  });

  it('P-55: filters of paths follow all rules of filters', () => {
    const { resource } = patchUser(AMY, [remove('emails[not (type eq "work") and value ew "HOME.EX"]')]);

    expect(resource['emails']).toEqual([WORK]);
  });

  it('P-56 S-17: elements that a change made alike become one', () => {
    const two: JsonObject = {
      ...BOB,
      emails: [
        { value: 'a', type: 'work' },
        { value: 'b', type: 'work', primary: true },
      ],
    };

    expect(patchUser(two, [replace('emails.value', 'c')]).resource['emails']).toEqual([
      { value: 'c', type: 'work', primary: true },
    ]);
  });

  it('P-57: a password is accepted, and dropped', () => {
    const { changed, notes } = patchUser(AMY, [replace('password', 's3cret')]);

    expect(changed).toBe(false);
    expect(notes).toContainEqual(expect.objectContaining({ rule: 'neverStored' }));
    expect(JSON.stringify(notes)).not.toContain('s3cret');
  });

  it('P-60 C54: a filter on a single complex value acts on it when it matches', () => {
    expect(patchUser(AMY, [remove(`${E}:manager[value eq "b1"]`)]).resource[E]).toEqual({
      employeeNumber: '7',
      department: 'R&D',
    });
    expect(patchUser(AMY, [remove(`${E}:manager[value eq "zz"]`)]).changed).toBe(false);
    expect(patchUser(AMY, [replace(`${E}:manager[value eq "b1"].value`, 'c1')]).resource[E]).toMatchObject({
      manager: { value: 'c1' },
    });
    expect(refusalOf(() => patchUser(AMY, [replace(`${E}:manager[value eq "zz"].value`, 'c1')])).scimType).toBe(
      'noTarget',
    );
    expect(patchUser(BOB, [replace(`${E}:manager[value eq "c1"].value`, 'c1')]).resource[E]).toEqual({
      manager: { value: 'c1' },
    });
  });

  it('a manager who changes leaves no $ref of the one before behind', () => {
    const referenced = patchUser(BOB, [add(`${E}:manager`, { value: 'b1', $ref: '../Users/b1' })]).resource;

    expect(patchUser(referenced, [replace(`${E}:manager`, 'c1')]).resource[E]).toEqual({ manager: { value: 'c1' } });
    expect(patchUser(referenced, [replace(`${E}:manager.value`, 'c1')]).resource[E]).toEqual({
      manager: { value: 'c1' },
    });
    expect(patchUser(referenced, [remove(`${E}:manager.value`)]).resource).not.toHaveProperty([E]);
  });
});

describe('a PATCH that goes over long lists', () => {
  const emails = Array.from({ length: 5000 }, (_, at) => ({ value: `a${String(at)}@x`, type: 'work' }));
  const long = { ...BOB, emails };

  it('SEC-25: may do so once, and is refused with the number when it would stop everybody else', () => {
    expect(patchUser(long, [replace('emails[value eq "a1@x"].display', 'x')]).changed).toBe(true);
    expect(patchUser(BOB, [replace('emails', emails), remove('emails')]).resource).not.toHaveProperty('emails');

    const operations = emails.slice(0, 1000).map(({ value }) => replace(`emails[value eq "${value}"].display`, 'x'));
    const additions = emails.slice(0, 1000).map(({ value }) => add('emails', { value: `b${value}` }));
    const removal = [{ op: 'remove', path: 'emails', value: emails }];
    for (const each of [operations, additions, removal]) {
      const refusal = refusalOf(() => patchUser(long, each));
      expect(refusal).toMatchObject({ status: 413 });
      expect(refusal.detail).toContain('50000');
    }
  });
});
