import type { ConsoleErrorBody, DeletedIntegration, IntegrationView, Page } from '@rollcall/admin-contracts';
import { ResourceCountFolder } from '../events/resource-count-folder';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { until } from '../testing/until';
import { IntegrationPurge } from './integration-purge';

describe('deleted integrations', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  beforeEach(() => acme.startAfresh());
  afterAll(() => acme.stop());

  const remove = (id: string, name: string) => acme.owner.delete(`/integrations/${id}`, { name });
  const restore = <Body = IntegrationView>(id: string, body: object = {}) =>
    acme.owner.post<Body>(`/integrations/deleted/${id}/restore`, body);
  const deleted = async (): Promise<DeletedIntegration[]> =>
    (await acme.owner.get<DeletedIntegration[]>('/integrations/deleted')).body;
  const purge = (): Promise<void> => acme.app.get(IntegrationPurge, { strict: false }).run();

  async function givenPeople(name = 'Entra ID') {
    const generated = await acme.connect(name);
    const entra = acme.scim(generated);
    const ana = await entra.createUser({ userName: `ana@${name}`, displayName: `Ana ${name}`, active: true });
    const bo = await entra.createUser({ userName: `bo@${name}`, active: false });
    const team = await entra.createGroup(`Team ${name}`, [ana.id, bo.id]);
    return { generated, entra, ana, bo, team, id: generated.integrationId };
  }

  it('A12: a deleted integration is listed with who deleted it, what it holds and until when it can come back', async () => {
    const { id } = await givenPeople();
    expect(await deleted()).toEqual([]);
    await remove(id, 'Entra ID');

    const [row] = await deleted();
    expect(row).toMatchObject({ id, name: 'Entra ID', deletedBy: 'Olga Owner', userCount: 2, groupCount: 1 });
    const days = (Date.parse(row?.restorableUntil ?? '') - Date.parse(row?.deletedAt ?? '')) / 86_400_000;
    expect(days).toBe(30);
  });

  it('A12: its people and groups are nowhere in the console while it is deleted', async () => {
    const gone = await givenPeople('Gone');
    const kept = await givenPeople('Kept');
    await remove(gone.id, 'Gone');

    const users = (await acme.owner.get<Page<{ id: string }>>('/users')).body;
    const groups = (await acme.owner.get<Page<{ id: string }>>('/groups')).body;
    const found = (await acme.owner.get<Page<{ id: string }>>('/users?search=ana')).body;
    expect(users.items.map(({ id }) => id).sort()).toEqual([kept.ana.id, kept.bo.id].sort());
    expect([users.total, groups.total]).toEqual([2, 1]);
    expect(groups.items.map(({ id }) => id)).toEqual([kept.team.id]);
    expect(found.items.map(({ id }) => id)).toEqual([kept.ana.id]);
    for (const path of [`/users/${gone.ana.id}`, `/groups/${gone.team.id}`, `/groups/${gone.team.id}/members`])
      expect((await acme.owner.get(path)).status).toBe(404);
  });

  it('A12 R-45: restoring brings users, groups and memberships back byte for byte under the same ids', async () => {
    const { id, entra, team } = await givenPeople();
    const before = [(await entra.get('/Users')).text, (await entra.get('/Groups')).text];
    await remove(id, 'Entra ID');

    const { status, body } = await restore(id);

    expect(status).toBe(200);
    expect(body).toMatchObject({ id, name: 'Entra ID', state: 'noToken', userCount: 2, groupCount: 1 });
    expect(await deleted()).toEqual([]);
    const again = acme.scim(
      (await acme.owner.post<never>(`/integrations/${id}/tokens/rotate`, { overlap: 'now' })).body,
    );
    expect([(await again.get('/Users')).text, (await again.get('/Groups')).text]).toEqual(before);
    expect(await again.memberIds(team.id)).toHaveLength(2);
    expect((await acme.owner.get<Page<unknown>>('/users')).body.total).toBe(2);
  });

  it('A12: its tokens are revoked with the deletion and stay so after it is restored', async () => {
    const { id, entra } = await givenPeople();
    await remove(id, 'Entra ID');
    expect((await entra.get('/Users')).status).toBe(401);
    await restore(id);

    expect((await entra.get('/Users')).status).toBe(401);
    expect((await entra.post('/Users', { userName: 'eve' })).status).toBe(401);
    const { tokens } = (await acme.owner.get<IntegrationView>(`/integrations/${id}`)).body;
    expect(tokens).toEqual([expect.objectContaining({ state: 'revoked', revokedBy: 'Olga Owner' })]);
  });

  it('A04 A12: when the name is used meanwhile, restoring says so at the field and takes another one', async () => {
    const { id } = await givenPeople('Entra ID');
    await remove(id, 'Entra ID');
    await acme.connect('entra id');

    const refused = await restore<ConsoleErrorBody>(id);
    expect([refused.status, refused.body.code]).toEqual([409, 'nameTaken']);
    expect((await restore<ConsoleErrorBody>(id, { name: '  ' })).status).toBe(400);
    expect((await restore(id, { name: ' Entra (old) ' })).body.name).toBe('Entra (old)');
  });

  it('A12: nobody restores what is not deleted, or was deleted more than 30 days ago', async () => {
    const { id } = await givenPeople();
    expect((await restore(id)).status).toBe(404);
    await remove(id, 'Entra ID');
    await acme.sql(`update integration set deleted_at = now() - interval '30 days 1 second'`);

    expect((await restore(id)).status).toBe(404);
    expect(await deleted()).toEqual([]);
  });

  it('R-45: of many who restore at the same moment one does, and it is logged once', async () => {
    const { id } = await givenPeople();
    await remove(id, 'Entra ID');

    const statuses = (await Promise.all(Array.from({ length: 5 }, () => restore(id)))).map(({ status }) => status);

    expect(statuses.sort()).toEqual([200, 404, 404, 404, 404]);
    const logged = await acme.sql(`select 1 from activity where action = 'integration.restored'`);
    expect(logged).toHaveLength(1);
  });

  it('R-45: after 30 days everything of it is gone for good, nothing of its neighbour, and the log says so', async () => {
    const gone = await givenPeople('Gone');
    const kept = await givenPeople('Kept');
    await gone.entra.delete(`/Users/${gone.bo.id}`);
    await gone.entra.requestLog();
    await acme.tokenUseWritten();
    await countedInTheBackground(gone.id, 1);
    await countedInTheBackground(kept.id, 2);
    const before = await tablesWithRows(kept.id);
    await remove(gone.id, 'Gone');
    await purge();
    expect(await tablesWithRows(gone.id)).not.toEqual([]);
    await acme.sql(`update integration set deleted_at = now() - interval '31 days' where id = $1`, [gone.id]);

    await purge();

    expect(await tablesWithRows(gone.id)).toEqual([]);
    // What works in the background may have added something meanwhile.
    expect(await tablesWithRows(kept.id)).toEqual(expect.arrayContaining(before));
    expect(await acme.sql('select id from integration')).toEqual([{ id: kept.id }]);
    const [entry] = await acme.sql(
      `select actor_type, object_name, details from activity where action = 'integration.purged'`,
    );
    expect(entry).toMatchObject({ actor_type: 'system', object_name: 'Gone', details: { deletedBy: 'Olga Owner' } });
  });

  it('SEC-36: the worker cannot remove what is not due, nor another organisation’s', async () => {
    const { id } = await givenPeople();
    const wanted = (tenantId: string) =>
      acme.databases.worker.query('select purge_deleted_integration($1, $2, 10)', [tenantId, id]);
    await expect(wanted(acme.tenantId)).rejects.toThrow('is not due');
    await remove(id, 'Entra ID');
    await expect(wanted(acme.tenantId)).rejects.toThrow('is not due');
    await acme.sql(`update integration set deleted_at = now() - interval '31 days'`);
    await expect(wanted('00000000-0000-4000-8000-000000000000')).rejects.toThrow('is not due');
  });

  /** The last fold of the counts has been, so that no later one writes a row for what is gone. */
  async function countedInTheBackground(integrationId: string, users: number): Promise<void> {
    const folded = `select 1 from resource_count where integration_id = $1 and resource_type = 'User' and base = $2`;
    const counts = acme.app.get(ResourceCountFolder, { strict: false });
    await until(async () => {
      if ((await acme.sql(folded, [integrationId, users])).length > 0) return true;
      // Another database's transaction holds back what counts as ended; a later fold gets further.
      counts.changed({ tenantId: acme.tenantId, integrationId });
      await counts.foldAll();
      return false;
    });
  }

  /** Names of the tables that hold something of the integration, but for the log, which has its own retention. */
  async function tablesWithRows(integrationId: string): Promise<string[]> {
    const tables = await acme.sql<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'integration_id'
        where c.relkind = 'r' and not c.relispartition and c.relnamespace = 'public'::regnamespace order by 1`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const rows = await acme.sql(`select 1 from ${name} where integration_id = $1 limit 1`, [integrationId]);
      if (rows.length > 0) holding.push(name);
    }
    return holding;
  }
});
