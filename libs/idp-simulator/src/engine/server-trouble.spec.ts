import { aServer, aSimulator, play, stopServers } from '../testing/simulated-run';

afterEach(stopServers);

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

  it('a whole life over an unreliable network ends as it should', async () => {
    const server = await aServer();
    server.unreliability = 0.1;
    const simulator = aSimulator(server, { dialect: 'both' });

    await play(simulator, ['initial', 'restart', 'incremental', 'disable', 'enable', 'delete', 'verify']);

    expect(simulator.report.retried).toBeGreaterThan(20);
    expect(simulator.report.deviations).toEqual([]);
    expect(simulator.expectation().users).toBe(server.users.size);
  });

  it('a run that was interrupted half way is completed by the next one, without a duplicate', async () => {
    const server = await aServer();
    const first = aSimulator(server, {
      patienceMs: 0,
      onProgress: ({ phase, done }) => {
        if (phase === 'initial cycle: users' && done === 40) server.unreliability = 2;
      },
    });
    await expect(play(first, ['initial'])).rejects.toThrow('stopped answering');
    expect(server.users.size).toBeGreaterThanOrEqual(40);
    expect(server.users.size).toBeLessThan(80);

    server.unreliability = 0;
    const second = aSimulator(server);
    await play(second, ['initial', 'verify']);

    expect(second.report.deviations).toEqual([]);
    expect(server.users.size).toBe(80);
  });

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

  it('says in one sentence that there is no SCIM service at this address, rather than blame the answer', async () => {
    const server = await aServer();
    const simulator = aSimulator(server, { url: server.url.replace('/v2', '') });

    expect(await simulator.testConnection()).toEqual({
      ok: false,
      problem: expect.stringContaining('There is no SCIM service') as string,
    });
    expect(simulator.report.deviations).toEqual([]);
    simulator.close();
  });

  it('says in one sentence that nobody listens, and gives up on a server that died', async () => {
    const server = await aServer();
    const simulator = aSimulator(server, { patienceMs: 300 });
    await simulator.initialCycle();
    await stopServers();

    expect(await simulator.testConnection()).toEqual({
      ok: false,
      problem: expect.stringContaining('Nobody listens') as string,
    });
    await expect(simulator.restart()).rejects.toThrow('stopped answering');
    simulator.close();
  });
});
