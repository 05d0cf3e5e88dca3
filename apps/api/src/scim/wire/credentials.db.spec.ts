import { ROLES } from '@rollcall/admin-contracts';
import { RouteInventory } from '../../access/route-inventory';
import { SetupService } from '../../team/setup.service';
import type { ConsoleBrowser } from '../../testing/console-browser';
import { givenOrganisation, type TestOrganisation } from '../../testing/organisation';
import { startTestServer } from '../../testing/test-server';
import { sendRaw, type RawAnswer } from '../conformance/raw-request';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

type Headers = Readonly<Record<string, string>>;

describe('which credential opens what', () => {
  let acme: TestOrganisation;
  let token: string;
  let sessions: readonly string[];

  beforeAll(async () => {
    acme = await givenOrganisation();
    ({ token } = await acme.connect());
    const members = await Promise.all(ROLES.filter((role) => role !== 'owner').map((role) => acme.member(role)));
    sessions = [acme.owner, ...members].map(({ cookie = '' }: ConsoleBrowser) => cookie);
    expect(sessions.every((cookie) => cookie.includes('='))).toBe(true);
  });
  afterAll(() => acme.stop());

  function pathsOf(kind: string): string[] {
    const routes = acme.app.get(RouteInventory, { strict: false }).routes();
    const paths = routes.filter(({ access }) => access?.kind === kind).map(({ path }) => path.replace(/\/$/, ''));
    return [...new Set(paths.map((path) => path.replace(/:\w+/g, NOBODY).replace('*', 'nope')))];
  }

  /** As the console's page would send it, so that nothing but the credential is amiss. */
  const send = (method: string, path: string, headers: Headers): Promise<RawAnswer> =>
    sendRaw(acme, {
      method,
      path,
      headers: { 'sec-fetch-site': 'same-origin', 'x-rollcall': '1', 'content-type': 'application/json', ...headers },
      ...(method === 'GET' ? {} : { body: '{}' }),
    });

  /** Each method on each path answers this credential as it answers nobody. */
  async function opensNothing(paths: readonly string[], credentials: readonly Headers[]): Promise<void> {
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths)
      for (const method of METHODS) {
        const nobody = await send(method, path, {});
        expect([method, path, nobody.status >= 400]).toEqual([method, path, true]);
        for (const credential of credentials) {
          const { status, text } = await send(method, path, credential);
          const told = [method, path, Object.keys(credential)];
          expect([...told, status, withoutId(text)]).toEqual([...told, nobody.status, withoutId(nobody.text)]);
        }
      }
  }

  it('SEC-12: a session of any role opens no SCIM route, neither as a cookie nor as a bearer token', async () => {
    const values = sessions.map((cookie) => cookie.slice(cookie.indexOf('=') + 1));
    await opensNothing(pathsOf('scim'), [
      ...sessions.map((cookie) => ({ cookie })),
      ...values.map((value) => ({ authorization: `Bearer ${value}` })),
    ]);
  }, 60_000);

  it('SEC-12 V-19: a SCIM token opens no route of the console, neither as a bearer token nor as a cookie', async () => {
    const [owner = ''] = sessions;
    const cookie = `${owner.slice(0, owner.indexOf('='))}=${token}`;
    await opensNothing(pathsOf('console'), [{ authorization: `Bearer ${token}` }, { cookie }]);
  }, 120_000);

  it('SEC-12: a SCIM host ignores cookies: a good token works beside any of them', async () => {
    for (const cookie of [...sessions, 'x=y', '; ; =', 'x'.repeat(4_000)]) {
      const answer = await send('GET', '/api/v1/scim/Users', { authorization: `Bearer ${token}`, cookie });
      expect(answer.status).toBe(200);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('SEC-12: health and metrics tell the bearer of a token no more than anybody', async () => {
    for (const path of ['/healthz', '/readyz', '/api/console/setup']) {
      const [nobody, bearer] = [
        await send('GET', path, {}),
        await send('GET', path, { authorization: `Bearer ${token}` }),
      ];
      expect([path, bearer.status, withoutId(bearer.text)]).toEqual([path, nobody.status, withoutId(nobody.text)]);
    }
  });
});

describe('before there is an organisation', () => {
  it('SEC-12: a set-up link opens the set-up, and neither SCIM nor the console', async () => {
    const fresh = await startTestServer();
    try {
      const link = await fresh.app.get(SetupService, { strict: false }).issueSetupLink();
      const secret = new URL(link ?? '').searchParams.get('token') ?? '';
      expect(secret.length).toBeGreaterThan(20);
      for (const path of ['/api/v1/scim/Users', `/api/v1/scim/Users?token=${secret}`, '/api/console/users'])
        for (const headers of [{ authorization: `Bearer ${secret}` }, { cookie: `session=${secret}` }] as Headers[])
          expect([path, (await sendRaw(fresh, { path, headers })).status]).toEqual([path, 401]);
    } finally {
      await fresh.stop();
    }
  });
});

function withoutId(text: string): string {
  return text.replace(/"requestId":"[^"]*"/, '');
}
