import type { SourceGroup } from '../entra/directory';
import { created, foundNothing, groupWith } from '../entra/expectations';
import { addMembers, filterPath, groupBody } from '../entra/messages';
import type { PlannedRequest, Task } from '../load/request';
import { batches, type Phase } from './phase';
import type { ProvisionedDirectory } from './provisioned';
import { BATCH } from './scale';

export function initialGroups(directory: ProvisionedDirectory): readonly Phase[] {
  const filled = [...directory.largeGroups, ...directory.smallGroups];
  return [
    {
      name: 'initial-groups (filter + POST)',
      tasks: () => directory.groups.map((group) => provisionGroup(directory, group)),
    },
    {
      name: 'initial-groups (100 members a PATCH)',
      tasks: () => filled.flatMap((group) => fill(directory, group, BATCH)),
      proof: () => filled.map((group) => [wholeGroup(directory, group)]),
    },
    {
      name: 'initial-groups (1 member a PATCH)',
      tasks: () => directory.slowGroups.flatMap((group) => fill(directory, group, 1)),
      proof: () => directory.slowGroups.map((group) => [wholeGroup(directory, group)]),
    },
  ];
}

export function provisionGroup(directory: ProvisionedDirectory, group: SourceGroup): Task {
  const keep = (id: string): void => {
    directory.keepGroup(group, id);
  };
  return [
    {
      method: 'GET',
      path: filterPath('/Groups', 'displayName', group.displayName),
      status: 200,
      check: foundNothing,
    },
    { method: 'POST', path: '/Groups', body: groupBody(group), status: 201, check: created(keep) },
  ];
}

/** PATCHes of one group that may go over several connections at once, as Entra sends them. */
export function fill(directory: ProvisionedDirectory, group: SourceGroup, size: number): readonly Task[] {
  const path = `/Groups/${directory.idOfGroup(group)}`;
  return batches(directory.memberIds(group), size).map((ids) => [
    { method: 'PATCH', path, body: addMembers(ids), status: 204 },
  ]);
}

export function wholeGroup(directory: ProvisionedDirectory, group: SourceGroup): PlannedRequest {
  const id = directory.idOfGroup(group);
  return { method: 'GET', path: `/Groups/${id}`, status: 200, check: groupWith(id, directory.memberIds(group)) };
}
