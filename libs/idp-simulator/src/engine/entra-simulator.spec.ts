import { RULES, type Rule } from '../report/rules';
import { aServer, aSimulator, play, stopServers } from '../testing/simulated-run';
import type { Fault } from '../testing/test-directory';

afterEach(stopServers);

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
    { users: 1, groups: 0 },
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

  it('direct calls do one thing at once, for tests that tell a story', async () => {
    const simulator = aSimulator(await aServer(), { users: 0, groups: 0, auditShare: 1 });
    const ada = await simulator.createUser('ada@corp.example');
    const grace = await simulator.createUser({ userPrincipalName: 'grace@corp.example', displayName: 'Grace' });
    const engineers = await simulator.createGroup('Engineers');

    await simulator.addMembers(engineers.id, [ada.id, grace.id], 'default');
    const retry = await simulator.addMembers(engineers.id, [ada.id], 'flag');
    await simulator.setManager(ada.id, grace.id);
    await simulator.disable('ADA@corp.example', 'default');
    expect(await simulator.enable(ada.objectId, 'flag')).toEqual(ada);
    await simulator.changeUser(ada.id, { jobTitle: 'Analyst' });
    await simulator.setManager(ada.id, undefined);
    await simulator.removeMembers(engineers.id, [grace.id], 'default');
    await simulator.renameGroup(engineers.id, 'Analysts');
    await simulator.purge(grace.id);
    await simulator.verify();

    expect(retry.status).toBe(204);
    expect(await simulator.findGroup('analysts')).toEqual({ id: engineers.id, members: [ada.id] });
    expect(simulator.expectation()).toEqual({ users: 1, activeUsers: 1, groups: 1, memberships: 1 });
    expect(simulator.report.deviations).toEqual([]);
    simulator.close();
  });

  it('more deletes than the threshold stop a cycle before anything is sent', async () => {
    const server = await aServer();
    const simulator = aSimulator(server, { users: 10, groups: 0, deleteThreshold: 2 });
    await simulator.initialCycle();
    for (const user of simulator.source.users.slice(0, 3)) simulator.source.moveUser(user.objectId, 'disabled');
    const writes = simulator.report.writes;

    await expect(simulator.incrementalCycle()).rejects.toThrow('more than the threshold of 2');

    expect(simulator.report.writes).toBe(writes);
    simulator.close();
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
