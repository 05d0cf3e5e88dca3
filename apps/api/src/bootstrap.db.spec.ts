import { RouteInventory, findUnguarded } from './access/route-inventory';
import { startTestServer, type TestServer } from './testing/test-server';

describe('the server', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('C11: names the request in every answer, whatever the client calls it', async () => {
    const answers = await Promise.all(
      ['/healthz', '/api/nothing', '/nothing.js', '/%'].map((path) =>
        fetch(server.url + path, { headers: { 'x-request-id': 'mine' } }),
      ),
    );
    const ids = answers.map(({ headers }) => headers.get('x-request-id'));

    expect(new Set(ids).size).toBe(answers.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is alive and ready', async () => {
    const alive = await fetch(`${server.url}/healthz`);
    const ready = await fetch(`${server.url}/readyz`);

    expect([alive.status, ready.status]).toEqual([200, 200]);
  });

  it('answers in JSON below /api, also where nothing is', async () => {
    const answer = await fetch(`${server.url}/api/nothing`, { method: 'POST' });

    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'notFound', requestId: answer.headers.get('x-request-id') });
  });

  it('SEC-44: lets nothing run in an answer of the API and keeps none of it', async () => {
    const { headers } = await fetch(`${server.url}/api/nothing`);

    expect(headers.get('content-security-policy')).toBe(`default-src 'none'; frame-ancestors 'none'`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('SEC-15: has no handler that does not say who may call it', () => {
    const routes = server.app.get(RouteInventory, { strict: false }).routes();

    expect(routes.map(({ path }) => path)).toEqual(expect.arrayContaining(['/healthz', '/readyz', '/metrics']));
    expect(findUnguarded(routes)).toEqual([]);
  });

  it('shows its figures to this machine, and to nobody through a proxy', async () => {
    const local = await fetch(`${server.url}/metrics`);
    const forwarded = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });

    expect(await local.text()).toContain('http_request_duration_seconds_bucket');
    expect(forwarded.status).toBe(404);
  });

  it('SEC-36: serves under roles that row-level security holds', async () => {
    const { console, scim, worker } = server.databases;
    const question = 'select current_user as role';
    const roles = [
      await console.query(question),
      await scim.unbound({ text: question }, []),
      await worker.query(question),
    ];

    expect(roles.flat()).toEqual([
      { role: 'rollcall_console' },
      { role: 'rollcall_scim' },
      { role: 'rollcall_worker' },
    ]);
  });
});
