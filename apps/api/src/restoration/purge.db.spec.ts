import type { ActivityPage, ConsoleErrorBody, DeletedIntegration, PurgeView } from '@rollcall/admin-contracts';
import { PURGE_TURNS } from '../database/purge-turns';
import { IntegrationPurge } from '../integrations/integration-purge';
import { givenConnectedOrganisation } from '../testing/connected-organisation';
import type { TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';
import { DeletionPurge } from './deletion-purge';

const NOTHING = { people: 0, groups: 0, integrations: 0 };
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('pausing the purge', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  givenConnectedOrganisation((given) => {
    ({ acme, entra } = given);
  });

  const deletedUser = async (name: string, daysAgo: number): Promise<string> => {
    const { id } = await entra.createUser({ userName: `${name}@acme.example`, displayName: name });
    await entra.delete(`/Users/${id}`);
    await age(id, daysAgo);
    return id;
  };
  const age = (id: string, daysAgo: number) =>
    acme.sql(`update deleted_resource set deleted_at = now() - make_interval(secs => $2) where id = $1`, [
      id,
      daysAgo * 86_400,
    ]);
  const deletedIntegration = async (name: string, daysAgo: number): Promise<string> => {
    const { integrationId } = await acme.connect(name);
    await acme.owner.delete(`/integrations/${integrationId}`, { name });
    await acme.sql(`update integration set deleted_at = now() - make_interval(days => $2) where id = $1`, [
      integrationId,
      daysAgo,
    ]);
    return integrationId;
  };
  const purge = async () => {
    await acme.app.get(DeletionPurge, { strict: false }).run();
    await acme.app.get(IntegrationPurge, { strict: false }).run();
  };
  const pause = (reason = 'Audit of March', by = acme.owner) => by.post<PurgeView>('/purge/pause', { reason });
  const resume = (by = acme.owner) => by.post<PurgeView>('/purge/resume');
  const view = async () => (await acme.owner.get<PurgeView>('/purge')).body;
  const kept = async () => (await acme.sql('select id from deleted_resource')).length;
  const restore = async (id: string) => (await acme.owner.post(`/users/${id}/restore`)).status;

  it('R-45: paused, it removes neither records nor integrations; resumed, the next run removes what is due, with counts in the log', async () => {
    await deletedUser('ana', 31);
    await deletedIntegration('Old Okta', 31);
    expect(await pause()).toMatchObject({
      status: 200,
      body: { paused: { by: 'Olga Owner', reason: 'Audit of March' } },
    });

    await purge();
    expect(await kept()).toBe(1);
    expect(await acme.sql(`select id from integration where deleted_at is not null`)).toHaveLength(1);

    expect((await resume()).body).toEqual({ due: { people: 1, groups: 0, integrations: 1 }, held: 0 });
    await purge();
    expect(await kept()).toBe(0);
    expect(await acme.sql(`select id from integration where deleted_at is not null`)).toHaveLength(0);
    const { body } = await acme.owner.get<ActivityPage>('/activity?action=directory.purged');
    expect(body.items[0]?.details).toEqual({ people: 1, groups: 0 });
  });

  it('R-45: what is past its 30 days is listed and comes back while the purge is paused, and no longer afterwards', async () => {
    const ana = await deletedUser('ana', 45);
    const ben = await deletedUser('ben', 45);
    const old = await deletedIntegration('Old Okta', 45);
    const listed = async () =>
      (await acme.owner.get<{ items: { id: string }[] }>('/users/deleted')).body.items.map(({ id }) => id).sort();
    const integrations = async () =>
      (await acme.owner.get<DeletedIntegration[]>('/integrations/deleted')).body.map(({ id }) => id);
    expect([await restore(ana), await listed(), await integrations()]).toEqual([410, [], []]);

    await pause();
    expect([await listed(), await integrations()]).toEqual([[ana, ben].sort(), [old]]);
    expect(await restore(ana)).toBe(200);
    expect((await acme.owner.post(`/integrations/deleted/${old}/restore`, {})).status).toBe(200);

    await resume();
    expect([await restore(ben), await listed()]).toEqual([410, []]);
  });

  it('R-45: says what is due, what comes next and when, and what the brake holds', async () => {
    await deletedUser('due', 30.5);
    await deletedUser('first', 28);
    await deletedUser('same day', 27.5);
    await deletedUser('later', 20);
    await acme.sql('update deleted_resource set held_by = id where id = $1', [await deletedUser('held', 40)]);
    const group = await entra.createGroup('Sales');
    await entra.delete(`/Groups/${group.id}`);
    await age(group.id as string, 27.9);
    await deletedIntegration('Old Okta', 1);

    const { due, next, held, paused } = await view();

    expect({ due, held, paused }).toEqual({ due: { ...NOTHING, people: 1 }, held: 1, paused: undefined });
    expect(next).toMatchObject({ people: 2, groups: 1, integrations: 0 });
    expect(Math.abs(Date.parse(next?.at ?? '') - Date.now() - 2 * DAY_MS)).toBeLessThan(HOUR_MS);
  });

  it('R-45: an organisation that deleted nothing has nothing to announce', async () => {
    expect(await view()).toEqual({ due: NOTHING, held: 0 });
  });

  it('R-45: an answered pause means that no step of the purge is under way any more', async () => {
    const order: string[] = [];
    let paused: Promise<unknown> = Promise.resolve();
    await acme.databases.worker.inTenant(acme.tenantId, async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [PURGE_TURNS.records]);
      paused = pause().then(() => order.push('paused'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      order.push('step ended');
    });
    await paused;

    expect(order).toEqual(['step ended', 'paused']);
  });

  it('R-45: an integration whose removal has begun is no longer offered, and is removed to the end even when paused', async () => {
    const old = await deletedIntegration('Old Okta', 45);
    await acme.sql('update integration set purge_began_at = now() where id = $1', [old]);
    await pause();

    expect((await acme.owner.get<DeletedIntegration[]>('/integrations/deleted')).body).toEqual([]);
    expect((await acme.owner.post(`/integrations/deleted/${old}/restore`, {})).status).toBe(404);
    await purge();
    expect(await acme.sql('select id from integration where id = $1', [old])).toEqual([]);
  });

  it('R-45: who paused and who resumed is in the log, with the reason and what was waiting', async () => {
    await deletedUser('ana', 31);
    await pause('  Audit of March ');
    await resume(await acme.member('admin'));

    const details = async (action: string) =>
      (await acme.owner.get<ActivityPage>(`/activity?action=${action}`)).body.items[0];
    expect(await details('directory.purgePaused')).toMatchObject({
      actor: { name: 'Olga Owner' },
      object: { name: 'Acme' },
      details: { reason: 'Audit of March' },
    });
    expect(await details('directory.purgeResumed')).toMatchObject({
      actor: { name: 'admin person' },
      details: { pausedBy: 'Olga Owner', reason: 'Audit of March', people: 1, groups: 0, integrations: 0 },
    });
  });

  it('R-45: the first of two who pause it is the one who did; a pause needs a reason; resuming twice is once', async () => {
    expect((await pause('  ')).status).toBe(400);
    expect((await pause('x'.repeat(201))).status).toBe(400);
    await pause('first');

    const { status, body } = (await pause('second')) as unknown as { status: number; body: ConsoleErrorBody };

    expect([status, body.code]).toEqual([409, 'conflict']);
    expect((await view()).paused).toMatchObject({ reason: 'first' });
    expect((await resume()).status).toBe(200);
    expect((await resume()).status).toBe(200);
    const { body: log } = await acme.owner.get<ActivityPage>('/activity?action=directory.purgeResumed');
    expect(log.items).toHaveLength(1);
  });

  it.each(['support', 'auditor'] as const)('A30: %s sees it and may neither pause nor resume', async (role) => {
    const reader = await acme.member(role);
    await pause();

    expect((await reader.get<PurgeView>('/purge')).body.paused).toMatchObject({ by: 'Olga Owner' });
    expect([(await pause('mine', reader)).status, (await resume(reader)).status]).toEqual([403, 403]);
    expect((await acme.stranger().get('/purge')).status).toBe(401);
  });

  it('SEC-49: resuming needs a recent sign-in, because what has waited is then lost', async () => {
    await pause();
    await acme.sql(`update member_session set confirmed_at = now() - interval '11 minutes'`);

    const { status, body } = (await resume()) as unknown as { status: number; body: ConsoleErrorBody };

    expect([status, body.code]).toEqual([403, 'step_up_required']);
    await acme.sql('update member_session set confirmed_at = now()');
  });
});
