import type { SourceGroup } from '../entra/directory';
import { addMembers, removeMemberByFilter, removeMembers } from '../entra/messages';
import type { Task } from '../load/request';
import { wholeGroup } from './group-phases';
import { cycle, type Phase } from './phase';
import type { ProvisionedDirectory } from './provisioned';

/**
 * Members of one group leave and come back, all at the same time, in both of Entra's ways to take somebody out. The group ends as it
 * began, so that every round meets the same one.
 */
export function membershipChurn(directory: ProvisionedDirectory, group: SourceGroup, count: number): Phase {
  const path = `/Groups/${directory.idOfGroup(group)}`;
  const tasks = (): readonly Task[] =>
    cycle(spread(directory.memberIds(group), count), count).map((id, index): Task => {
      const removal = index % 2 === 0 ? removeMembers([id]) : removeMemberByFilter(id);
      return [
        { method: 'PATCH', path, body: removal, status: 204 },
        { method: 'PATCH', path, body: addMembers([id]), status: 204 },
      ];
    });
  const name = `membership-churn, group of ${group.members.length.toLocaleString('en-US')}`;
  return { name, tasks, proof: () => [[wholeGroup(directory, group)]] };
}

/** Members that lie far from each other in the list. */
function spread(ids: readonly string[], count: number): readonly string[] {
  const step = Math.max(1, Math.floor(ids.length / count));
  return ids.filter((_, index) => index % step === 0);
}
