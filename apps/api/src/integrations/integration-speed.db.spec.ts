import type { IntegrationView, MappingHealth } from '@rollcall/admin-contracts';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { MappingHealthLook } from './health/mapping-health-look';

/** More show growth, fewer keep the test quick: INTEGRATION_USERS=200000 npx jest … integration-speed */
const USERS = Number(process.env['INTEGRATION_USERS'] ?? 5_000);
/** None of them an error of the connection, so that a search for the last one finds nothing to stop at. */
const REQUESTS = USERS * 10;
const TRIES = 15;

const GUID = `('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

describe('an integration with very many people and requests', () => {
  let acme: TestOrganisation;
  let busy: string;
  let quiet: string;

  beforeAll(async () => {
    acme = await givenOrganisation();
    busy = (await acme.connect('Busy')).integrationId;
    quiet = (await acme.connect('Quiet')).integrationId;
    await plant();
  }, 600_000);
  afterAll(() => acme.stop());

  async function plant(): Promise<void> {
    const key = [acme.tenantId, busy];
    await acme.sql(
      `insert into scim_user (tenant_id, integration_id, id, active, user_name, user_name_key, display_name, email, email_key, external_id, resource)
       select $1, $2, ${GUID}, true, 'user' || n, 'user' || n, 'User ' || n, 'user' || n || '@x', 'user' || n || '@x', 'x' || n,
              json_build_object('schemas', array['urn:ietf:params:scim:schemas:core:2.0:User'], 'userName', 'user' || n, 'active', true,
                'name', json_build_object('givenName', 'User', 'familyName', n), 'emails',
                json_build_array(json_build_object('type', 'work', 'value', 'user' || n || '@x')), 'title', repeat('x', 300))::text
         from generate_series(1, ${USERS}) n`,
      key,
    );
    await acme.sql(
      `insert into resource_count (tenant_id, integration_id, resource_type, base, anchor)
       values ($1, $2, 'User', ${USERS}, pg_current_xact_id())`,
      key,
    );
    await acme.sql(
      `insert into scim_request (tenant_id, at, id, integration_id, method, path, status, duration_ms, summary)
       select $1, now() - n * interval '80000 seconds' / ${REQUESTS}, gen_random_uuid(), $2, 'GET', '/Users',
              case when n % 50 = 0 then 404 else 200 end, 1, 'Looked for somebody'
         from generate_series(1, ${REQUESTS}) n`,
      key,
    );
    await acme.sql('vacuum analyze scim_user');
    await acme.sql('analyze scim_request');
  }

  async function ms(path: string): Promise<number> {
    const began = performance.now();
    expect((await acme.owner.get(path)).status).toBe(200);
    return performance.now() - began;
  }

  /** In turns with the same work on an empty integration, which says how fast this machine is at the moment; the best of each counts. */
  async function expectAsFastAs(path: (id: string) => string): Promise<void> {
    let [empty, full] = [Infinity, Infinity];
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      empty = Math.min(empty, await ms(path(quiet)));
      full = Math.min(full, await ms(path(busy)));
    }
    if (process.env['INTEGRATION_USERS'] !== undefined)
      process.stdout.write(`${path('…')} ${full} ms, empty ${empty} ms\n`);
    expect(full).toBeLessThan(empty * 2 + 30);
  }

  it('A08 A21: its page answers as fast as that of an empty one, however long the log is', async () => {
    await expectAsFastAs((id) => `/integrations/${id}`);
    const page = (await acme.owner.get<IntegrationView>(`/integrations/${busy}`)).body;
    expect(page.userCount).toBe(USERS);
    expect(page.lastError).toBeUndefined();
  });

  it('A22: its mapping health answers as fast as that of an empty one, because the look was made before', async () => {
    const look = acme.app.get(MappingHealthLook, { strict: false });
    for (const id of [busy, quiet]) await acme.owner.get(`/integrations/${id}/health`);
    const began = performance.now();
    await look.idle();
    if (process.env['INTEGRATION_USERS'] !== undefined) process.stdout.write(`look: ${performance.now() - began} ms\n`);

    await expectAsFastAs((id) => `/integrations/${id}/health`);
    expect((await acme.owner.get<MappingHealth>(`/integrations/${busy}/health`)).body.users.total).toBe(USERS);
  }, 300_000);
});
