import { membershipChurn } from './churn-phase';
import { initialGroups } from './group-phases';
import type { Phase } from './phase';
import type { ProvisionedDirectory } from './provisioned';
import { reads } from './read-phases';
import type { Scale } from './scale';
import { connect, deprovision, incremental, initialUsers } from './user-phases';

/** What one round asks of an empty directory, in the order in which a provider asks it. */
export function roundPhases(label: string, directory: ProvisionedDirectory, scale: Scale): readonly Phase[] {
  return [
    connect(label, scale),
    initialUsers(directory),
    ...initialGroups(directory),
    incremental(directory, scale),
    ...reads(directory, scale),
    deprovision(directory, scale),
  ];
}

/** What every round asks of the directory with the very large group, which is filled once. */
export function churnPhases(directory: ProvisionedDirectory, scale: Scale): readonly Phase[] {
  return directory.largeGroups.map((group) => membershipChurn(directory, group, scale.churnedMembers));
}
