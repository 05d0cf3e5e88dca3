import type { Connection } from '../load/connection';
import { loadTasks } from '../load/load-tasks';
import { fill, provisionGroup } from './group-phases';
import type { ProvisionedDirectory } from './provisioned';
import { create } from './user-phases';

const IDS_A_PATCH = 1_000;

/** Creates all people and the large groups with their members, unmeasured. Fails at the first phase of loading that goes wrong. */
export async function loadDirectory(
  connections: readonly Connection[],
  directory: ProvisionedDirectory,
): Promise<void> {
  await loadTasks(
    connections,
    directory.people.map((person) => [create(directory, person)]),
  );
  for (const group of directory.largeGroups) {
    await loadTasks(connections, [provisionGroup(directory, group)]);
    await loadTasks(connections, fill(directory, group, IDS_A_PATCH));
  }
}
