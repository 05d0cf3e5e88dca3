import { randomUUID } from 'node:crypto';
import { E, G, U, type Answer, type Body } from '../../testing/scim-connection';
import { givenScim } from './given-scim';

/** What Entra, its documentation and its Postman collection send besides what the validators test. */
describe('Entra on the wire', () => {
  const scim = givenScim();

  const patch = (user: Body, ...operations: readonly unknown[]): Promise<Answer> =>
    scim.patch(`/Users/${user.id}`, operations);
  const aUser = (attributes: Readonly<Record<string, unknown>> = {}): Promise<Body> =>
    scim.createUser({ userName: `${randomUUID()}@corp.example`, ...attributes });

  it('C02 C03: a flag without a value, doubled slashes and one at the end change nothing', async () => {
    const user = await aUser();
    const filter = `filter=userName+eq+%22${encodeURIComponent(user.userName)}%22`;
    const paths = [
      `/Users?aadOptscim062020&${filter}`,
      `/Users?${filter}&aadOptscim062020`,
      `/Users?aadOptscim062020=&${filter}`,
      `/Users/?${filter}`,
      `//Users?${filter}`,
      `/v2/Users/?${filter}`,
    ];
    for (const path of paths) {
      const { status, body } = await scim.get(path);
      expect([path, status, body.totalResults]).toEqual([path, 200, 1]);
    }
    expect((await scim.get(`//Users//${user.id}/`)).status).toBe(200);
  });

  it('C11 C16 C17: filters arrive in every encoding, with values of every kind', async () => {
    const names = [
      "O'Neil@corp.example",
      'a+b@corp.example',
      'x_partner.example#EXT#@corp.example',
      'Ünal Ñandú',
      'a "b" c',
    ];
    for (const userName of names) {
      const user = await scim.createUser({ userName });
      const literal = JSON.stringify(userName);
      const percent = encodeURIComponent(literal);
      const encodings = [
        `userName+eq+${percent}`,
        `userName%20eq%20${percent}`,
        `userName%20eq%20${percent.replaceAll('%22', '"').replaceAll('%40', '@')}`,
      ];
      for (const encoding of encodings) {
        const { body } = await scim.get(`/Users?filter=${encoding}`);
        expect([encoding, body.totalResults, body.Resources?.[0]?.id]).toEqual([encoding, 1, user.id]);
      }
    }
    const bare = await scim.createUser({ userName: 'jyoung', externalId: 'jyoung' });
    expect((await scim.get('/Users?filter=externalId eq jyoung')).body.Resources[0].id).toBe(bare.id);
  });

  it('C13 C14: each attribute that may be matched on is found by eq, alone and joined by and', async () => {
    const user = await aUser({
      externalId: randomUUID(),
      displayName: randomUUID(),
      emails: [{ type: 'work', value: `${randomUUID()}@corp.example` }],
      [E]: { employeeNumber: randomUUID() },
    });
    const matches: readonly [string, string][] = [
      ['userName', user.userName],
      ['externalId', user.externalId],
      ['id', user.id],
      ['displayName', user.displayName],
      ['emails[type eq "work"].value', user.emails[0].value],
      ['emails.value', user.emails[0].value],
      [`${E}:employeeNumber`, user[E].employeeNumber],
    ];
    for (const [name, value] of matches) {
      const { body } = await scim.filter('/Users', `${name} eq "${value}"`);
      expect([name, body.totalResults, body.Resources[0]?.id]).toEqual([name, 1, user.id]);
    }
    const all = matches.map(([name, value]) => `${name} eq "${value}"`).join(' and ');
    expect((await scim.filter('/Users', all)).body.totalResults).toBe(1);
  });

  it('C15 C65 C66: a disabled user is read and found, keeps its groups, and comes back by Add', async () => {
    const user = await aUser();
    const group = await scim.createGroup(randomUUID(), [user.id]);
    expect((await patch(user, { op: 'Replace', path: 'active', value: 'False' })).body.active).toBe(false);
    const found = await scim.filter('/Users', `userName eq "${user.userName}"`);
    expect([found.body.totalResults, found.body.Resources[0].active]).toEqual([1, false]);
    expect(await scim.memberIds(group.id)).toEqual([user.id]);
    const back = await patch(user, { op: 'Add', path: 'active', value: 'True' });
    expect([back.body.active, back.body.id, back.body.groups[0].value]).toEqual([true, user.id, group.id]);
  });

  it('C18: the reference check of older jobs', async () => {
    const [manager, user] = [await aUser(), await aUser()];
    await patch(user, { op: 'Add', path: `${E}:manager`, value: manager.id });
    const asked = `id eq "${user.id}" and manager eq "${manager.id}"`;
    const { body } = await scim.get(`/Users?filter=${encodeURIComponent(asked)}&attributes=id`);
    expect(body.Resources).toEqual([{ schemas: user.schemas.concat(E), id: user.id }]);
    const nobody = await scim.filter('/Users', `id eq "${user.id}" and manager eq "${user.id}"`);
    expect(nobody.body.totalResults).toBe(0);
  });

  it('C20 C21 C22 C23 C24 C27: a body in Entra’s form: nulls, no order, unlisted extension, meta, empty lists', async () => {
    const acme = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User';
    const { status, body } = await scim.post('/Users', {
      meta: { resourceType: 'User' },
      roles: [],
      title: null,
      active: 'True',
      userName: randomUUID(),
      emails: [{ primary: 'true', type: 'work', value: 'ada@corp.example', display: null }],
      [acme]: { tag: 'x', nested: { a: [1, 2] } },
      [E]: { department: null, employeeNumber: '701' },
      schemas: [U, E],
    });
    expect(status).toBe(201);
    expect([body.active, body.title, body.roles]).toEqual([true, undefined, undefined]);
    expect(body.emails).toEqual([{ primary: true, type: 'work', value: 'ada@corp.example' }]);
    expect([body[acme], body[E]]).toEqual([{ tag: 'x', nested: { a: [1, 2] } }, { employeeNumber: '701' }]);
    expect((await scim.get(`/Users/${body.id}`)).body).toEqual(body);
  });

  it('C28 C68: a deleted name is free at once, and its id is never given again', async () => {
    const user = await aUser();
    await scim.delete(`/Users/${user.id}`);
    const again = await scim.createUser({ userName: user.userName });
    expect(again.id).not.toBe(user.id);
    expect((await scim.get(`/Users/${user.id}`)).status).toBe(404);
  });

  it('C52 C53 C57 C58: the larger example in both dialects ends alike, and a repetition changes nothing', async () => {
    const [first, second] = [await aUser({ displayName: 'Old' }), await aUser({ displayName: 'Old' })];
    const elements = [
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'ada.king@corp.example' },
      { op: 'Add', path: 'addresses[type eq "work"].locality', value: 'Ockham' },
      { op: 'Add', path: `${E}:manager`, value: 'u-42' },
    ];
    const byDefault = [
      { op: 'Replace', path: 'displayName', value: 'Ada King' },
      ...elements,
      { op: 'Replace', path: 'name.familyName', value: 'King' },
      { op: 'Replace', path: `${E}:department`, value: 'Engines' },
      { op: 'Replace', path: 'active', value: 'True' },
    ];
    const byFlag = [
      ...elements.map((operation) => ({ ...operation, op: 'add' })),
      { op: 'replace', path: 'active', value: true },
      { op: 'replace', value: { displayName: 'Ada King', 'name.familyName': 'King', [`${E}:department`]: 'Engines' } },
    ];
    const [one, two] = [await patch(first, ...byDefault), await patch(second, ...byFlag)];
    const content = ({ id: _id, meta: _meta, userName: _userName, ...rest }: Body) => rest;
    expect(content(one.body)).toEqual(content(two.body));
    for (const operations of [byDefault, byFlag])
      expect((await patch(first, ...operations)).body.meta).toEqual(one.body.meta);
  });

  it('C56 C57: no operations are 400, one bad operation undoes all', async () => {
    const user = await aUser();
    expect((await patch(user)).status).toBe(400);
    const bad = [
      { op: 'Replace', path: 'title', value: 'x' },
      { op: 'Replace', path: 'contacts[primary eq true', value: 'x' },
    ];
    const { status, body } = await patch(user, ...bad);
    expect([status, body.scimType]).toEqual([400, 'invalidPath']);
    expect((await scim.get(`/Users/${user.id}`)).body).toEqual(user);
  });

  it('C60: roles as JSON in texts, as objects, by primary, replaced and cleared', async () => {
    const user = await aUser();
    const text = JSON.stringify({ id: '06b0', value: '25', displayName: 'Role1234' });
    const added = await patch(user, { op: 'Add', path: 'roles', value: [{ value: text }] });
    expect(added.body.roles).toEqual([{ value: '25', display: 'Role1234' }]);
    const same = await patch(user, { op: 'Add', path: 'roles', value: [{ value: text }] });
    expect(same.body.meta.version).toBe(added.body.meta.version);
    const admin = { primary: false, type: 'WindowsAzureActiveDirectoryRole', display: 'User', value: 'User' };
    expect((await patch(user, { op: 'replace', path: 'roles', value: [admin] })).body.roles).toEqual([admin]);
    const primary = await patch(
      user,
      { op: 'Add', path: 'roles[primary eq "True"].display', value: 'D' },
      { op: 'Add', path: 'roles[primary eq "True"].value', value: 'V' },
    );
    expect(primary.body.roles).toEqual([admin, { primary: true, display: 'D', value: 'V' }]);
    expect((await patch(user, { op: 'replace', path: 'roles', value: [] })).body.roles).toBeUndefined();
  });

  it('C26 C70 C05: the Postman collection: string booleans, missing userName, duplicates', async () => {
    const active = await scim.post('/Users', { schemas: [U], userName: randomUUID(), active: 'True' });
    expect([active.status, active.body.active]).toEqual([201, true]);
    const nameless = await scim.post('/Users', { schemas: [U], displayName: 'x' });
    expect([nameless.status, nameless.body.scimType]).toEqual([400, 'invalidValue']);
    expect(nameless.headers.get('content-type')).toMatch(/^application\/scim\+json/);
    const user = await aUser({ emails: [{ type: 'work', value: 'w@x' }] });
    const part = await scim.get(
      `/Users/${user.id}?attributes=userName,${encodeURIComponent('emails[type eq "work"]')}`,
    );
    expect([part.status, part.body.userName]).toEqual([200, user.userName]);
    for (const filter of ['co "corp"', 'sw "a" or userName gt "b"'])
      expect((await scim.filter('/Users', `userName ${filter}`)).status).toBe(200);
  });

  it('C71 C80: groups as Entra writes them: created empty with a second schema, matched without members', async () => {
    const displayName = randomUUID();
    const legacy = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';
    const group = { externalId: randomUUID(), displayName, members: [], meta: { resourceType: 'Group' } };
    const { status, body } = await scim.post('/Groups', { schemas: [G, legacy], ...group });
    expect([status, body.externalId, body.members]).toEqual([201, group.externalId, undefined]);
    const found = await scim.get(`/Groups?excludedAttributes=members&filter=displayName+eq+%22${displayName}%22`);
    expect(found.body.Resources).toEqual([body]);
  });

  it('C04: both media types carry requests', async () => {
    for (const type of [
      'application/scim+json; charset=utf-8',
      'application/json',
      'application/json; charset=utf-8',
    ]) {
      const answer = await scim.post(
        '/Users',
        { schemas: [U], userName: randomUUID() },
        { headers: { 'content-type': type } },
      );
      expect([type, answer.status]).toEqual([type, 201]);
    }
  });
});
