import type { ConsoleErrorBody, IntegrationSummary, IntegrationView } from '@rollcall/admin-contracts';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { ERR } from '../testing/scim-connection';

const HOUR_MS = 3_600_000;

describe('pausing an integration', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  beforeEach(() => acme.startAfresh());
  afterAll(() => acme.stop());

  const pause = (id: string, hours: number) => acme.owner.post<IntegrationView>(`/integrations/${id}/pause`, { hours });
  const resume = (id: string) => acme.owner.post<IntegrationView>(`/integrations/${id}/resume`);
  const actions = async (): Promise<string[]> =>
    (await acme.owner.get<{ items: { action: string }[] }>('/activity')).body.items.map(({ action }) => action);

  it('A15: while paused every request that reads or writes gets 503 with Retry-After and a plain sentence, and changes nothing', async () => {
    const generated = await acme.connect();
    const entra = acme.scim(generated);
    const ana = await entra.createUser({ userName: 'ana' });
    const team = await entra.createGroup('Team', [ana.id]);

    expect((await pause(generated.integrationId, 24)).status).toBe(200);

    const tries = [
      await entra.get('/Users'),
      await entra.get(`/Users/${ana.id}`),
      await entra.filter('/Users', 'userName eq "nobody"'),
      await entra.get('/Users?startIndex=1&count=2'),
      await entra.post('/Users', { schemas: [], userName: 'bo' }),
      await entra.put(`/Users/${ana.id}`, { userName: 'ana2' }),
      await entra.patch(`/Users/${ana.id}`, [{ op: 'replace', path: 'active', value: false }]),
      await entra.delete(`/Users/${ana.id}`),
      await entra.get('/Groups'),
      await entra.patch(`/Groups/${team.id}`, [{ op: 'remove', path: 'members' }]),
      await entra.delete(`/Groups/${team.id}`),
      await entra.post('/Users', undefined, { raw: '{"userName":' }),
    ];
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 503));
    for (const { headers, body } of tries) {
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(body).toMatchObject({
        schemas: [ERR],
        status: '503',
        detail: expect.stringContaining('paused') as string,
      });
    }

    expect((await resume(generated.integrationId)).status).toBe(200);
    expect((await entra.get(`/Users/${ana.id}`)).body).toMatchObject({ userName: 'ana', active: ana.active });
    expect(await entra.memberIds(team.id)).toEqual([ana.id]);
  });

  it('A15 A21: tries that were held back do not make the connection look as if it failed afterwards', async () => {
    const generated = await acme.connect();
    const entra = acme.scim(generated);
    await entra.get('/Users');
    await pause(generated.integrationId, 1);
    for (let attempt = 0; attempt < 12; attempt += 1) expect((await entra.get('/Users')).status).toBe(503);
    await resume(generated.integrationId);
    await entra.requestLog();

    const page = (await acme.owner.get<IntegrationView>(`/integrations/${generated.integrationId}`)).body;
    expect(page.state).toBe('connected');
  });

  it('A15: it ends by itself after the hours that were chosen', async () => {
    const generated = await acme.connect();
    const { body } = await pause(generated.integrationId, 24);
    const until = Date.parse(body.pause?.until ?? '');
    expect(until - Date.now()).toBeGreaterThan(24 * HOUR_MS - 60_000);
    expect(until - Date.now()).toBeLessThanOrEqual(24 * HOUR_MS);
    expect(body).toMatchObject({ state: 'paused', pausedUntil: body.pause?.until, pause: { by: 'Olga Owner' } });

    await acme.sql(`update integration set paused_until = now() - interval '1 second'`);

    expect((await acme.scim(generated).get('/Users')).status).toBe(200);
    const page = (await acme.owner.get<IntegrationView>(`/integrations/${generated.integrationId}`)).body;
    expect(page.pause).toBeUndefined();
    expect(page.state).not.toBe('paused');
    const [row] = (await acme.owner.get<IntegrationSummary[]>('/integrations')).body;
    expect(row?.pausedUntil).toBeUndefined();
  });

  it('R-48: renewing moves the end and keeps the beginning, by which the provider backs off', async () => {
    const { integrationId } = await acme.connect();
    await pause(integrationId, 1);
    await acme.sql(`update integration set paused_since = now() - interval '3 days'`);

    const { body } = await pause(integrationId, 24);

    expect(Date.now() - Date.parse(body.pause?.since ?? '')).toBeGreaterThan(71 * HOUR_MS);
    expect(Date.parse(body.pause?.until ?? '') - Date.now()).toBeGreaterThan(23 * HOUR_MS);
    await acme.sql(`update integration set paused_until = now() - interval '1 minute'`);
    const anew = await pause(integrationId, 8);
    expect(Date.now() - Date.parse(anew.body.pause?.since ?? '')).toBeLessThan(HOUR_MS);
  });

  it('A15 A34: pausing, renewing and resuming are in the activity log; resuming what runs is not', async () => {
    const { integrationId } = await acme.connect();
    await pause(integrationId, 8);
    await pause(integrationId, 24);
    await resume(integrationId);
    await resume(integrationId);

    expect(await actions()).toEqual([
      'integration.resumed',
      'integration.paused',
      'integration.paused',
      'integration.created',
    ]);
  });

  it.each([[0], [25], [168], ['24'], [null]])('SEC-18: %j hours are refused', async (hours) => {
    const { integrationId } = await acme.connect();
    const { status, body } = await acme.owner.post<ConsoleErrorBody>(`/integrations/${integrationId}/pause`, { hours });
    expect([status, body.code]).toEqual([400, 'badRequest']);
  });

  it('SEC-39: nobody pauses what is deleted, nor another organisation’s integration', async () => {
    const { integrationId } = await acme.connect('Gone');
    await acme.owner.delete(`/integrations/${integrationId}`, { name: 'Gone' });
    expect((await pause(integrationId, 1)).status).toBe(404);
    expect((await resume(integrationId)).status).toBe(404);
  });
});
