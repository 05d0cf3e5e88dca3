import { randomUUID } from 'node:crypto';
import { E, G, U, type Answer, type Body } from '../../testing/scim-connection';
import { givenScim } from './given-scim';

describe('schema rules over HTTP', () => {
  const scim = givenScim();

  const post = (attributes: Readonly<Record<string, unknown>>): Promise<Answer> =>
    scim.post('/Users', { schemas: [U], userName: randomUUID(), ...attributes });

  /** Refused by POST and by PUT alike, and nothing is stored. */
  async function refused(attributes: Readonly<Record<string, unknown>>, scimType: string): Promise<void> {
    const user = await scim.createUser({ userName: randomUUID() });
    const made = await post(attributes);
    const replaced = await scim.put(`/Users/${user.id}`, { schemas: [U], userName: user.userName, ...attributes });
    expect([made.status, made.body.scimType, attributes]).toEqual([400, scimType, attributes]);
    expect([replaced.status, replaced.body.scimType, attributes]).toEqual([400, scimType, attributes]);
    expect((await scim.get(`/Users/${user.id}`)).body).toEqual(user);
  }

  it('S-01 S-02: schemas are there, once each, and fit the type', async () => {
    for (const schemas of [undefined, null, [], [U, U], [E], [U, G], 'x', [5]])
      await refused({ schemas }, 'invalidSyntax');
  });

  it('S-03 S-04 S-06 N-09: extensions are named in any order and case, or not at all, and come back by their URN', async () => {
    const department = { department: 'X' };
    for (const body of [
      { schemas: [E, U], [E]: department },
      { schemas: [U], [E]: department },
      { schemas: [U, E.toUpperCase()], [E.toUpperCase()]: { DEPARTMENT: 'X' } },
    ]) {
      const answer = await post(body);
      expect([answer.status, answer.body[E]]).toEqual([201, department]);
      expect([...answer.body.schemas].sort()).toEqual([U, E].sort());
    }
    expect((await post({ schemas: [U, E] })).status).toBe(201);
  });

  it('S-07 S-08 S-11 S-13 S-14 S-15: values of the wrong kind are invalidValue', async () => {
    const wrong = [
      { userName: '' },
      { userName: '   ' },
      { name: 'Amy' },
      { title: ['a', 'b'] },
      { title: { a: 1 } },
      { active: 'yes' },
      { x509Certificates: [{ value: '%%' }] },
      { emails: ['a', 5] },
      { [E]: 'x' },
      {
        emails: [
          { value: 'a', primary: true },
          { value: 'b', primary: true },
        ],
      },
    ];
    for (const attributes of wrong) await refused(attributes, 'invalidValue');
  });

  it('S-08 S-12 S-29 S-31 S-32 S-33 S-34: texts of any format are stored and echoed as they were sent', async () => {
    const attributes = {
      profileUrl: 'not a uri',
      locale: 'en_US',
      timezone: 'Nowhere',
      emails: [{ value: 'BJensen@EXAMPLE.COM', type: 'boat' }],
      addresses: [{ country: 'Estonia' }],
      x509Certificates: [{ value: 'aGk' }],
    };
    const { status, body } = await post({ ...attributes, active: 'FALSE' });
    expect([status, body.active]).toEqual([201, false]);
    expect(body).toEqual(expect.objectContaining(attributes));
  });

  it('S-17 S-18 S-19: equal elements are one, nothing is nothing, and empty text is a value', async () => {
    const { body } = await post({
      emails: [
        { value: 'a@x', type: 'work' },
        { value: 'a@x', type: 'work' },
      ],
      title: null,
      phoneNumbers: [],
      name: {},
      addresses: [{}],
    });
    expect(body.emails).toEqual([{ value: 'a@x', type: 'work' }]);
    for (const name of ['title', 'phoneNumbers', 'name', 'addresses']) expect(body).not.toHaveProperty(name);
    const cleared = await scim.put(`/Users/${body.id}`, { schemas: [U], userName: body.userName, emails: [] });
    expect(cleared.body).not.toHaveProperty('emails');
    expect((await scim.filter('/Users', `id eq "${body.id}" and emails pr`)).body.totalResults).toBe(0);
  });

  it('S-20 S-21 S-22 S-37: the server keeps what is its own, and shows no password', async () => {
    const boss = await scim.createUser({ userName: randomUUID(), displayName: 'Boss' });
    const { body, text } = await post({
      id: 'mine',
      meta: { created: '1999-01-01T00:00:00Z' },
      groups: [{ value: 'g1' }],
      password: 'never shown to anybody',
      [E]: { manager: { value: boss.id, displayName: 'Somebody else' } },
    });
    expect([body.id === 'mine', body.groups, body.meta.created > '2020']).toEqual([false, undefined, true]);
    expect(text).not.toContain('never shown');
    expect(text).not.toContain('Somebody else');
    expect((await scim.get(`/Users/${body.id}?excludedAttributes=id,schemas`)).body.id).toBe(body.id);
  });

  it('S-24 S-25 S-40: a user name is taken in any case, width and composition, by POST, PUT and PATCH', async () => {
    const taken = `José-${randomUUID()}`;
    await scim.createUser({ userName: taken });
    const other = await scim.createUser({ userName: randomUUID() });
    const wide = taken.replace(/[!-~]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0));
    for (const userName of [taken, taken.toUpperCase(), taken.normalize('NFD'), wide]) {
      const answers = [
        await scim.post('/Users', { schemas: [U], userName }),
        await scim.put(`/Users/${other.id}`, { schemas: [U], userName }),
        await scim.patch(`/Users/${other.id}`, [{ op: 'replace', path: 'userName', value: userName }]),
      ];
      for (const { status, body } of answers)
        expect([userName, status, body.scimType]).toEqual([userName, 409, 'uniqueness']);
    }
  });

  it('S-26 S-27 S-28: other attributes may repeat, and letter case stays as it was sent', async () => {
    const shared = { externalId: 'Shared-X', emails: [{ value: 'Same@X.example', type: 'work' }] };
    const [first, second] = [await post(shared), await post(shared)];
    expect([first.status, second.status, second.body.emails]).toEqual([201, 201, shared.emails]);
    expect((await scim.filter('/Users', 'externalId eq "shared-x"')).body.totalResults).toBe(0);
    expect((await scim.filter('/Users', 'externalId eq "Shared-X"')).body.totalResults).toBe(2);
  });

  it('S-30: an unknown core attribute is left out and noted; what is below an unknown URN is kept', async () => {
    const urn = 'urn:example:params:scim:schemas:extension:acme:2.0:User';
    const { status, body } = await post({ shoeSize: 9, [urn]: { deep: [{ a: 1.5 }, null, 'x'] } });
    expect([status, body.shoeSize]).toEqual([201, undefined]);
    expect(body[urn].deep).toEqual(expect.arrayContaining([{ a: 1.5 }, 'x']));
    expect(JSON.stringify((await scim.requestLog()).at(-1))).toContain('shoeSize');
  });

  it('S-35 S-36: a group has a name, and its members are references', async () => {
    for (const group of [{}, { displayName: '' }, { displayName: null }, { displayName: 'x', members: 'y' }]) {
      const { status, body } = await scim.post('/Groups', { schemas: [G], ...group });
      expect([group, status, body.scimType]).toEqual([group, 400, 'invalidValue']);
    }
  });

  it('S-39 S-41: order never matters, and every text survives byte by byte', async () => {
    const texts = ['👩‍👩‍👧‍👦', 'שלום', 'e\u0301', '\u202eabc', '𝒳', 'a\tb\nc', '\\"', '%_'];
    for (const displayName of texts) {
      const { body } = await post({ displayName, externalId: displayName });
      const read: Body = (await scim.get(`/Users/${body.id}`)).body;
      expect([read.displayName, read.externalId]).toEqual([displayName, displayName]);
      const found = await scim.filter('/Users', `externalId eq ${JSON.stringify(displayName)}`);
      expect([displayName, found.body.totalResults]).toEqual([displayName, 1]);
    }
  });
});
