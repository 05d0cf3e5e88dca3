import { randomUUID } from 'node:crypto';
import { E, G, L, U, type Answer, type Body } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import {
  ELEMENT_TARGETS,
  grouped,
  NAMED_TARGETS,
  validatorUser,
  validatorUserReadBack,
  valueAt,
  verbose,
} from './validator-requests';

/** The tests of scimvalidator.microsoft.com, replayed request by request; each makes its own users and groups, as that does. */
describe("Microsoft's validator", () => {
  const scim = givenScim();

  const byUserName = (name: string) => scim.get(`/Users?filter=userName+eq+%22${encodeURIComponent(name)}%22`);
  const byDisplayName = (name: string, query = '') =>
    scim.get(`/Groups?${query}filter=displayName+eq+%22${encodeURIComponent(name)}%22`);

  async function create(body: Readonly<Record<string, unknown>>): Promise<Body> {
    const answer = await scim.post('/Users', body);
    expect(answer.status).toBe(201);
    return answer.body;
  }

  const created = () => create(validatorUser(randomUUID()));
  const createdGroup = async (): Promise<Body> => {
    const group = { displayName: randomUUID(), externalId: randomUUID(), schemas: [G] };
    const answer = await scim.post('/Groups', group);
    expect(answer.status).toBe(201);
    return answer.body;
  };

  /** The validator's assertions on a filter's answer. */
  function isListOf(answer: Answer, expected: readonly Body[]): void {
    expect(answer.status).toBe(200);
    expect(answer.body.schemas).toEqual([L]);
    expect(answer.body.totalResults).toBe(expected.length);
    expect(answer.body.Resources).toEqual(expected);
  }

  async function readsBack(userId: string, targets: readonly (readonly [string, unknown])[]): Promise<void> {
    const { body } = await scim.get(`/Users/${userId}`);
    const list = await byUserName(body.userName);
    for (const resource of [body, list.body.Resources[0]]) {
      const read = targets.map(([path]) => [path, valueAt(resource, path)]);
      expect(read).toEqual(targets);
    }
  }

  it('C95 C20 C22 C25 C59: U1 creates a user and finds every attribute as it was sent', async () => {
    const name = randomUUID();
    const user = await create(validatorUser(name));
    const found = await byUserName(`${name}@z.example`);
    isListOf(found, [user]);
    expect(user).toEqual({ ...validatorUserReadBack(name), id: user.id, meta: user.meta, [E]: user[E] });
    expect(user[E]).toEqual(expect.objectContaining({ employeeNumber: 'K', division: 'O' }));
    expect(user[E].manager.value).toBe('RANDOMLETTER');
  });

  it('C95 C26: U2 refuses a duplicate', async () => {
    const name = randomUUID();
    await create(validatorUser(name));
    const { status, body } = await scim.post('/Users', validatorUser(name));
    expect([status, body.status, body.scimType]).toEqual([409, '409', 'uniqueness']);
  });

  it('C95 C10 C12: U3 U4 U5 filter for a user that is there, is not, and is in another letter case', async () => {
    const user = await created();
    isListOf(await byUserName(user.userName), [user]);
    isListOf(await byUserName(`nonexistente997dccbd8b7_${user.userName}`), []);
    isListOf(await byUserName(user.userName.toUpperCase()), [user]);
  });

  it.each([
    ['U6a replaces in groups', grouped('replace'), true],
    ['U6b replaces one by one', verbose('replace'), true],
    ['U6c adds in groups', grouped('add'), false],
    ['U6c adds one by one', verbose('add'), false],
  ])('C95 C50 C51 C52 C60: %s', async (_, operations, full) => {
    const bare = { schemas: [U], userName: `${randomUUID()}@z.example` };
    const user = full ? await created() : await create(bare);
    const { status } = await scim.patch(`/Users/${user.id}`, operations);
    expect(status).toBe(200);
    await readsBack(user.id, [...NAMED_TARGETS, ...ELEMENT_TARGETS]);
    const { body } = await scim.get(`/Users/${user.id}`);
    expect([body.emails.length, body.addresses.length, body.phoneNumbers.length, body.roles.length]).toEqual([
      1, 1, 3, 1,
    ]);
  });

  it('C95: U7 changes the user name', async () => {
    const user = await created();
    const userName = `${randomUUID()}@new.example`;
    expect((await scim.patch(`/Users/${user.id}`, [{ op: 'replace', value: { userName } }])).status).toBe(200);
    await readsBack(user.id, [['userName', userName]]);
    isListOf(await byUserName(user.userName), []);
  });

  it('C95 C65: U8 disables, and still finds', async () => {
    const user = await created();
    const { status } = await scim.patch(`/Users/${user.id}`, [{ op: 'replace', path: 'active', value: false }]);
    expect(status).toBe(200);
    await readsBack(user.id, [['active', false]]);
  });

  it('C95 C54: U9 U10 U11 add, replace and remove the manager', async () => {
    const [user, first, second] = [await created(), await created(), await created()];
    const path = `${E}:manager`;
    for (const [op, { id }] of [
      ['add', first],
      ['replace', second],
    ] as const) {
      expect((await scim.patch(`/Users/${user.id}`, [{ op, path, value: { value: id } }])).status).toBe(200);
      await readsBack(user.id, [[`${E}:manager`, expect.objectContaining({ value: id })]]);
    }
    const cleared = await scim.patch(`/Users/${user.id}`, [{ op: 'replace', path, value: { value: '' } }]);
    expect(cleared.status).toBe(200);
    await readsBack(user.id, [[`${E}:manager`, undefined]]);
    await scim.patch(`/Users/${user.id}`, [{ op: 'add', path, value: { value: first.id } }]);
    expect((await scim.patch(`/Users/${user.id}`, [{ op: 'remove', path }])).status).toBe(200);
    await readsBack(user.id, [[`${E}:manager`, undefined]]);
  });

  it('C95 C67: U12 and its preview tests: deleted, twice deleted, never there', async () => {
    const user = await created();
    expect((await scim.delete(`/Users/${user.id}`)).status).toBe(204);
    for (const answer of [
      await scim.get(`/Users/${user.id}`),
      await scim.delete(`/Users/${user.id}`),
      await scim.delete(`/Users/${randomUUID()}`),
    ])
      expect([answer.status, answer.body.status]).toEqual([404, '404']);
  });

  it('C95 C71: G1 G2 groups without their members', async () => {
    const user = await created();
    const group = await scim.createGroup(randomUUID(), [user.id]);
    const one = await scim.get(`/Groups/${group.id}?excludedAttributes=members`);
    expect([one.status, Object.hasOwn(one.body, 'members')]).toEqual([200, false]);
    isListOf(await byDisplayName(group.displayName, 'excludedAttributes=members&'), [one.body]);
  });

  it('C95 C12 C70: G3 G4 G5 G6 G7 create, find, find not, find in another letter case, refuse a duplicate', async () => {
    const group = await createdGroup();
    const whole = (await scim.get(`/Groups/${group.id}`)).body;
    isListOf(await byDisplayName(group.displayName), [whole]);
    isListOf(await byDisplayName(`nonexistente997dccbd8b7_${group.displayName}`), []);
    isListOf(await byDisplayName(group.displayName.toUpperCase()), [whole]);
    const { status, body } = await scim.post('/Groups', { ...group, externalId: randomUUID() });
    expect([status, body.scimType]).toEqual([409, 'uniqueness']);
  });

  it('C95 C46: G8 G9 replace attributes without a path', async () => {
    const group = await createdGroup();
    for (const value of [{ externalId: randomUUID() }, { displayName: randomUUID() }]) {
      expect((await scim.patch(`/Groups/${group.id}`, [{ op: 'replace', value }])).status).toBe(204);
      expect((await scim.get(`/Groups/${group.id}`)).body).toEqual(expect.objectContaining(value));
    }
  });

  it('C95 C73 C75: G10 G11 members are replaced, and one of two removed', async () => {
    const [group, first, second] = [await createdGroup(), await created(), await created()];
    const set = (ids: readonly string[]) => ({
      op: 'replace',
      path: 'members',
      value: ids.map((value) => ({ value })),
    });
    expect((await scim.patch(`/Groups/${group.id}`, [set([first.id])])).status).toBe(204);
    expect(await scim.memberIds(group.id)).toEqual([first.id]);
    await scim.patch(`/Groups/${group.id}`, [set([first.id, second.id])]);
    const path = `members[value eq "${first.id}"]`;
    expect((await scim.patch(`/Groups/${group.id}`, [{ op: 'remove', path }])).status).toBe(204);
    expect(await scim.memberIds(group.id)).toEqual([second.id]);
  });

  it('C95 C67: G12 and its preview tests: deleted, twice deleted, never there', async () => {
    const group = await createdGroup();
    expect((await scim.delete(`/Groups/${group.id}`)).status).toBe(204);
    for (const answer of [
      await scim.get(`/Groups/${group.id}`),
      await scim.delete(`/Groups/${group.id}`),
      await scim.delete(`/Groups/${randomUUID()}`),
    ])
      expect(answer.status).toBe(404);
  });

  it('C95: preview tests of several operations on different attributes, and on the same one', async () => {
    const user = await created();
    const different = [
      { op: 'remove', path: 'nickName' },
      { op: 'add', value: { externalId: 'x1' } },
      { op: 'replace', value: { displayName: 'N1' } },
    ];
    expect((await scim.patch(`/Users/${user.id}`, different)).status).toBe(200);
    await readsBack(user.id, [
      ['nickName', undefined],
      ['externalId', 'x1'],
      ['displayName', 'N1'],
    ]);
    const same = [
      { op: 'remove', path: 'externalId' },
      { op: 'add', value: { externalId: 'a' } },
      { op: 'replace', value: { externalId: 'b' } },
    ];
    expect((await scim.patch(`/Users/${user.id}`, same)).status).toBe(200);
    await readsBack(user.id, [['externalId', 'b']]);
  });

  it('C95: preview test of a group: a member added and removed in one PATCH', async () => {
    const [group, user] = [await createdGroup(), await created()];
    const operations = [
      { op: 'add', path: 'members', value: [{ value: user.id }] },
      { op: 'remove', path: `members[value eq "${user.id}"]` },
    ];
    expect((await scim.patch(`/Groups/${group.id}`, operations)).status).toBe(204);
    expect(await scim.memberIds(group.id)).toEqual([]);
  });
});
