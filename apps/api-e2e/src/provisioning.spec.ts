import type { GroupSummary, IntegrationView, Page, UserPage } from '@rollcall/admin-contracts';
import type { EntraSimulator } from '@rollcall/idp-simulator';
import { ConsoleClient } from './harness/console-client';
import { embeddedInstallation, type Connection, type Installation } from './harness/installation';
import type { RollcallProcess } from './harness/rollcall-process';
import { aProvider, GROUPS, liveOn, PEOPLE, provisionEverything } from './harness/simulated-provider';

/** What the console tells about one integration. */
async function consoleCounts(url: string, integrationId: string) {
  const owner = await ConsoleClient.signIn(url);
  const integration = await owner.get<IntegrationView>(`/integrations/${integrationId}`);
  const users = await owner.get<UserPage>(`/users?integrationId=${integrationId}`);
  const groups = await owner.get<Page<GroupSummary>>(`/groups?integrationId=${integrationId}&limit=200`);
  return {
    page: { users: integration.userCount, active: integration.activeUserCount, groups: integration.groupCount },
    lists: { users: users.counts.all, active: users.counts.active, groups: groups.total },
    memberships: groups.items.reduce((sum, group) => sum + group.memberCount, 0),
  };
}

function expectedCounts(simulator: EntraSimulator) {
  const { users, activeUsers: active, groups, memberships } = simulator.expectation();
  return { page: { users, active, groups }, lists: { users, active, groups }, memberships };
}

describe(`a provider with ${PEOPLE} people and ${GROUPS} groups, on the built-in PostgreSQL`, () => {
  let rollcall: Installation;
  let server: RollcallProcess;
  const runs: { connection: Connection; simulator: EntraSimulator }[] = [];

  beforeAll(async () => {
    rollcall = embeddedInstallation();
    server = await rollcall.start();
  }, 90_000);

  it.each(['default', 'flag', 'both'] as const)(
    'B13 B15 B16: provisions, changes, disables, re-enables and deletes in dialect "%s" without a deviation',
    async (dialect) => {
      const connection = await rollcall.connect(`Entra ID ${dialect}`);
      const simulator = aProvider({ url: connection.scimUrl, token: connection.token }, { dialect });
      runs.push({ connection, simulator });

      await provisionEverything(simulator);
      await simulator.restart();
      await liveOn(simulator);
      await simulator.verify();

      expect(simulator.report.deviations).toEqual([]);
      expect(simulator.expectation().users).toBeGreaterThan(PEOPLE * 0.9);
    },
    120_000,
  );

  it('B29: the console counts what the provider has sent', async () => {
    for (const { connection, simulator } of runs) {
      expect(await consoleCounts(server.url, connection.integrationId)).toEqual(expectedCounts(simulator));
    }
  });

  it('all is still there after a restart, and the provider finds nothing to do', async () => {
    const { code } = await server.stop();
    server = await rollcall.start(Number(new URL(server.url).port));

    expect(code).toBe(0);
    for (const { connection, simulator } of runs) {
      await simulator.restart();
      await simulator.verify();
      expect(simulator.report.deviations).toEqual([]);
      expect(await consoleCounts(server.url, connection.integrationId)).toEqual(expectedCounts(simulator));
    }
  }, 120_000);
});
