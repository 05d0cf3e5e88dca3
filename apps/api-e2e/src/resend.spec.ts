import { databaseInstallation, type Connection, type Installation } from './harness/installation';
import type { RollcallProcess } from './harness/rollcall-process';
import { ScimClient, type Body } from './harness/scim-client';
import { aProvider, provisionEverything } from './harness/simulated-provider';

const COUNTED = 'totalResults';

describe('a provider that sends everything again', () => {
  let rollcall: Installation;
  let server: RollcallProcess;
  let connection: Connection;
  let client: ScimClient;

  beforeAll(async () => {
    rollcall = await databaseInstallation();
    server = await rollcall.start();
    connection = await rollcall.connect('Entra ID');
    client = new ScimClient(server.url, connection.token);
    const simulator = aProvider(target());
    await provisionEverything(simulator);
    expect(simulator.report.deviations).toEqual([]);
  }, 120_000);

  afterAll(() => client.close());

  const target = () => ({ url: connection.scimUrl, token: connection.token });

  async function resources(endpoint: '/Users' | '/Groups'): Promise<Body[]> {
    const { body } = await client.get(`${endpoint}?count=1000`);
    expect(body.Resources).toHaveLength(body[COUNTED]);
    return body.Resources;
  }

  /** Every resource as it is told, version and time of change included, and how many changes are written down. */
  async function picture() {
    const [events] = (await rollcall.database?.sql<{ count: string }>('select count(*) from event')) ?? [];
    return { events: events?.count, users: await resources('/Users'), groups: await resources('/Groups') };
  }

  it.each(['default', 'flag'] as const)(
    'R-36 B30: a restart that has forgotten everything changes nothing, dialect "%s"',
    async (dialect) => {
      const before = await picture();
      const simulator = aProvider(target(), { dialect });

      await provisionEverything(simulator);
      await simulator.restart({ full: true });

      expect(simulator.report.deviations).toEqual([]);
      expect(await picture()).toEqual(before);
    },
    60_000,
  );

  it('R-36: the same data as PUT, with its attributes in another order, changes nothing', async () => {
    const before = await picture();

    for (const [endpoint, list] of Object.entries({ '/Users': before.users, '/Groups': before.groups })) {
      for (const resource of list) {
        const shuffled = Object.fromEntries(Object.entries(resource as object).reverse());
        const { status } = await client.send('PUT', `${endpoint}/${resource.id}`, shuffled);
        expect(status).toBe(200);
      }
    }

    expect(await picture()).toEqual(before);
  }, 60_000);

  it('R-36 B19: members added again and strangers removed again change nothing', async () => {
    const before = await picture();

    for (const group of before.groups) {
      const ids = await client.memberIds(group.id);
      if (ids.length > 0) expect((await client.addMembers(group.id, ids)).status).toBe(204);
      const path = 'members[value eq "00000000-0000-7000-8000-000000000000"]';
      expect((await client.patch(`/Groups/${group.id}`, [{ op: 'Remove', path }])).status).toBe(204);
    }

    expect(await picture()).toEqual(before);
  }, 60_000);
});
