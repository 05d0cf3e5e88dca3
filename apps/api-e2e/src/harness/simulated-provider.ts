import {
  EntraSimulator,
  leaversDay,
  namesakeDay,
  ordinaryDay,
  purgeDay,
  returnersDay,
  type SimulatorOptions,
} from '@rollcall/idp-simulator';
import { cleanUpLater } from './cleaning';

/** `E2E_PEOPLE=500` plays the full size; the gate plays a small company, so that it stays fast. */
export const PEOPLE = Number(process.env['E2E_PEOPLE'] ?? 60);
export const GROUPS = Math.max(6, Math.round(PEOPLE / 20));

const SEED = '1';
const DOMAIN = 'corp.example';
const DAYS = {
  incremental: ordinaryDay,
  disable: leaversDay,
  enable: returnersDay,
  delete: purgeDay,
  recreate: namesakeDay,
};

/** Microsoft Entra ID with a company to provision; the same one in every journey. */
export function aProvider(
  connection: { readonly url: string; readonly token: string },
  options: Partial<SimulatorOptions> = {},
): EntraSimulator {
  const simulator = new EntraSimulator({
    ...connection,
    users: PEOPLE,
    groups: GROUPS,
    seed: SEED,
    domain: DOMAIN,
    matchUsersBy: ['userName', 'externalId'],
    matchGroupsBy: ['displayName', 'externalId'],
    ...options,
  });
  cleanUpLater(() => {
    simulator.close();
  });
  return simulator;
}

/** Test connection and first cycle. */
export async function provisionEverything(simulator: EntraSimulator): Promise<void> {
  const test = await simulator.testConnection();
  if (!test.ok) throw new Error(test.problem);
  await simulator.survey();
  await simulator.initialCycle();
}

/** Some days of a company, a cycle after each. */
export async function liveOn(simulator: EntraSimulator): Promise<void> {
  for (const [phase, day] of Object.entries(DAYS)) {
    day({ company: simulator.company, seed: SEED, domain: DOMAIN });
    await simulator.incrementalCycle(phase);
  }
}
