import { randomUUID } from 'node:crypto';
import { connectScim, G, type Answer, type Body } from '../../testing/scim-connection';
import { givenScim } from './given-scim';

describe('PATCH of groups over HTTP', () => {
  const scim = givenScim();
  let ids: string[];
  let group: Body;
  let round = 0;

  beforeAll(async () => {
    const users = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        scim.createUser({ userName: `u${index}`, ...(index === 0 ? { displayName: 'Zoë' } : {}) }),
      ),
    );
    ids = users.map(({ id }: Body) => id).sort();
  });
  beforeEach(async () => {
    round += 1;
    group = await scim.createGroup(`Group ${round}`, ids.slice(0, 2));
  });

  const patch = (...operations: readonly unknown[]): Promise<Answer> => scim.patch(`/Groups/${group.id}`, operations);
  const members = (): Promise<string[]> => scim.memberIds(group.id);
  const version = async (): Promise<string | null> =>
    (await scim.get(`/Groups/${group.id}?excludedAttributes=members`)).headers.get('etag');
  const values = (from: number, to: number) => ids.slice(from, to).map((value) => ({ value }));

  async function leaves(operations: readonly unknown[], expected: readonly string[]): Promise<void> {
    const answer = await patch(...operations);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await members()).toEqual([...expected].sort());
    expect(answer.headers.get('etag')).toBe(await version());
  }

  async function refused(operations: readonly unknown[], status: number, scimType: string): Promise<Body> {
    const before = { members: await members(), version: await version() };
    const answer = await patch(...operations);
    expect([answer.status, answer.body.scimType]).toEqual([status, scimType]);
    expect({ members: await members(), version: await version() }).toEqual(before);
    return answer.body;
  }

  it.each([
    ['a list', (id: string) => ({ op: 'Add', path: 'members', value: [{ value: id }] })],
    ['with $ref null', (id: string) => ({ op: 'Add', path: 'members', value: [{ $ref: null, value: id }] })],
    ['with display', (id: string) => ({ op: 'add', path: 'members', value: [{ value: id, display: 'x' }] })],
    ['one object', (id: string) => ({ op: 'add', path: 'members', value: { value: id } })],
    ['a bare text', (id: string) => ({ op: 'add', path: 'members', value: [{ value: id }].map((one) => one.value) })],
    ['texts in objects', (id: string) => ({ op: 'add', path: 'members', value: id })],
    ['without path', (id: string) => ({ op: 'add', value: { members: [{ value: id }] } })],
    ['by URN', (id: string) => ({ op: 'ADD', path: `${G}:MEMBERS`, value: [{ VALUE: id, type: 'User' }] })],
  ])('P-15 P-16 P-52 C44 C77: adds a member once: %s', async (_, operation) => {
    await leaves([operation(ids[2] ?? '')], ids.slice(0, 3));
    const once = await version();
    await leaves([operation(ids[2] ?? '')], ids.slice(0, 3));
    expect(await version()).toBe(once);
  });

  it.each([
    ['by value list', (id: string) => ({ op: 'Remove', path: 'members', value: [{ value: id }] })],
    [
      'by value list with $ref null',
      (id: string) => ({ op: 'Remove', path: 'members', value: [{ $ref: null, value: id }] }),
    ],
    ['by one object', (id: string) => ({ op: 'remove', path: 'members', value: { value: id } })],
    ['by filter', (id: string) => ({ op: 'remove', path: `members[value eq "${id}"]` })],
    [
      'by filter of two terms',
      (id: string) => ({ op: 'remove', path: `MEMBERS[VALUE EQ "${id}" and type eq "User"]` }),
    ],
  ])('P-26 P-27 P-30 P-52 C45 C72 C73 C77: removes just that member: %s', async (_, operation) => {
    await leaves([operation(ids[0] ?? '')], ids.slice(1, 2));
    const once = await version();
    await leaves([operation(ids[0] ?? '')], ids.slice(1, 2));
    expect(await version()).toBe(once);
  });

  it('P-25 P-34 P-42 C74 C75 C43: all members go, or are replaced', async () => {
    await leaves([{ op: 'replace', path: 'members', value: values(2, 5) }], ids.slice(2, 5));
    await leaves([{ op: 'Remove', path: 'members' }], []);
    await leaves([{ op: 'add', path: 'members', value: values(0, 5) }], ids);
    await leaves([{ op: 'replace', path: 'members', value: [] }], []);
    await leaves([{ op: 'replace', value: { members: values(0, 1) } }], ids.slice(0, 1));
    await leaves([{ op: 'replace', path: 'members', value: null }], []);
  });

  it('P-05 P-06: operations on members and names land together, in order, or not at all', async () => {
    await leaves(
      [
        { op: 'remove', path: 'members' },
        { op: 'add', path: 'members', value: values(2, 4) },
        { op: 'replace', path: 'externalId', value: 'X' },
        { op: 'remove', path: `members[value eq "${ids[2] ?? ''}"]` },
      ],
      ids.slice(3, 4),
    );
    await refused(
      [
        { op: 'replace', path: 'externalId', value: 'Y' },
        { op: 'add', path: 'members', value: values(0, 5) },
        { op: 'replace', path: 'displayName', value: null },
      ],
      400,
      'mutability',
    );
    expect((await scim.get(`/Groups/${group.id}`)).body.externalId).toBe('X');
  });

  it('P-27 P-13 M-09: removing who is not in it, and nobody at all, changes nothing', async () => {
    const before = await version();
    await leaves([{ op: 'remove', path: `members[value eq "${randomUUID()}"]` }], ids.slice(0, 2));
    await leaves([{ op: 'Remove', path: 'members', value: [{ value: 'not an id' }] }], ids.slice(0, 2));
    await leaves([{ op: 'replace', path: 'members', value: values(0, 2) }], ids.slice(0, 2));
    await leaves([{ op: 'Replace', path: 'displayName', value: group.displayName }], ids.slice(0, 2));
    expect(await version()).toBe(before);
  });

  it('P-46 R-29 C79: an unknown member is named and nothing is applied', async () => {
    const stranger = randomUUID();
    const body = await refused(
      [{ op: 'add', path: 'members', value: [...values(2, 3), { value: stranger }] }],
      400,
      'invalidValue',
    );
    expect(body.detail).toContain(stranger);
    await refused([{ op: 'replace', path: 'members', value: [{ value: stranger }] }], 400, 'invalidValue');
    await refused([{ op: 'add', path: 'members', value: [{ value: 'nope' }] }], 400, 'invalidValue');
    await refused([{ op: 'add', path: 'members', value: [{ display: 'x' }] }], 400, 'invalidValue');
  });

  it("H-16 R-29: another integration's user is as unknown as nobody", async () => {
    const other = await connectScim(scim.server);
    const theirs = await other.createUser({ userName: 'theirs' });
    await refused([{ op: 'add', path: 'members', value: [{ value: theirs.id }] }], 400, 'invalidValue');
    expect((await other.patch(`/Groups/${group.id}`, [{ op: 'remove', path: 'members' }])).status).toBe(404);
    expect(await members()).toEqual(ids.slice(0, 2));
  });

  it('P-32 P-53 S-36: what a member consists of is immutable', async () => {
    const path = `members[value eq "${ids[0] ?? ''}"]`;
    await refused([{ op: 'replace', path: `${path}.display`, value: 'x' }], 400, 'mutability');
    await refused([{ op: 'replace', path: `${path}.value`, value: ids[3] }], 400, 'mutability');
  });

  it('P-47 C80: 204, or the asked part with 200', async () => {
    const url = `/Groups/${group.id}?excludedAttributes=members`;
    const { status, body } = await scim.patch(url, [{ op: 'replace', value: { displayName: `Renamed ${round}` } }]);
    expect([status, body.displayName, body.members]).toEqual([200, `Renamed ${round}`, undefined]);
    const whole = await scim.patch(`/Groups/${group.id}?attributes=members`, [
      { op: 'add', path: 'members', value: values(2, 3) },
    ]);
    expect([whole.status, whole.body.members.length]).toEqual([200, 3]);
  });

  it('P-46 C70 C46: a name that is taken is 409, in any letter case, and the rename of a group is found', async () => {
    await scim.createGroup(`Taken ${round}`);
    await refused([{ op: 'Replace', path: 'displayName', value: `TAKEN ${round}` }], 409, 'uniqueness');
    expect((await patch({ op: 'Replace', path: 'displayName', value: `Free ${round}` })).status).toBe(204);
    expect((await scim.filter('/Groups', `displayName eq "free ${round}"`)).body.Resources[0].id).toBe(group.id);
  });

  it('R-27 C78 B22: a group is a member of another, and never in itself by however many steps', async () => {
    const inner = await scim.createGroup(`Inner ${round}`, ids.slice(4, 5));
    expect((await patch({ op: 'add', path: 'members', value: [{ value: inner.id }] })).status).toBe(204);
    const member = { value: group.id, type: 'Group' };
    const back = await scim.patch(`/Groups/${inner.id}`, [{ op: 'add', path: 'members', value: [member] }]);
    expect([back.status, back.body.scimType]).toEqual([400, 'invalidValue']);
    const { body } = await scim.get(`/Groups/${group.id}`);
    expect(body.members.find((each: Body) => each.value === inner.id)).toEqual({
      value: inner.id,
      $ref: inner.meta.location,
      type: 'Group',
      display: `Inner ${round}`,
    });
    expect(await scim.memberIds(inner.id)).toEqual(ids.slice(4, 5));
  });

  it('R-28 R-24: members show who they are, and a user who is deleted is in no group', async () => {
    const user = await scim.createUser({ userName: `leaver ${round}`, displayName: 'Leaver' });
    await patch({ op: 'add', path: 'members', value: [{ value: user.id }] });
    const { body } = await scim.get(`/Groups/${group.id}`);
    expect(body.members.find((member: Body) => member.value === user.id)).toEqual({
      value: user.id,
      $ref: user.meta.location,
      type: 'User',
      display: 'Leaver',
    });
    await scim.delete(`/Users/${user.id}`);
    expect(await members()).toEqual(ids.slice(0, 2));
  });

  it('P-52 C76: 10,000 members come with one operation, 60 operations with one PATCH', async () => {
    const made = await scim.look(
      `insert into scim_user (tenant_id, integration_id, id, active, user_name, user_name_key, display_name, resource)
       select $1, $2, gen_random_uuid(), true, 'bulk' || n, 'bulk' || n, 'bulk' || n, json_build_object('userName', 'bulk' || n)::text
         from generate_series(1, 10000) n returning id`,
      [scim.facts.tenantId, scim.facts.integrationId],
    );
    // As the server itself does while a directory grows by requests.
    await scim.look('analyze scim_user');
    const many = made.map(({ id }: Body) => ({ value: id }));
    expect((await patch({ op: 'add', path: 'members', value: many })).status).toBe(204);
    const sixty = many.slice(0, 60).map(({ value }) => ({ op: 'remove', path: `members[value eq "${value}"]` }));
    expect((await patch(...sixty)).status).toBe(204);
    const [count] = await scim.look('select count(*)::int as count from group_member where group_id = $1', [group.id]);
    expect(count.count).toBe(10_002 - 60);
    const { status, body } = await scim.get(`/Groups/${group.id}`);
    expect([status, body.detail]).toEqual([200, undefined]);
    expect(body.members).toHaveLength(10_002 - 60);
  }, 30_000);
});
