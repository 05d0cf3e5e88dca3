import type { DiagnosticBundle } from '@rollcall/admin-contracts';
import { MappingHealthLook } from '../health/mapping-health-look';
import { givenOrganisation, type TestOrganisation } from '../../testing/organisation';
import { U } from '../../testing/scim-connection';

describe('C07: the diagnostic bundle', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  afterAll(() => acme.stop());

  it('holds configuration, counts, tokens, last errors and health, but no secret and nothing about a person', async () => {
    const generated = await acme.connect();
    const entra = acme.scim(generated);
    const ana = await entra.createUser({ userName: 'ana.lima@example.com', displayName: 'Ana Lima', title: 'Poet' });
    await entra.createGroup('Secret society', [ana.id]);
    await entra.get('/Users/ana.lima@example.com/manager');
    await entra.filter('/Users', 'userName xx "ana.lima@example.com"');
    await entra.post('/Users', { schemas: [U], displayName: 'Ana Lima' });
    await entra.requestLog();
    await acme.tokenUseWritten();
    const look = acme.app.get(MappingHealthLook, { strict: false });
    await acme.owner.get(`/integrations/${generated.integrationId}/health`);
    await look.idle();

    const answer = await acme.owner.post<DiagnosticBundle>(`/integrations/${generated.integrationId}/diagnostics`);

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      kind: 'rollcall.diagnostics',
      integration: { name: 'Entra ID', provider: 'entra', scimUrls: [generated.scimUrl] },
      tokens: [{ state: 'live', lastFour: generated.token.slice(-4), recentAddresses: ['127.0.0.1'] }],
      counts: { users: 1, activeUsers: 1, groups: 1, memberships: 1 },
      health: {
        users: { total: 1 },
        findings: expect.arrayContaining([{ issue: 'emailMissing', count: 1 }]) as unknown,
      },
    });
    expect(answer.body.lastErrors).toEqual([
      expect.objectContaining({ method: 'POST', path: '/Users', status: 400, scimType: 'invalidValue' }),
      expect.objectContaining({ method: 'GET', path: '/Users', status: 400, scimType: 'invalidFilter' }),
    ]);
    const text = JSON.stringify(answer.body);
    for (const personal of ['ana', 'Lima', 'Poet', 'Secret society', 'Olga', generated.token.slice(4, 40)])
      expect(text).not.toContain(personal);
  });

  it('A34: taking one is in the activity log', async () => {
    const { integrationId } = await acme.connect('Okta');
    await acme.owner.post(`/integrations/${integrationId}/diagnostics`);

    const rows = await acme.sql(
      `select actor_name, object_id from activity where action = 'integration.diagnosticsDownloaded'`,
    );
    expect(rows).toContainEqual({ actor_name: 'Olga Owner', object_id: integrationId });
  });
});
