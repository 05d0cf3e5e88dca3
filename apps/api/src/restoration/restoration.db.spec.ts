import type { ActivityPage, ConsoleErrorBody, UserView } from '@rollcall/admin-contracts';
import { givenConnectedOrganisation } from '../testing/connected-organisation';
import type { TestOrganisation } from '../testing/organisation';
import { E, U, type ScimConnection } from '../testing/scim-connection';
import { DeletionPurge } from './deletion-purge';

const OBJECT_ID = '6f1c1f2e-9d4b-4b6e-8d2a-111111111111';

describe('restoring what was deleted', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  givenConnectedOrganisation((given) => {
    ({ acme, entra } = given);
  });

  const ana = () =>
    entra.createUser({
      schemas: [U, E],
      userName: 'ana@acme.example',
      externalId: OBJECT_ID,
      displayName: 'Ana Lima',
      emails: [
        { type: 'work', value: 'ana@acme.example', primary: true },
        { value: 'ana@home.example', type: 'home' },
      ],
      [E]: { department: 'Sales', employeeNumber: '7' },
    });
  const textOf = async (id: string) => {
    const [row] = await entra.look('select resource from scim_user where id = $1', [id]);
    return (row as { resource: string } | undefined)?.resource;
  };
  const restore = (kind: 'users' | 'groups', id: string, by = acme.owner) =>
    by.post<UserView>(`/${kind}/${id}/restore`);
  const total = async (kind: 'Users' | 'Groups') => {
    const { body } = await entra.get(`/${kind}?count=0`);
    return (body as { totalResults: number }).totalResults;
  };

  it('C09 R-45: a person comes back under the same id, byte for byte, with groups, under the next version, and is counted', async () => {
    const { id } = await ana();
    const group = await entra.createGroup('Sales', [id]);
    const before = await textOf(id);
    const groupBefore = (await entra.get(`/Groups/${group.id}`)).body.meta.version;
    await entra.delete(`/Users/${id}`);
    expect(await total('Users')).toBe(0);

    const answer = await restore('users', id);

    expect(answer).toMatchObject({ status: 200, body: { id, displayName: 'Ana Lima', groups: [{ id: group.id }] } });
    expect(await textOf(id)).toBe(before);
    const now = (await entra.get(`/Users/${id}`)).body;
    expect(now.meta.version).toBe('W/"2"');
    expect(now.groups).toHaveLength(1);
    expect((await entra.filter('/Users', 'emails.value eq "ana@home.example"')).body.totalResults).toBe(1);
    expect(await total('Users')).toBe(1);
    expect((await entra.get(`/Groups/${group.id}`)).body.meta.version).not.toBe(groupBefore);
    expect(answer.body.history.items.map(({ kind }) => kind)).toContain('restored');
  });

  it('C09: the deed is in the activity log with its memberships', async () => {
    const { id } = await ana();
    await entra.createGroup('Sales', [id]);
    await entra.delete(`/Users/${id}`);
    await restore('users', id);

    const { body } = await acme.owner.get<ActivityPage>('/activity?action=user.restored');

    expect(body.items[0]).toMatchObject({
      actor: { name: 'Olga Owner' },
      object: { id, name: 'Ana Lima' },
      details: { memberships: 1 },
    });
  });

  it('R-45: a name taken meanwhile is refused with who holds it, and nothing is changed', async () => {
    const { id } = await ana();
    await entra.delete(`/Users/${id}`);
    const other = await entra.createUser({ userName: 'ANA@acme.example', displayName: 'Ana the Second' });

    const { status, body } = (await restore('users', id)) as unknown as { status: number; body: ConsoleErrorBody };

    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'name_taken',
      holder: { type: 'User', id: other.id, displayName: 'Ana the Second' },
    });
    expect((await entra.get(`/Users/${id}`)).status).toBe(404);
  });

  it('R-45: a provider that sends the restored person again hears 409, as ever', async () => {
    const { id } = await ana();
    await entra.delete(`/Users/${id}`);
    await restore('users', id);

    expect((await entra.post('/Users', { schemas: [U], userName: 'ana@acme.example' })).status).toBe(409);
  });

  it('R-45: after 30 days it is 410, and the purge takes the record for good, with a line in the log', async () => {
    const { id } = await ana();
    await entra.delete(`/Users/${id}`);
    await acme.sql(`update deleted_resource set deleted_at = now() - interval '30 days 1 second' where id = $1`, [id]);
    expect((await restore('users', id)).status).toBe(410);

    await acme.app.get(DeletionPurge, { strict: false }).run();

    expect((await restore('users', id)).status).toBe(404);
    const { body } = await acme.owner.get<ActivityPage>('/activity?action=directory.purged');
    expect(body.items[0]).toMatchObject({ actor: { type: 'system' }, details: { people: 1, groups: 0 } });
  });

  it('R-44: what the brake holds is neither purged nor too old to come back', async () => {
    const { id } = await ana();
    await entra.delete(`/Users/${id}`);
    await acme.sql(`update deleted_resource set deleted_at = now() - interval '90 days', held_by = id where id = $1`, [
      id,
    ]);

    await acme.app.get(DeletionPurge, { strict: false }).run();

    expect((await restore('users', id)).status).toBe(200);
  });

  it.each([
    ['the person first', ['users', 'groups']],
    ['the group first', ['groups', 'users']],
  ] as const)('R-45: person and group both deleted: the membership is back when both are, %s', async (_, order) => {
    for (const deletedFirst of ['Users', 'Groups'] as const) {
      const { id } = await ana();
      const group = await entra.createGroup(`Sales ${deletedFirst}`, [id]);
      const ids = { users: id as string, groups: group.id as string };
      const paths = [`/Users/${id}`, `/Groups/${group.id}`];
      for (const path of deletedFirst === 'Users' ? paths : paths.reverse()) await entra.delete(path);

      for (const kind of order) expect((await restore(kind, ids[kind])).status).toBe(200);

      expect(await entra.memberIds(group.id)).toEqual([id]);
      await entra.delete(`/Users/${id}`);
      await acme.sql('delete from deleted_resource');
    }
  });

  it('R-45: a nested group comes back into the groups that it was in, unless that would now close a circle', async () => {
    const inner = await entra.createGroup('Inner');
    const outer = await entra.createGroup('Outer', [inner.id]);
    const other = await entra.createGroup('Other', [inner.id]);
    await entra.delete(`/Groups/${inner.id}`);
    expect((await restore('groups', inner.id)).status).toBe(200);
    expect(await entra.memberIds(outer.id)).toEqual([inner.id]);

    await entra.delete(`/Groups/${outer.id}`);
    await entra.patch(`/Groups/${inner.id}`, [{ op: 'add', path: 'members', value: [{ value: other.id }] }]);
    await entra.patch(`/Groups/${other.id}`, [{ op: 'remove', path: `members[value eq "${inner.id}"]` }]);
    await entra.patch(`/Groups/${inner.id}`, [{ op: 'add', path: 'members', value: [{ value: other.id }] }]);
    expect((await restore('groups', outer.id)).status).toBe(200);

    expect(await entra.memberIds(outer.id)).toEqual([inner.id]);
    expect(await entra.memberIds(inner.id)).toEqual([other.id]);
  });

  it('C09: a deactivated person is turned on as before; one who is active has nothing to restore', async () => {
    const { id } = await ana();
    const before = await textOf(id);
    await entra.patch(`/Users/${id}`, [{ op: 'replace', path: 'active', value: false }]);

    expect(await restore('users', id)).toMatchObject({ status: 200, body: { id, active: true } });

    expect(await textOf(id)).toBe(before);
    expect((await restore('users', id)).status).toBe(404);
  });

  it.each(['support', 'auditor'] as const)('A30: %s may not restore', async (role) => {
    const { id } = await ana();
    await entra.delete(`/Users/${id}`);

    expect((await restore('users', id, await acme.member(role))).status).toBe(403);
  });
});
