import type { Json, JsonObject } from '../messages/json';
import { readJson } from '../messages/read-json';
import { keepImmutable } from './immutable-attributes';
import { refusal } from '../messages/testing/refusal';
import { aUserBody, E, G, read, readGroup, readUser, U } from './testing/bodies';
import { aDeviceBody, aDeviceType, DEVICE_URN, PLACE_URN } from './testing/device-type';
import { USER } from './user';
import { GROUP } from './group';

const user = (body: Json) => read(USER, body);
const X = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User';

describe('schemas of a resource', () => {
  it('S-01: has to be there, as a list with the base schema, each URN once', () => {
    expect(refusal(() => user({ userName: 'q' }))).toContain('400 invalidSyntax: schemas: required');
    for (const schemas of [null, [], 'x', U, {}, [5], [null], [U, U], [U, U.toUpperCase()]]) {
      expect(refusal(() => user({ schemas, userName: 'q' }))).toContain('400 invalidSyntax: schemas');
    }
  });

  it('S-02: refuses the base schema of another type, a message, and an extension by itself', () => {
    for (const schemas of [[U, G], [E], [U, 'urn:ietf:params:scim:api:messages:2.0:PatchOp'], [G]]) {
      expect(refusal(() => user({ schemas, userName: 'q' }))).toContain('400 invalidSyntax: schemas');
    }
  });

  it('S-03: order does not matter', () => {
    expect(readUser({ schemas: [E, U] }).resource.schemas).toEqual([U, E]);
  });

  it('S-04: an extension with data is added, a listed one without data is kept', () => {
    expect(readUser({ [E]: { department: 'X' } }).resource.schemas).toEqual([U, E]);
    expect(readUser({ schemas: [U, E] }).resource).toEqual({ schemas: [U, E], userName: 'ada' });
  });

  it('S-04: an unknown schema that Entra lists is no reason to refuse, and is not claimed', () => {
    const legacy = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';
    expect(readGroup({ schemas: [G, legacy] }).resource).toEqual({ schemas: [G], displayName: 'Crew' });
  });

  it('S-05: a required extension has to be there with its required attributes', () => {
    const device = aDeviceType({ placeRequired: true });
    expect(refusal(() => read(device, aDeviceBody()))).toBe(`400 invalidValue: ${PLACE_URN}: required`);
    expect(refusal(() => read(device, aDeviceBody({ [PLACE_URN]: { floor: 2 } })))).toBe(
      `400 invalidValue: ${PLACE_URN}:room: required`,
    );
    expect(read(device, aDeviceBody({ [PLACE_URN]: { room: 'A1' } })).resource.schemas).toEqual([
      DEVICE_URN,
      PLACE_URN,
    ]);
  });

  it('S-06: extension attributes live below the URN, core attributes may not', () => {
    expect(readUser({ [E]: { employeeNumber: '7' } }).resource[E]).toEqual({ employeeNumber: '7' });
    expect(refusal(() => readUser({ [U]: { title: 'x' } }))).toContain('400 invalidSyntax');
  });
});

describe('names', () => {
  it('N-01 N-02: letter case does not matter; the schema decides how a name is written', () => {
    const body: Json = {
      SCHEMAS: [U],
      USERNAME: 'n1',
      EMAILS: [{ VALUE: 'a@b.ex', Primary: true, TYPE: 'work' }],
      Name: { GIVENNAME: 'A' },
      [E.toUpperCase()]: { DEPARTMENT: 'Maths', Manager: { VALUE: 'b1' } },
    };
    expect(user(body).resource).toEqual({
      schemas: [U, E],
      userName: 'n1',
      emails: [{ value: 'a@b.ex', primary: true, type: 'work' }],
      name: { givenName: 'A' },
      [E]: { department: 'Maths', manager: { value: 'b1' } },
    });
  });

  it('N-09: URNs are written canonically', () => {
    expect(readUser({ schemas: [U.toLowerCase(), E.toUpperCase()] }).resource.schemas).toEqual([U, E]);
  });

  it('S-39: order does not matter', () => {
    const names = ['title', 'schemas', 'active', 'userName'];
    const body: JsonObject = { schemas: [U], userName: 'ada', active: true, title: 'T' };
    const shuffled = Object.fromEntries(names.map((name) => [name, body[name] ?? null]));
    expect(user(shuffled).resource).toEqual(user(body).resource);
  });

  it('P-40 N-07: a qualified name on the top level is read as the attribute it names', () => {
    const { resource, notes } = readUser({ [`${E}:department`]: 'Maths', [`${U}:title`]: 'T' });
    expect(resource).toMatchObject({ title: 'T', [E]: { department: 'Maths' } });
    expect(notes.map((note) => note.rule)).toEqual(['qualifiedKey', 'qualifiedKey']);
    expect(refusal(() => readUser({ title: 'a', [`${U}:title`]: 'b' }))).toContain('400 invalidSyntax');
  });
});

