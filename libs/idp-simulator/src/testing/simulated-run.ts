import { PHASES, runEntra, type Phase } from '../cli/entra-run';
import { EntraSimulator } from '../engine/entra-simulator';
import type { SimulatorOptions } from '../engine/simulator-settings';
import { ImperfectScimServer } from './imperfect-scim-server';
import type { Fault } from './test-directory';

const servers: ImperfectScimServer[] = [];

/** A server of the test's own; `stopServers` ends it. */
export async function aServer(...faults: readonly Fault[]): Promise<ImperfectScimServer> {
  const server = await ImperfectScimServer.started(...faults);
  servers.push(server);
  return server;
}

export async function stopServers(): Promise<void> {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
}

export function aSimulator(server: ImperfectScimServer, options: Partial<SimulatorOptions> = {}): EntraSimulator {
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

export async function play(simulator: EntraSimulator, phases: readonly Phase[] = PHASES): Promise<void> {
  await runEntra({ simulator, phases, seed: '1', domain: 'corp.example', onNews: () => undefined });
  simulator.close();
}
