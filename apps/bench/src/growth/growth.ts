import { compare, type Comparison } from '../comparison';
import { openConnections } from '../load/open-connections';
import { loadDirectory } from '../phases/load-directory';
import type { Bench } from '../measure/measure-slice';
import type { Measurement } from '../measure/measurement';
import { membershipChurn } from '../phases/churn-phase';
import type { Phase } from '../phases/phase';
import { directoryOfSizes, type ProvisionedDirectory } from '../phases/provisioned';
import { filterUsers, getById, pages } from '../phases/read-phases';
import type { Progress } from '../report/progress';
import type { Target } from '../servers/target';
import { measureAlone } from '../track';

export interface GrowthOptions {
  readonly bench: Bench;
  readonly ours: Target;
  readonly floor: Target;
  readonly quick: boolean;
  readonly progress: Progress;
}

interface GrowthScale {
  readonly directories: readonly number[];
  readonly groups: readonly number[];
  readonly reads: number;
  readonly pages: number;
  readonly churned: number;
}

const FULL: GrowthScale = {
  directories: [1_000, 100_000],
  groups: [100, 5_000, 50_000],
  reads: 1_000,
  pages: 100,
  churned: 400,
};
const SMALL: GrowthScale = { directories: [200, 2_000], groups: [100, 1_000], reads: 100, pages: 10, churned: 20 };

/** How cost grows: look-ups and pages with the number of people, a member's change with the size of its group. Wanted is that it does not. */
export async function runGrowth(options: GrowthOptions): Promise<readonly Comparison[]> {
  const scale = options.quick ? SMALL : FULL;
  const measured = {
    ours: await measureGrowth(options, options.ours, scale),
    floor: await measureGrowth(options, options.floor, scale),
  };
  return [...measured.ours].map(([phase, ours]) => {
    const floor = measured.floor.get(phase);
    if (floor === undefined) throw new Error(`The floor was not measured in the phase ${phase}`);
    return compare(phase, [{ ours, floor }]);
  });
}

/** One directory after the other: the small one warms the server up for the large one. */
async function measureGrowth(
  { bench, progress }: GrowthOptions,
  target: Target,
  scale: GrowthScale,
): Promise<Map<string, Measurement>> {
  const measured = new Map<string, Measurement>();
  for (const users of scale.directories) {
    progress(`${target.name}: loading ${users} people`);
    const connections = openConnections(await target.openDirectory(`growth${users}`));
    const directory = directoryOfSizes(`growth${users}`, users, scale.groups);
    await loadDirectory(connections, directory);
    await bench.postgres.vacuum(target.database);
    for (const phase of phasesOf(directory, scale)) {
      progress(`${target.name}: ${phase.name}`);
      measured.set(phase.name, await measureAlone(bench, { target, phase, connections }));
    }
    for (const connection of connections) connection.close();
  }
  return measured;
}

function phasesOf(directory: ProvisionedDirectory, scale: GrowthScale): readonly Phase[] {
  const people = directory.people.length;
  const phases = [
    getById(directory, scale.reads),
    filterUsers(directory, 'userName', scale.reads),
    pages('page of 100, first pages', directory, scale.pages, 0),
    pages('page of 100, last pages', directory, scale.pages, people - 200),
    ...directory.largeGroups.map((group) => membershipChurn(directory, group, scale.churned)),
  ];
  return phases.map((phase) => ({ ...phase, name: `${people.toLocaleString('en-US')} people: ${phase.name}` }));
}
