import type {
  ConsoleErrorBody,
  DeletionPreview,
  GeneratedToken,
  IntegrationSummary,
  IntegrationView,
} from '@rollcall/admin-contracts';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';

describe('integrations', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  beforeEach(() => acme.startAfresh());
  afterAll(() => acme.stop());

  const list = async (): Promise<IntegrationSummary[]> =>
    (await acme.owner.get<IntegrationSummary[]>('/integrations')).body;
  const view = async (id: string): Promise<IntegrationView> =>
    (await acme.owner.get<IntegrationView>(`/integrations/${id}`)).body;

  it('A03 A08: creating answers the URL and the token, which opens the SCIM API', async () => {
    const answer = await acme.owner.post<GeneratedToken>('/integrations', { name: '  Entra ID ', provider: 'entra' });

    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body.scimUrl).toBe('http://localhost:3000/api/v1/scim');
    expect((await acme.scim(answer.body).get('/Users')).status).toBe(200);
    expect(await list()).toEqual([
      expect.objectContaining({ name: 'Entra ID', provider: 'entra', createdBy: 'Olga Owner', userCount: 0 }),
    ]);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'only blanks'],
    ['x'.repeat(81), 'too long'],
    ['a\nb', 'with a line break'],
  ])('A04: the name %j (%s) is refused at its field and creates nothing', async (name) => {
    const { status, body } = await acme.owner.post<ConsoleErrorBody>('/integrations', { name, provider: 'entra' });

    expect(status).toBe(400);
    expect(Object.keys(body.fields ?? {})).toEqual(['name']);
    expect(await list()).toEqual([]);
  });

  it.each([
    'tenantId',
    'tenant_id',
    'id',
    'createdBy',
    'created_by',
    'state',
    'pausedUntil',
    'isAdmin',
    '__proto__x',
    'role',
  ])('SEC-18: a body that also names %s is refused, and nothing is created or changed', async (field) => {
    const { integrationId } = await acme.connect('Mine');

    const created = await acme.owner.post('/integrations', { name: 'x', provider: 'entra', [field]: 'evil' });
    const changed = await acme.owner.patch(`/integrations/${integrationId}`, { name: 'y', [field]: 'evil' });

    expect([created.status, changed.status]).toEqual([400, 400]);
    expect((await list()).map(({ name }) => name)).toEqual(['Mine']);
  });

  it('A04: a name that is used already, whatever its letter case, is refused at its field', async () => {
    await acme.connect('Entra ID');

    const { status, body } = await acme.owner.post<ConsoleErrorBody>('/integrations', {
      name: ' ENTRA id',
      provider: 'okta',
    });
    const check = await acme.owner.post('/integrations/name-check', { name: 'entra ID' });

    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'nameTaken', fields: { name: expect.any(String) as string } });
    expect(check.body).toEqual({ available: false });
    expect(await list()).toHaveLength(1);
  });

  it('A04: of many who create one name at the same moment exactly one succeeds, and no token is left behind', async () => {
    const tries = Array.from({ length: 8 }, () =>
      acme.owner.post('/integrations', { name: 'Entra', provider: 'entra' }),
    );

    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();

    expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    expect(await acme.sql('select count(*)::int as tokens from token')).toEqual([{ tokens: 1 }]);
  });

  it('A08 A21: the page shows what real traffic did: checklist, counts, last request, state', async () => {
    const generated = await acme.connect();
    expect(await view(generated.integrationId)).toMatchObject({ state: 'waiting', checklist: {}, userCount: 0 });

    const entra = acme.scim(generated);
    await entra.filter('/Users', 'userName eq "nobody"');
    const ana = await entra.createUser({ userName: 'ana@acme.example', active: true });
    await entra.createUser({ userName: 'bo@acme.example', active: false });
    await entra.createGroup('Engineers', [ana.id]);
    await entra.requestLog();
    await acme.tokenUseWritten();

    const page = await view(generated.integrationId);
    expect(page).toMatchObject({ state: 'connected', userCount: 2, activeUserCount: 1, groupCount: 1 });
    expect(Object.keys(page.checklist).sort()).toEqual(['firstGroupAt', 'firstUserAt', 'testConnectionAt']);
    expect(page.lastRequest).toMatchObject({ method: 'POST', path: '/Groups', status: 201 });
    expect(page.lastError).toBeUndefined();
    expect(page.traffic).toHaveLength(24);
    expect(page.traffic.reduce((sum, hour) => sum + hour.requests, 0)).toBe(4);
    expect(page.tokens).toEqual([expect.objectContaining({ state: 'live', lastAddress: '127.0.0.1' })]);
    expect((await list())[0]).toMatchObject({ state: 'connected', userCount: 2, groupCount: 1 });
  });

  it('A21: a connection whose newest and most recent requests were refused is failing', async () => {
    const generated = await acme.connect();
    const entra = acme.scim(generated);
    await entra.get('/Users?filter=nonsense');
    await entra.post('/Users', {});
    await entra.requestLog();

    const page = await view(generated.integrationId);

    expect(page.state).toBe('failing');
    expect(page.lastError).toMatchObject({ method: 'POST', path: '/Users', status: 400 });
  });

  it('A10: rename keeps URL, token and ids; the new name shows at once', async () => {
    const generated = await acme.connect('Entra ID');
    const entra = acme.scim(generated);
    const ana = await entra.createUser({ userName: 'ana' });

    const renamed = await acme.owner.patch<IntegrationView>(`/integrations/${generated.integrationId}`, {
      name: 'Entra (EU)',
    });

    expect(renamed.body).toMatchObject({ id: generated.integrationId, name: 'Entra (EU)', scimUrl: generated.scimUrl });
    expect((await entra.get(`/Users/${ana.id}`)).status).toBe(200);
  });

  it('A10: nobody takes a name by renaming, and two may swap letter case of their own', async () => {
    const one = await acme.connect('One');
    await acme.connect('Two');

    expect((await acme.owner.patch(`/integrations/${one.integrationId}`, { name: 'two' })).status).toBe(409);
    expect((await acme.owner.patch(`/integrations/${one.integrationId}`, { name: 'ONE' })).status).toBe(200);
  });

  it('A12: deleting wants the name typed, counts the consequences, and from then on the token gets 401', async () => {
    const generated = await acme.connect('Entra ID');
    const entra = acme.scim(generated);
    await entra.createUser({ userName: 'ana' });
    await entra.createUser({ userName: 'bo', active: false });
    const path = `/integrations/${generated.integrationId}`;

    expect((await acme.owner.get<DeletionPreview>(`${path}/deletion`)).body).toMatchObject({
      userCount: 2,
      activeUserCount: 1,
      groupCount: 0,
      membershipCount: 0,
      liveTokenCount: 1,
    });
    const wrong = await acme.owner.delete<ConsoleErrorBody>(path, { name: 'entra id' });
    expect({ status: wrong.status, code: wrong.body.code }).toEqual({ status: 400, code: 'confirmationMismatch' });
    expect((await entra.get('/Users')).status).toBe(200);

    expect((await acme.owner.delete(path, { name: 'Entra ID' })).status).toBe(204);

    expect((await entra.get('/Users')).status).toBe(401);
    expect((await acme.owner.get(path)).status).toBe(404);
    expect(await list()).toEqual([]);
    expect(await acme.sql('select count(*)::int as kept from scim_user')).toEqual([{ kept: 2 }]);
    expect((await acme.connect('Entra ID')).token).toMatch(/^rcs_/);
  });

  it('A34: every deed is in the activity log, with who did it and the old and new values', async () => {
    const generated = await acme.connect('Entra ID');
    const path = `/integrations/${generated.integrationId}`;
    await acme.owner.patch(path, { name: 'Entra (EU)', provider: 'okta' });
    await acme.owner.delete(path, { name: 'Entra (EU)' });

    const { body } = await acme.owner.get<{ items: { action: string; details: unknown }[] }>('/activity');

    expect(body.items.map(({ action }) => action)).toEqual([
      'integration.deleted',
      'integration.providerChanged',
      'integration.renamed',
      'integration.created',
    ]);
    expect(body.items[2]).toMatchObject({
      actor: { type: 'member', name: 'Olga Owner' },
      details: { before: 'Entra ID', after: 'Entra (EU)' },
    });
    expect(JSON.stringify(body)).not.toContain(generated.token.slice(4, 20));
  });
});

describe('SCIM API URLs', () => {
  it('A08 A09: each configured domain has a host for the organisation, the current one first; all serve the same API', async () => {
    const acme = await givenOrganisation({ ROLLCALL_DOMAINS: 'rollcall.example,old-brand.example' });
    try {
      const generated = await acme.connect();
      const page = (await acme.owner.get<IntegrationView>(`/integrations/${generated.integrationId}`)).body;

      expect(page.scimUrl).toBe('https://acme.api.rollcall.example/api/v1/scim');
      expect(page.otherScimUrls).toEqual(['https://acme.api.old-brand.example/api/v1/scim']);
    } finally {
      await acme.stop();
    }
  });
});
