import type { GroupMemberSummary, GroupSummary, GroupView, Page, UserPage, UserView } from '@rollcall/admin-contracts';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { E, type ScimConnection } from '../testing/scim-connection';

describe('the directory', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  let okta: ScimConnection;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  afterAll(() => acme.stop());
  beforeEach(async () => {
    entra = acme.scim(await acme.connect('Entra ID', 'entra'));
    okta = acme.scim(await acme.connect('Okta', 'okta'));
  });
  afterEach(async () => {
    await acme.owner.delete(`/integrations/${entra.facts.integrationId}`, { name: 'Entra ID' });
    await acme.owner.delete(`/integrations/${okta.facts.integrationId}`, { name: 'Okta' });
  });

  const users = async (query = ''): Promise<UserPage> => (await acme.owner.get<UserPage>(`/users${query}`)).body;
  const names = async (query = ''): Promise<string[]> =>
    (await users(query)).items.map(({ displayName }) => displayName);

  it('A14: shows people of all integrations with their origin, and counts them for each tab', async () => {
    await entra.createUser({ userName: 'ana', displayName: 'Ana Lima', title: 'Lead', [E]: { department: 'Sales' } });
    await okta.createUser({ userName: 'bo', displayName: 'Bo', active: false });

    const page = await users();

    expect(page).toMatchObject({ total: 2, counts: { all: 2, active: 1, inactive: 1, deleted: expect.any(Number) } });
    expect(
      page.items.map(({ displayName, integrationName, active }) => [displayName, integrationName, active]),
    ).toEqual([
      ['Ana Lima', 'Entra ID', true],
      ['Bo', 'Okta', false],
    ]);
    expect(page.items[0]).toMatchObject({ title: 'Lead', department: 'Sales', userName: 'ana' });
    expect(await users('?status=inactive')).toMatchObject({
      total: 1,
      counts: { all: 2, active: 1, inactive: 1, deleted: expect.any(Number) },
    });
    expect(await names(`?integrationId=${entra.facts.integrationId}`)).toEqual(['Ana Lima']);
  });

  it.each([
    ['lim', ['Ana Lima']],
    ['ANA', ['Ana Lima', 'Anabel']],
    ['a', ['Ana Lima', 'Anabel']],
    ['bel@', []],
    ['anabel@acme', ['Anabel']],
    ['second@', ['Ana Lima']],
    ['ext-7', ['Ana Lima']],
    ['u-bo', ['Bo Nameless']],
    ['nameless', ['Bo Nameless']],
    ['100%', []],
  ])('A14: searching %j finds %j by name, userName, e-mail or externalId', async (search, found) => {
    await entra.createUser({
      userName: 'u-ana',
      displayName: 'Ana Lima',
      externalId: 'ext-7',
      emails: [
        { value: 'ana@acme.example', primary: true },
        { value: 'second@acme.example', type: 'home' },
      ],
    });
    await okta.createUser({ userName: 'u-anabel', displayName: 'Anabel', emails: [{ value: 'anabel@acme.example' }] });
    await okta.createUser({ userName: 'u-bo', name: { givenName: 'Bo', familyName: 'Nameless' } });

    const page = await users(`?search=${encodeURIComponent(search)}`);

    expect(page.items.map(({ displayName }) => displayName)).toEqual(found);
    expect(page.total).toBe(found.length);
  });

  it.each(['displayName', 'userName', 'created', 'lastModified'])(
    'A14: sorted by %s either way, pages hold everybody once and in order',
    async (sort) => {
      const made: string[] = [];
      for (let number = 0; number < 11; number += 1) {
        const connection = number % 2 === 0 ? entra : okta;
        // Two share a name, and every fourth has none.
        const named = number % 4 === 3 ? {} : { displayName: `Person ${String((Math.floor(number / 2) * 7) % 5)}` };
        made.push((await connection.createUser({ userName: `user-${(number * 7) % 11}`, ...named })).id as string);
      }

      const walk = async (direction: string): Promise<string[]> => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page: UserPage = await users(
            `?limit=3&sort=${sort}&direction=${direction}${cursor ? `&cursor=${cursor}` : ''}`,
          );
          expect(page.total).toBe(11);
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor;
        } while (cursor);
        return seen;
      };
      const ascending = await walk('asc');
      const descending = await walk('desc');

      expect([...ascending].sort()).toEqual([...made].sort());
      expect([...descending].sort()).toEqual([...made].sort());
      if (sort !== 'displayName') expect(descending).toEqual([...ascending].reverse());
      if (sort === 'created') expect(ascending).toEqual([...made].sort());
    },
  );

  it('A16: a person’s page has every attribute, the groups and a history that names the request behind each change', async () => {
    const ana = await entra.createUser({
      userName: 'ana',
      displayName: 'Ana Lima',
      externalId: 'x-1',
      nickName: 'An',
      active: true,
    });
    await entra.createGroup('Engineers', [ana.id]);
    await entra.patch(`/Users/${ana.id}`, [
      { op: 'replace', path: 'title', value: 'Lead' },
      { op: 'replace', path: 'active', value: false },
    ]);

    const { body } = await acme.owner.get<UserView>(`/users/${ana.id}`);

    expect(body).toMatchObject({
      displayName: 'Ana Lima',
      externalId: 'x-1',
      active: false,
      integrationName: 'Entra ID',
    });
    expect(body.attributes).toMatchObject({
      nickName: 'An',
      title: 'Lead',
      meta: { resourceType: 'User', version: body.version },
    });
    expect(body.groups.map(({ displayName }) => displayName)).toEqual(['Engineers']);
    expect(body.history.items.map(({ summary }) => summary)).toEqual([
      'Turned off; title set to "Lead"',
      'Joined Engineers',
      'Person created',
    ]);
    expect(body.history.items[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('A17: groups show members, empty ones too; their page tells who came and went', async () => {
    const ana = await entra.createUser({ userName: 'ana', displayName: 'Ana Lima' });
    const bo = await entra.createUser({ userName: 'bo', displayName: 'Bo' });
    const engineers = await entra.createGroup('Engineers', [ana.id]);
    await entra.createGroup('Empty');
    await entra.patch(`/Groups/${engineers.id}`, [{ op: 'add', path: 'members', value: [{ value: bo.id }] }]);
    await entra.patch(`/Groups/${engineers.id}`, [{ op: 'remove', path: `members[value eq "${ana.id}"]` }]);

    const list = (await acme.owner.get<Page<GroupSummary>>('/groups')).body;
    expect(list.items.map(({ displayName, memberCount }) => [displayName, memberCount])).toEqual([
      ['Empty', 0],
      ['Engineers', 1],
    ]);
    expect(list.total).toBe(2);

    const view = (await acme.owner.get<GroupView>(`/groups/${engineers.id}`)).body;
    expect(view).toMatchObject({ displayName: 'Engineers', memberCount: 1, integrationName: 'Entra ID' });
    expect(view.history.items.map(({ summary }) => summary).slice(0, 2)).toEqual(['Removed Ana Lima', 'Added Bo']);

    const members = (await acme.owner.get<Page<GroupMemberSummary>>(`/groups/${engineers.id}/members`)).body;
    expect(members).toMatchObject({ total: 1, items: [{ id: bo.id, type: 'User', displayName: 'Bo', active: true }] });
  });

  it('A14: the members of one group only, and nobody for a group that is not there', async () => {
    const ana = await entra.createUser({ userName: 'ana', displayName: 'Ana' });
    await entra.createUser({ userName: 'bo', displayName: 'Bo' });
    const off = await entra.createUser({ userName: 'cy', displayName: 'Cy', active: false });
    const group = await entra.createGroup('Some', [ana.id, off.id]);

    expect(await users(`?groupId=${group.id}`)).toMatchObject({
      total: 2,
      counts: { all: 2, active: 1, inactive: 1, deleted: expect.any(Number) },
    });
    expect(await names(`?groupId=${group.id}&search=an`)).toEqual(['Ana']);
    expect(await names(`?groupId=${ana.id}`)).toEqual([]);
  });

  it('A17: members are paged by name, searchable, and may be groups', async () => {
    const ids: string[] = [];
    for (const name of ['Cy', 'ana', 'Bo', 'Dee', 'Eve'])
      ids.push((await entra.createUser({ userName: name, displayName: name })).id);
    const inner = await entra.createGroup('Inner');
    const outer = await entra.createGroup('Outer', [...ids, inner.id]);
    const page = async (query: string): Promise<Page<GroupMemberSummary>> =>
      (await acme.owner.get<Page<GroupMemberSummary>>(`/groups/${outer.id}/members?${query}`)).body;

    const first = await page('limit=4');
    const second = await page(`limit=4&cursor=${first.nextCursor}`);

    expect([...first.items, ...second.items].map(({ displayName }) => displayName)).toEqual([
      'ana',
      'Bo',
      'Cy',
      'Dee',
      'Eve',
      'Inner',
    ]);
    expect(second.nextCursor).toBeUndefined();
    expect(await page('search=INN')).toMatchObject({ total: 1, items: [{ type: 'Group', displayName: 'Inner' }] });
  });

  it('A12 SEC-16: people of a deleted integration are in no list, no count and no page', async () => {
    const gone = await acme.connect('Going', 'other');
    const ghost = await acme.scim(gone).createUser({ userName: 'ghost', displayName: 'Ghost' });
    const group = await acme.scim(gone).createGroup('Ghosts', [ghost.id]);
    expect(await names()).toEqual(['Ghost']);

    await acme.owner.delete(`/integrations/${gone.integrationId}`, { name: 'Going' });

    expect(await users()).toMatchObject({ items: [], total: 0 });
    expect(await users('?search=ghost')).toMatchObject({ items: [], total: 0 });
    expect(await users(`?integrationId=${gone.integrationId}`)).toMatchObject({ items: [], total: 0 });
    expect((await acme.owner.get(`/users/${ghost.id}`)).status).toBe(404);
    expect((await acme.owner.get(`/groups/${group.id}`)).status).toBe(404);
    expect((await acme.owner.get(`/groups/${group.id}/members`)).status).toBe(404);
  });

  it.each([
    '/users?cursor=nonsense',
    '/users?limit=0',
    '/users?limit=201',
    '/users?sort=password',
    '/users?tenantId=1',
    `/users?cursor=${Buffer.from('[0,"x"]').toString('base64url')}`,
    `/users?sort=lastModified&cursor=${Buffer.from('[0,"x","00000000-0000-4000-8000-000000000000"]').toString('base64url')}`,
    '/users?search=%00',
    '/groups?search=a%00b',
    '/groups?cursor=WzFd',
  ])('SEC-18: %s is bad input, said so', async (path) => {
    expect((await acme.owner.get(path)).status).toBe(400);
  });

  it.each([
    '/users/x',
    '/users/00000000-0000-4000-8000-000000000000',
    '/groups/ffffffff-ffff-4fff-bfff-ffffffffffff',
    '/requests/ffffffff-ffff-ffff-ffff-ffffffffffff',
  ])('%s is not found', async (path) => {
    expect((await acme.owner.get(path)).status).toBe(404);
  });
});
