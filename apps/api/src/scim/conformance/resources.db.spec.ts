import { randomUUID } from 'node:crypto';
import { E, G, U } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import { expectScimError, pathOf } from './scim-expectations';

describe('resources are created, read, replaced and deleted', () => {
  const scim = givenScim();

  const aName = () => `user-${randomUUID()}`;

  it('R-01 R-02 R-03 R-04 M-01: POST is 201 with the whole resource, its own id, times and one location', async () => {
    const userName = aName();
    const { status, headers, body } = await scim.post('/Users', { schemas: [U], userName });
    expect([status, body.userName, body.meta.resourceType]).toEqual([201, userName, 'User']);
    expect(body.meta.location).toMatch(new RegExp(`^https?://.+/Users/${body.id}$`));
    expect(headers.get('location')).toBe(body.meta.location);
    expect(body.meta.lastModified).toBe(body.meta.created);
    expect([headers.get('etag'), body.meta.version]).toEqual([body.meta.version, expect.stringMatching(/^W\/"\d+"$/)]);
    expect(body).not.toHaveProperty('externalId');
  });

  it("R-05 R-16 S-37: what is the server's alone to write is ignored in POST and PUT, not refused", async () => {
    const meta = { created: '1999-01-01T00:00:00Z', resourceType: 'Group', version: 'W/"99"' };
    const sent = {
      schemas: [U],
      userName: aName(),
      id: 'mine',
      meta,
      groups: [{ value: randomUUID() }],
      [E]: { manager: { value: 'm1', displayName: 'Boss' } },
    };
    const made = await scim.post('/Users', sent);
    expect(made.status).toBe(201);
    expect(made.body.id).not.toBe('mine');
    expect(made.body.meta).toMatchObject({ resourceType: 'User', created: expect.not.stringContaining('1999') });
    expect(made.body).not.toHaveProperty('groups');
    expect(made.body[E].manager).not.toHaveProperty('displayName');
    const put = await scim.put(`/Users/${made.body.id}`, { ...sent, id: randomUUID(), title: 'Boss' });
    expect([put.status, put.body.id, put.body.meta.created]).toEqual([200, made.body.id, made.body.meta.created]);
  });

  it('R-06 R-23: ids are UUIDs over all types, never given again, and a deleted name is free', async () => {
    const userName = aName();
    const first = await scim.createUser({ userName });
    await scim.delete(`/Users/${first.id}`);
    const second = await scim.createUser({ userName });
    const group = await scim.createGroup(userName);
    expect(new Set([first.id, second.id, group.id]).size).toBe(3);
    for (const id of [first.id, second.id, group.id]) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expectScimError(await scim.get(`/Groups/${second.id}`), 404);
  });

  it("R-07 E-06: a userName in use, in whatever case, is 409 uniqueness, and so is a group's displayName", async () => {
    const userName = aName();
    await scim.createUser({ userName });
    expectScimError(await scim.post('/Users', { schemas: [U], userName: userName.toUpperCase() }), 409, 'uniqueness');
    const group = await scim.createGroup(aName());
    expectScimError(
      await scim.post('/Groups', { schemas: [G], displayName: group.displayName.toUpperCase() }),
      409,
      'uniqueness',
    );
  });

  it('R-08 S-26: externalId and e-mail may repeat', async () => {
    const shared = { externalId: 'X-1', emails: [{ value: 'same@ex.org', type: 'work' }] };
    await scim.createUser({ userName: aName(), ...shared });
    await scim.createUser({ userName: aName(), ...shared });
    expect((await scim.filter('/Users', 'externalId eq "X-1"')).body.totalResults).toBe(2);
  });

  it('R-09 R-10 F-47: a new user is active, which filters see, unless the client says null', async () => {
    const plain = await scim.createUser({ userName: aName() });
    const cleared = await scim.createUser({ userName: aName(), active: null });
    expect(plain.active).toBe(true);
    expect(cleared).not.toHaveProperty('active');
    const found = await scim.filter('/Users', `active eq true and (id eq "${plain.id}" or id eq "${cleared.id}")`);
    expect(found.body.totalResults).toBe(1);
  });

  it('R-11 R-18 S-35: what is required must be there, in POST and PUT', async () => {
    const user = await scim.createUser({ userName: aName() });
    for (const answer of [
      await scim.post('/Users', { schemas: [U] }),
      await scim.put(`/Users/${user.id}`, { schemas: [U], title: 'x' }),
    ]) {
      expectScimError(answer, 400, 'invalidValue');
      expect(answer.body.detail).toContain('userName');
    }
    const group = await scim.post('/Groups', { schemas: [G] });
    expectScimError(group, 400, 'invalidValue');
    expect(group.body.detail).toContain('displayName');
  });

  it('R-12: an unknown id is 404 without a scimType, whatever it looks like', async () => {
    for (const id of [randomUUID(), 'nope', '1', 'null', "' or 1=1 --", '%2e%2e']) {
      expectScimError(await scim.get(`/Users/${encodeURIComponent(id)}`), 404);
      expectScimError(await scim.get(`/Groups/${encodeURIComponent(id)}`), 404);
    }
  });

  it('R-13 R-15 S-18: PUT clears what it leaves out, extensions included, and answers with all that is left', async () => {
    const userName = aName();
    const made = await scim.createUser({
      userName,
      title: 'Lead',
      emails: [{ value: 'a@ex.org' }],
      [E]: { department: 'R&D' },
    });
    const put = await scim.put(`/Users/${made.id}`, {
      schemas: [U],
      userName,
      title: null,
      nickName: 'Bo',
      phoneNumbers: [],
    });
    expect(put.status).toBe(200);
    expect(put.headers.get('location')).toBe(made.meta.location);
    expect(put.headers.get('etag')).not.toBe(made.meta.version);
    const { id, schemas, active, nickName } = put.body;
    expect(put.body).toEqual({ id, schemas, active, nickName, userName, meta: put.body.meta });
    expect([schemas, active, nickName]).toEqual([[U], true, 'Bo']);
    expect((await scim.get(`/Users/${made.id}`)).body).toEqual(put.body);
  });

  it('B14: PUT without active disables nobody and enables nobody', async () => {
    const userName = aName();
    const { id } = await scim.createUser({ userName, active: false });
    expect((await scim.put(`/Users/${id}`, { schemas: [U], userName })).body.active).toBe(false);
  });

  it('R-14: PUT never creates', async () => {
    const userName = aName();
    expectScimError(await scim.put(`/Users/${randomUUID()}`, { schemas: [U], userName }), 404);
    expect((await scim.filter('/Users', `userName eq "${userName}"`)).body.totalResults).toBe(0);
  });

  it("R-19: PUT onto another's name is 409, the own name in other case is not", async () => {
    const [taken, own] = [aName(), aName()];
    await scim.createUser({ userName: taken });
    const { id } = await scim.createUser({ userName: own });
    expectScimError(await scim.put(`/Users/${id}`, { schemas: [U], userName: taken.toUpperCase() }), 409, 'uniqueness');
    expect((await scim.put(`/Users/${id}`, { schemas: [U], userName: own.toUpperCase() })).body.userName).toBe(
      own.toUpperCase(),
    );
  });

  it('R-20 M-09: a PUT that changes nothing keeps version and lastModified, on users and groups', async () => {
    const user = await scim.createUser({ userName: aName() });
    const group = await scim.createGroup(aName(), [user.id]);
    for (const [path, body] of [
      [`/Users/${user.id}`, { schemas: [U], userName: user.userName, title: 'T' }],
      [`/Groups/${group.id}`, { schemas: [G], displayName: group.displayName, members: [{ value: user.id }] }],
    ] as const) {
      const first = await scim.put(path, body);
      const second = await scim.put(path, body);
      expect([second.status, second.body.meta]).toEqual([200, first.body.meta]);
    }
  });

  it('R-21 R-22 R-25: DELETE is 204 and empty, and then the resource is nowhere', async () => {
    const user = await scim.createUser({ userName: aName() });
    const group = await scim.createGroup(aName(), [user.id]);
    const gone = await scim.delete(`/Users/${user.id}`);
    expect([gone.status, gone.text, gone.headers.get('content-type')]).toEqual([204, '', null]);
    expectScimError(await scim.get(`/Users/${user.id}`), 404);
    expectScimError(await scim.put(`/Users/${user.id}`, { schemas: [U], userName: user.userName }), 404);
    expectScimError(await scim.patch(`/Users/${user.id}`, [{ op: 'replace', path: 'active', value: false }]), 404);
    expectScimError(await scim.delete(`/Users/${user.id}`), 404);
    const filter = `id eq "${user.id}"`;
    expect((await scim.filter('/Users', filter)).body.totalResults).toBe(0);
    expect((await scim.filter('', filter)).body.totalResults).toBe(0);
    expect(await scim.memberIds(group.id)).toEqual([]);
  });

  it('R-24: who is deleted leaves the groups, and the group has a new version', async () => {
    const user = await scim.createUser({ userName: aName() });
    const group = await scim.createGroup(aName(), [user.id]);
    await scim.delete(`/Users/${user.id}`);
    const after = await scim.get(`/Groups/${group.id}`);
    expect(after.body).not.toHaveProperty('members');
    expect(after.headers.get('etag')).not.toBe(group.meta.version);
  });

  it('R-26 R-28: memberships show on both sides, and every reference resolves by GET', async () => {
    const user = await scim.createUser({ userName: aName(), displayName: 'Amy A' });
    const group = await scim.createGroup(aName());
    await scim.patch(`/Groups/${group.id}`, [{ op: 'add', path: 'members', value: [{ value: user.id }] }]);
    const [member] = (await scim.get(`/Groups/${group.id}`)).body.members;
    expect(member).toMatchObject({ value: user.id, type: 'User', display: 'Amy A' });
    expect((await scim.get(pathOf(member.$ref))).body.id).toBe(user.id);
    const [membership] = (await scim.get(`/Users/${user.id}`)).body.groups;
    expect(membership).toMatchObject({ value: group.id, type: 'direct', display: group.displayName });
    expect((await scim.get(pathOf(membership.$ref))).body.id).toBe(group.id);
  });

  it('R-27 B22: nested groups work, and a circle, direct or through others, is 400 and changes nothing', async () => {
    const [a, b, c] = [
      await scim.createGroup(aName()),
      await scim.createGroup(aName()),
      await scim.createGroup(aName()),
    ];
    const put = (into: { id: string }, id: string) =>
      scim.patch(`/Groups/${into.id}`, [{ op: 'add', path: 'members', value: [{ value: id }] }]);
    expect([(await put(a, b.id)).status, (await put(b, c.id)).status]).toEqual([204, 204]);
    expect((await scim.get(`/Groups/${a.id}`)).body.members[0]).toMatchObject({ value: b.id, type: 'Group' });
    for (const [into, id] of [
      [a, a.id],
      [b, a.id],
      [c, a.id],
    ] as const)
      expectScimError(await put(into, id), 400, 'invalidValue');
    expect(await scim.memberIds(c.id)).toEqual([]);
    expect((await scim.get(`/Groups/${b.id}`)).status).toBe(200);
  });

  it('R-29 B19: an unknown member id is 400 that names it, and nothing is applied; an unknown manager is kept', async () => {
    const user = await scim.createUser({ userName: aName(), [E]: { manager: { value: 'nobody' } } });
    expect(user[E].manager.value).toBe('nobody');
    const group = await scim.createGroup(aName());
    const stranger = randomUUID();
    const both = [{ value: user.id }, { value: stranger }];
    for (const answer of [
      await scim.patch(`/Groups/${group.id}`, [{ op: 'add', path: 'members', value: both }]),
      await scim.put(`/Groups/${group.id}`, { schemas: [G], displayName: group.displayName, members: both }),
      await scim.post('/Groups', { schemas: [G], displayName: 'never made', members: both }),
    ]) {
      expectScimError(answer, 400, 'invalidValue');
      expect(answer.body.detail).toContain(stranger);
    }
    expect(await scim.memberIds(group.id)).toEqual([]);
    expect((await scim.filter('/Groups', 'displayName eq "never made"')).body.totalResults).toBe(0);
  });

  it('R-32: nobody creates anything without a token', async () => {
    expectScimError(await scim.post('/Users', { schemas: [U], userName: aName() }, { token: null }), 401);
  });

  it('R-33 R-34 F-38 P-57 S-21: a password is taken and dropped: no answer, no log and no table ever has it', async () => {
    const password = `secret-${randomUUID()}`;
    const userName = aName();
    const made = await scim.post('/Users?attributes=password,userName', { schemas: [U], userName, password });
    expect([made.status, made.body.userName]).toEqual([201, userName]);
    const path = `/Users/${made.body.id}`;
    const answers = [
      made,
      await scim.put(path, { schemas: [U], userName, password }),
      await scim.patch(path, [
        { op: 'replace', path: 'password', value: password },
        { op: 'add', path: 'title', value: 'T' },
      ]),
      await scim.get(`${path}?attributes=password`),
      await scim.post('/Users', { schemas: [U], userName, password }),
      await scim.post('/Users', { schemas: [U], password, PASSWORD: password }),
      await scim.patch(path, [
        { op: 'replace', path: 'userName' },
        { op: 'replace', path: 'password', value: password },
      ]),
    ];
    for (const { text } of answers) expect(text.includes(password)).toBe(false);
    expectScimError(await scim.filter('/Users', 'password pr'), 400, 'invalidFilter');
    expect(JSON.stringify(await scim.requestLog()).includes(password)).toBe(false);
    const kept = await scim.look(
      `select resource as text from scim_user union all select data::text from event where data is not null`,
    );
    expect(JSON.stringify(kept).includes(password)).toBe(false);
  });

  it('S-25: of two racing creations of one name one is 201 and one 409', async () => {
    const userName = aName();
    const answers = await Promise.all([1, 2].map(() => scim.post('/Users', { schemas: [U], userName })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