describe('what is ours to write, and what nobody knows', () => {
  it('R-05 S-20 R-16: read-only attributes are ignored, with a note', () => {
    const { resource, notes } = readUser({
      id: 'mine',
      meta: { created: '1999-01-01T00:00:00Z' },
      groups: [{ value: 'g1' }],
      [E]: { manager: { value: 'b1', displayName: 'Bob' } },
    });
    expect(resource).toEqual({ schemas: [U, E], userName: 'ada', [E]: { manager: { value: 'b1' } } });
    expect(notes.map((note) => note.message)).toEqual([
      'id is read-only and was ignored.',
      'groups is read-only and was ignored.',
    ]);
  });

  it('S-37: a manager’s displayName is looked up, so a client’s is ignored', () => {
    expect(readUser({ [E]: { manager: { displayName: 'Bob' } } }).resource).not.toHaveProperty([E]);
  });

  it('R-33 S-21 SEC-22: a password is accepted and dropped, and the note does not repeat it', () => {
    const { resource, notes } = readUser({ password: 's3cret' });
    expect(resource).toEqual({ schemas: [U], userName: 'ada' });
    expect(notes).toHaveLength(1);
    expect(JSON.stringify(notes)).not.toContain('s3cret');
    expect(read(aDeviceType(), aDeviceBody({ secret: 'x', pin: '1' })).resource).toEqual(aDeviceBody());
  });

  it('S-30 B07: an unknown core attribute is ignored and noted, never an error', () => {
    const { resource, notes } = readUser({ shoeSize: 9, name: { givenName: 'A', nick: 'B' } });
    expect(resource).toEqual({ schemas: [U], userName: 'ada', name: { givenName: 'A' } });
    expect(notes.map(({ kind, rule }) => `${kind} ${rule}`)).toEqual(Array(2).fill('ignored unknownAttribute'));
    expect(notes.map((note) => note.message).join(' ')).toMatch(/"shoeSize".*"nick"/);
  });

  it('B07 B12: an attribute that a provider adds to a known extension is kept as it was sent', () => {
    const { resource } = readUser({ [E]: { department: 'Maths', desk: { floor: 1, seat: null }, empty: [] } });
    expect(resource[E]).toEqual({ department: 'Maths', desk: { floor: 1 } });
    expect(resource['schemas']).toEqual([U, E]);
  });

  it('S-30 B07: data of an unknown extension is kept as it was sent, and its URN listed', () => {
    const data = { tag: 'x', n: 1.5, deep: { list: [1, { a: 'b' }], gone: null, empty: [] }, flag: false };
    const { resource } = readUser({ [X]: data });
    expect(resource.schemas).toEqual([U, X]);
    expect(resource[X]).toEqual({ tag: 'x', n: 1.5, deep: { list: [1, { a: 'b' }] }, flag: false });
  });

  it('S-30: an unknown extension that is no object is ignored', () => {
    expect(readUser({ [X]: 'x', [`${X}2`]: null, [`${X}3`]: {} }).resource).toEqual({ schemas: [U], userName: 'ada' });
  });

  it('X-02: the same short name in core and extension does not clash', () => {
    const { resource } = read(aDeviceType(), aDeviceBody({ [PLACE_URN]: { room: 'A1', displayName: 'Attic' } }));
    expect(resource).toMatchObject({ displayName: 'Router', [PLACE_URN]: { displayName: 'Attic' } });
  });

  it('SEC-28: names that reach a prototype are unknown attributes everywhere', () => {
    const text = `{"schemas":["${U}"],"userName":"ada","__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},
      "name":{"__proto__":{"givenName":"x"}},"${E}":{"__proto__":{"department":"x"},"toString":"x"},
      "${X}":{"__proto__":{"isAdmin":true},"toString":"kept","a":{"constructor":"x","b":1}}}`;
    const { resource } = user(readJson(text));
    expect(JSON.parse(JSON.stringify(resource))).toEqual({
      schemas: [U, E, X],
      userName: 'ada',
      [E]: { toString: 'x' },
      [X]: { toString: 'kept', a: { b: 1 } },
    });
    for (const object of [resource, resource[X]]) expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

describe('required attributes', () => {
  it('R-11 R-18 S-07 E-11: userName has to be there with more than blanks', () => {
    for (const userName of [undefined, null, '', '   ', '\t']) {
      const body = { schemas: [U], title: 'x', ...(userName === undefined ? {} : { userName }) };
      expect(refusal(() => user(body))).toBe('400 invalidValue: userName: required');
    }
  });

  it('S-35: a group has to have a displayName', () => {
    expect(refusal(() => read(GROUP, { schemas: [G] }))).toBe('400 invalidValue: displayName: required');
  });

  it('P-46: a required sub-attribute has to be there', () => {
    expect(refusal(() => read(aDeviceType(), aDeviceBody({ ports: [{ label: 'a' }] })))).toBe(
      '400 invalidValue: ports[0].value: required',
    );
  });

  it('E-17: the message comes before its schemas, these before types, types before what is missing', () => {
    expect(refusal(() => user([]))).toContain('400 invalidSyntax: A JSON object');
    expect(refusal(() => user({ active: 'maybe' }))).toContain('400 invalidSyntax: schemas');
    expect(refusal(() => user({ schemas: [U], active: 'maybe' }))).toContain('400 invalidValue: active');
  });

  it('E-16 E-18: everything of a kind that is wrong is listed, with what was expected', () => {
    expect(refusal(() => readUser({ active: 'maybe', title: 5, emails: [{ value: {} }, { value: 7 }] }))).toBe(
      '400 invalidValue: active: expected true or false, got "maybe"; title: expected a text, got 5; emails[1].value: expected a text, got 7',
    );
  });
});

describe('what a client leaves out', () => {
  it('R-10 S-18: null and the empty list are no value, and are told from silence', () => {
    const { resource, cleared } = readUser({ active: null, emails: [], title: 'T' });
    expect(resource).toEqual({ schemas: [U], userName: 'ada', title: 'T' });
    expect(cleared).toEqual(['active', 'emails']);
  });

  it('R-08: there is an externalId only when the client sent one', () => {
    expect(readUser()).not.toHaveProperty('externalId');
    expect(readUser({ externalId: 'X-1' })).toMatchObject({ externalId: 'X-1', resource: { externalId: 'X-1' } });
  });

  it('R-17: an immutable attribute keeps its value in a PUT, and refuses another one', () => {
    const device = aDeviceType();
    const stored = read(device, aDeviceBody({ factory: 'x' })).resource;
    const put = (attributes: JsonObject) =>
      keepImmutable(device, stored, read(device, aDeviceBody(attributes)).resource);
    expect(put({ slots: 1 })).toEqual({ ...stored, slots: 1 });
    expect(put({ factory: 'x' })).toEqual(stored);
    expect(refusal(() => put({ factory: 'y' }))).toBe('400 mutability: factory: has a value that cannot change');
    const bare = read(device, aDeviceBody()).resource;
    expect(keepImmutable(device, bare, stored)).toEqual(stored);
  });

  it('S-28: what was sent is not changed in letter case, form or blanks', () => {
    const attributes = { displayName: '  Amy A ', userName: 'Amy@Ex.org', title: '' };
    expect(user(aUserBody(attributes)).resource).toEqual({ schemas: [U], ...attributes });
  });
});
