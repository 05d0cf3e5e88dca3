import type { AsOfView, DeletedSummary, GroupView, Page, UserPage, UserView } from '@rollcall/admin-contracts';
import { givenConnectedOrganisation } from '../testing/connected-organisation';
import { momentBetween } from '../testing/moment-between';
import type { TestOrganisation } from '../testing/organisation';
import { E, U, type ScimConnection } from '../testing/scim-connection';

describe('people’s stories', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;

  givenConnectedOrganisation((given) => {
    ({ acme, entra } = given);
  });

  const user = async (id: string): Promise<UserView> => (await acme.owner.get<UserView>(`/users/${id}`)).body;
  const asOf = async (path: string, at: string): Promise<AsOfView> => {
    const { status, body } = await acme.owner.get<AsOfView>(`${path}/as-of?at=${encodeURIComponent(at)}`);
    expect(status).toBe(200);
    return body;
  };
  const stories = async (id: string): Promise<string[]> => (await user(id)).history.items.map(({ summary }) => summary);
  const moment = (): Promise<string> => momentBetween(acme);

  it('C03: a person’s time line tells of groups joined and left, each with its request', async () => {
    const ana = await entra.createUser({ userName: 'ana', displayName: 'Ana' });
    const bo = await entra.createUser({ userName: 'bo', displayName: 'Bo' });
    const group = await entra.createGroup('Engineers');
    const joined = await entra.patch(`/Groups/${group.id}`, [
      { op: 'add', path: 'members', value: [{ value: ana.id }, { value: bo.id }] },
    ]);
    const left = await entra.patch(`/Groups/${group.id}`, [{ op: 'remove', path: `members[value eq "${ana.id}"]` }]);

    const { history } = await user(ana.id);

    expect(history.items).toMatchObject([
      { summary: 'Left Engineers', kind: 'left', requestId: left.headers.get('x-request-id') },
      { summary: 'Joined Engineers', group: { id: group.id }, requestId: joined.headers.get('x-request-id') },
      { summary: 'Person created' },
    ]);
    expect(await stories(bo.id)).toEqual(['Joined Engineers', 'Person created']);
  });

  it('C03: a group that is deleted is left by its members, and by nobody who had gone before', async () => {
    const ana = await entra.createUser({ userName: 'ana' });
    const bo = await entra.createUser({ userName: 'bo' });
    const group = await entra.createGroup('Engineers', [ana.id, bo.id]);
    await entra.patch(`/Groups/${group.id}`, [{ op: 'remove', path: `members[value eq "${bo.id}"]` }]);
    const gone = await entra.delete(`/Groups/${group.id}`);

    expect((await user(ana.id)).history.items[0]).toMatchObject({
      summary: 'Left Engineers: the group was deleted',
      requestId: gone.headers.get('x-request-id'),
    });
    expect(await stories(bo.id)).toEqual(['Left Engineers', 'Joined Engineers', 'Person created']);
  });

  it('A16: each attribute says when and by which request it last changed', async () => {
    const ana = await entra.createUser({ userName: 'ana', title: 'Clerk', [E]: { department: 'Ops' } });
    await entra.patch(`/Users/${ana.id}`, [{ op: 'replace', path: 'title', value: 'Lead' }]);
    const second = await entra.patch(`/Users/${ana.id}`, [
      { op: 'replace', path: 'title', value: 'Head' },
      { op: 'replace', path: `${E}:department`, value: 'Sales' },
    ]);

    const { origins, firstReceived } = await user(ana.id);

    const requestId = second.headers.get('x-request-id');
    expect(origins).toMatchObject({ title: { requestId }, [`${E}:department`]: { requestId } });
    expect(origins).not.toHaveProperty('userName');
    expect(firstReceived?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('A16 B07: what was sent and not kept is listed with its request', async () => {
    const made = await entra.post('/Users', { schemas: [U], userName: 'ana', shoeSize: 44 });
    await entra.requestLog();

    const { ignored } = await user(made.body.id);

    expect(ignored).toMatchObject([{ requestId: made.headers.get('x-request-id') }]);
    expect(ignored[0]?.message).toContain('shoeSize');
  });

  it('A16: as of a moment: attributes, state and groups as they were then', async () => {
    const before = await moment();
    const ana = await entra.createUser({ userName: 'ana', title: 'Clerk', active: true, [E]: { department: 'Ops' } });
    const group = await entra.createGroup('Engineers', [ana.id]);
    const then = await moment();
    await entra.patch(`/Users/${ana.id}`, [
      { op: 'replace', path: 'title', value: 'Lead' },
      { op: 'replace', path: `${E}:department`, value: 'Sales' },
      { op: 'replace', path: 'active', value: false },
    ]);
    await entra.patch(`/Groups/${group.id}`, [{ op: 'remove', path: `members[value eq "${ana.id}"]` }]);
    await entra.createGroup('Later', [ana.id]);
    const now = await moment();

    expect(await asOf(`/users/${ana.id}`, before)).toEqual({ at: before, state: 'notYet' });
    expect(await asOf(`/users/${ana.id}`, then)).toMatchObject({
      state: 'present',
      active: true,
      attributes: { title: 'Clerk', [E]: { department: 'Ops' } },
      groups: [{ displayName: 'Engineers' }],
    });
    expect(await asOf(`/users/${ana.id}`, now)).toMatchObject({
      active: false,
      attributes: { title: 'Lead', [E]: { department: 'Sales' } },
      groups: [{ displayName: 'Later' }],
    });
  });

  it('A16: as of a moment, a group: its name then', async () => {
    const group = await entra.createGroup('Old name');
    const then = await moment();
    await entra.patch(`/Groups/${group.id}`, [{ op: 'replace', path: 'displayName', value: 'New name' }]);

    expect(await asOf(`/groups/${group.id}`, then)).toMatchObject({
      state: 'present',
      attributes: { displayName: 'Old name' },
    });
  });

  it('A19 C04: somebody deleted is in the Deleted list, and has a page that says until when they can come back', async () => {
    const ana = await entra.createUser({ userName: 'ana', displayName: 'Ana Lima', title: 'Lead' });
    const group = await entra.createGroup('Engineers', [ana.id]);
    const then = await moment();
    const gone = await entra.delete(`/Users/${ana.id}`);
    const requestId = gone.headers.get('x-request-id');

    const list = (await acme.owner.get<Page<DeletedSummary>>('/users/deleted')).body;
    expect(list).toMatchObject({
      total: 1,
      items: [{ id: ana.id, displayName: 'Ana Lima', userName: 'ana', deleted: { requestId } }],
    });
    expect((await acme.owner.get<UserPage>('/users')).body.counts).toEqual({
      all: 0,
      active: 0,
      inactive: 0,
      deleted: 1,
    });
    const view = await user(ana.id);
    expect(view).toMatchObject({ displayName: 'Ana Lima', title: 'Lead', groups: [], deleted: { requestId } });
    const days = (Date.parse(view.deleted?.restorableUntil ?? '') - Date.parse(view.deleted?.at ?? '')) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    expect(view.history.items.map(({ kind }) => kind)).toContain('deleted');
    expect(await asOf(`/users/${ana.id}`, then)).toMatchObject({ state: 'present', groups: [{ id: group.id }] });
    expect(await asOf(`/users/${ana.id}`, await moment())).toMatchObject({ state: 'deleted' });
  });

  it('C09: somebody restored is no longer among the deleted', async () => {
    const ana = await entra.createUser({ userName: 'ana', displayName: 'Ana' });
    await entra.delete(`/Users/${ana.id}`);
    expect((await acme.owner.post(`/users/${ana.id}/restore`)).status).toBe(200);

    expect((await acme.owner.get<Page<DeletedSummary>>('/users/deleted')).body.total).toBe(0);
    expect((await user(ana.id)).deleted).toBeUndefined();
  });

  it('A19: deleted people are paged, the newest first, and searched', async () => {
    for (const name of ['a', 'b', 'c']) {
      const made = await entra.createUser({ userName: `${name}@acme.example`, displayName: `Person ${name}` });
      await entra.delete(`/Users/${made.id}`);
    }
    const first = (await acme.owner.get<Page<DeletedSummary>>('/users/deleted?limit=2')).body;
    const second = (await acme.owner.get<Page<DeletedSummary>>(`/users/deleted?limit=2&cursor=${first.nextCursor}`))
      .body;

    expect([...first.items, ...second.items].map(({ displayName }) => displayName)).toEqual([
      'Person c',
      'Person b',
      'Person a',
    ]);
    expect(second.nextCursor).toBeUndefined();
    const found = (await acme.owner.get<Page<DeletedSummary>>('/users/deleted?search=B@acme')).body;
    expect(found).toMatchObject({ total: 1, items: [{ displayName: 'Person b' }] });
  });

  it('A19 C04: a deleted group has a page, too', async () => {
    const group = await entra.createGroup('Engineers');
    await entra.delete(`/Groups/${group.id}`);

    expect((await acme.owner.get<Page<DeletedSummary>>('/groups/deleted')).body.items).toMatchObject([
      { displayName: 'Engineers' },
    ]);
    expect((await acme.owner.get<GroupView>(`/groups/${group.id}`)).body).toMatchObject({
      displayName: 'Engineers',
      deleted: {},
    });
    expect((await acme.owner.get(`/groups/${group.id}/members`)).status).toBe(404);
  });

  it('A14: people are filtered by department, title and group, together with a search', async () => {
    const sales = { [E]: { department: 'Sales' } };
    const ana = await entra.createUser({ userName: 'ana', displayName: 'Ana', title: 'Lead', ...sales });
    await entra.createUser({ userName: 'bo', displayName: 'Bo', title: 'Clerk', active: false, ...sales });
    await entra.createUser({ userName: 'cy', displayName: 'Cy', title: 'Lead' });
    const group = await entra.createGroup('Some', [ana.id]);
    const names = async (query: string): Promise<string[]> =>
      (await acme.owner.get<UserPage>(`/users?${query}`)).body.items.map(({ displayName }) => displayName);

    expect(await names('department=Sales')).toEqual(['Ana', 'Bo']);
    expect(await names('title=Lead')).toEqual(['Ana', 'Cy']);
    expect(await names('department=Sales&title=Lead')).toEqual(['Ana']);
    expect(await names('department=Sales&search=b')).toEqual(['Bo']);
    expect(await names(`title=Lead&groupId=${group.id}`)).toEqual(['Ana']);
    expect(await names('department=sale')).toEqual([]);
    const page = (await acme.owner.get<UserPage>('/users?department=Sales&status=inactive')).body;
    expect(page).toMatchObject({ total: 1, counts: { all: 2, active: 1, inactive: 1 } });
    expect((await acme.owner.get<string[]>('/users/work-values?field=title')).body).toEqual(['Clerk', 'Lead']);
    expect((await acme.owner.get<string[]>('/users/work-values?field=department&search=sal')).body).toEqual(['Sales']);
  });

  it.each(['x', '2026-13-01T00:00:00Z', ''])('SEC-18: as of %j is bad input', async (at) => {
    const { id } = await entra.createUser({ userName: 'ana' });
    expect((await acme.owner.get(`/users/${id}/as-of?at=${encodeURIComponent(at)}`)).status).toBe(400);
  });
});
