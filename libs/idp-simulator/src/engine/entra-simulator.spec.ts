import { runEntra, PHASES, type Phase } from '../cli/entra-run';
import { RULES, type Rule } from '../report/rules';
import { ImperfectScimServer } from '../testing/imperfect-scim-server';
import type { Fault } from '../testing/test-directory';
import { EntraSimulator } from './entra-simulator';
import type { SimulatorOptions } from './simulator-settings';

const servers: ImperfectScimServer[] = [];

async function aServer(...faults: readonly Fault[]): Promise<ImperfectScimServer> {
  const server = await ImperfectScimServer.started(...faults);
  servers.push(server);
  return server;
}

function aSimulator(server: ImperfectScimServer, options: Partial<SimulatorOptions> = {}): EntraSimulator {
  return new EntraSimulator({
    url: server.url,
    token: server.token,
    users: 80,
    groups: 6,
    matchUsersBy: ['userName', 'externalId'],
    matchGroupsBy: ['displayName', 'externalId'],
    activeForm: 'alternate',
    auditShare: 0.3,
    ...options,
  });
}

async function play(simulator: EntraSimulator, phases: readonly Phase[] = PHASES): Promise<void> {
  await runEntra({ simulator, phases, seed: '1', domain: 'corp.example', onNews: () => undefined });
  simulator.close();
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

describe('against a server without faults', () => {
  it.each(['default', 'flag', 'both'] as const)('a whole life in dialect %s finds no deviation', async (dialect) => {
    const server = await aServer();
    const simulator = aSimulator(server, { dialect });

    await play(simulator);

    expect(simulator.report.deviations).toEqual([]);
    expect(simulator.report.retried).toBe(0);
    const expected = simulator.expectation();
    expect(expected.users).toBe(server.users.size);
    expect(expected.groups).toBe(server.groups.size);
    expect(expected.activeUsers).toBe([...server.users.values()].filter((user) => user['active'] === true).length);
    const memberships = [...server.groups.values()].flatMap((group) => group['members'] as string[]);
    expect(expected.memberships).toBe(memberships.length);
    expect(memberships.length).toBeGreaterThan(100);
  });

  it.each([
    { filterEncoding: 'percent', managerClear: 'value', membersRefNull: true, memberBatch: 1 },
    { filterEncoding: 'raw', managerClear: 'filter', addOrReplace: 'always-add', legacyGroupSchema: true },
    { addOrReplace: 'always-replace', groupCreateMembers: 'absent', groupFlagAdds: false, dialect: 'flag' },
    { matchUsersBy: ['userName'], matchGroupsBy: ['displayName'], externalId: 'mailNickname', booleanText: 'lower' },
  ] as const)('habits %j find no deviation either', async (habits) => {
    const simulator = aSimulator(await aServer(), { users: 40, ...habits });

    await play(simulator);

    expect(simulator.report.deviations).toEqual([]);
  });

  it('a second run with the same seed matches what the first one left, without a duplicate', async () => {
    const server = await aServer();
    await play(aSimulator(server));
    const again = aSimulator(server, { dialect: 'flag' });

    await play(again, ['test', 'initial', 'verify']);

    expect(again.report.deviations).toEqual([]);
    const names = [...server.users.values()].map((user) => String(user['userName']));
    expect(new Set(names).size).toBe(names.length);
    // 80 people, one joiner and one namesake of a deleted person who took over that person's user.
    expect(server.users.size).toBe(81);
    expect(again.expectation().users).toBe(81);
  });

  it('sends no User-Agent, as Entra sends none', async () => {
    const server = await aServer();

    await play(aSimulator(server, { users: 2, groups: 1 }), ['test', 'initial']);

    expect([...server.userAgents]).toEqual([undefined]);
  });

  it('a restart without a change only reads; a full restart matches again and writes members once more', async () => {
    const simulator = aSimulator(await aServer());
    await simulator.initialCycle();
    const writes = simulator.report.writes;

    await simulator.restart();
    expect(simulator.report.writes).toBe(writes);

    await simulator.restart({ full: true });
    await simulator.verify();
    expect(simulator.report.writes).toBeGreaterThan(writes);
    expect(simulator.report.deviations).toEqual([]);
    simulator.close();
  });
});

describe('against a server with one planted fault', () => {
  const found: readonly (readonly [Fault, Rule])[] = [
    ['case-sensitive filter', RULES.caseInsensitive],
    ['members although excluded', RULES.membersExcluded],
    ['Remove with a value empties the group', RULES.removeListed],
    ['text "False" kept', RULES.booleans],
    ['manager as text', RULES.managerObject],
    ['phone numbers normalised', RULES.echo],
    ['a membership lost now and then', RULES.memberships],
    ['e-mails without type', RULES.elementType],
    ['no Location', RULES.location],
    ['inactive users hidden', RULES.inactiveVisible],
    ['application/json', RULES.mediaType],
    ['memberships end with a deactivation', RULES.memberships],
    ['ids change on rename', RULES.stableId],
    ['deleted users stay', RULES.deleted],
    ['page repeats', RULES.paging],
    ['department dropped', RULES.churn],
  ];

  it.each(found)('finds: %s', async (fault, rule) => {
    const simulator = aSimulator(await aServer(fault), { users: 110 });

    await play(simulator);

    expect(new Set(simulator.report.deviations.map((deviation) => deviation.rule))).toContain(rule);
  });

  it.each([
    ['404 on an empty filter', RULES.emptyFilter],
    ['no totalResults', RULES.listForm],
  ] as const)('the connection test already finds: %s', async (fault, rule) => {
    const simulator = aSimulator(await aServer(fault));

    const result = await simulator.testConnection();

    expect(result.ok).toBe(false);
    expect(simulator.report.deviations.map((deviation) => deviation.rule)).toEqual([rule]);
    simulator.close();
  });

  it('a user in another letter case that only the unique name sees is a conflict that nobody can solve', async () => {
    const server = await aServer('case-sensitive filter');
    server.users.set('u0', { id: 'u0', schemas: ['x'], userName: 'Ada@Corp.Example' });
    const simulator = aSimulator(server, { users: 0, groups: 0 });

    await expect(simulator.createUser('ada@corp.example')).rejects.toThrow('cannot be found');

    expect(simulator.report.deviations.map((deviation) => deviation.rule)).toEqual([RULES.conflict]);
    simulator.close();
  });
});

describe('when the server is in trouble', () => {
  it('repeats after 503, 500 and a cut connection, counts that, and calls nothing a deviation', async () => {
    const server = await aServer();
    const simulator = aSimulator(server, { users: 20, groups: 2 });
    server.trouble.push(503, 'drop', 500);

    await play(simulator, ['initial', 'verify']);

    expect(simulator.report.retried).toBe(3);
    expect(simulator.report.deviations).toEqual([]);
  });

  it.each(['POST', 'PATCH', 'DELETE'])(
    'a %s whose answer got lost is repeated and meets its own effect',
    async (method) => {
      const server = await aServer();
      const simulator = aSimulator(server, { users: 0, groups: 0, matchUsersBy: ['userName'] });
      server.lostAnswers.add(method);

      await simulator.createUser('ada@corp.example');
      await simulator.disable('ada@corp.example');
      await simulator.createUser('grace@corp.example');
      await simulator.purge('ada@corp.example');

      expect([...server.users.values()].map((user) => user['userName'])).toEqual(['grace@corp.example']);
      expect(simulator.report.retried).toBe(1);
      expect(simulator.report.deviations).toEqual([]);
      simulator.close();
    },
  );

  it('an error that stays is a deviation of the object', async () => {
    const server = await aServer();
    const simulator = aSimulator(server, { users: 0, groups: 0, matchUsersBy: ['userName'] });
    server.trouble.push(500, 500, 500, 500, 500);

    await expect(simulator.createUser('ada@corp.example')).rejects.toThrow();

    expect(simulator.report.deviations).toHaveLength(1);
    expect(simulator.report.deviations[0]).toMatchObject({ got: expect.stringContaining('500') as string });
    simulator.close();
  });

  it('says in one sentence that a token is refused', async () => {
    const simulator = aSimulator(await aServer(), { token: 'wrong' });

    expect(await simulator.testConnection()).toEqual({
      ok: false,
      problem: expect.stringContaining('refused the token') as string,
    });
    expect(simulator.report.deviations).toEqual([]);
    simulator.close();
  });

  it('says in one sentence that nobody listens, and gives up on a server that died', async () => {
    const server = await aServer();
    const simulator = aSimulator(server, { patienceMs: 300 });
    await simulator.initialCycle();
    await server.stop();
    servers.length = 0;

    expect(await simulator.testConnection()).toEqual({
      ok: false,
      problem: expect.stringContaining('Nobody listens') as string,
    });
    await expect(simulator.restart()).rejects.toThrow('stopped answering');
    simulator.close();
  });
});
