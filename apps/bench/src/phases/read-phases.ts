import { foundOnly, groupWithoutMembers, page, user } from '../entra/expectations';
import { filterPath } from '../entra/messages';
import type { Task } from '../load/request';
import { wholeGroup } from './group-phases';
import { cycle, type Phase } from './phase';
import type { ProvisionedDirectory } from './provisioned';
import type { Scale } from './scale';

const PAGE = 100;

export function reads(directory: ProvisionedDirectory, scale: Scale): readonly Phase[] {
  return [
    getById(directory, scale.reads),
    filterUsers(directory, 'userName', scale.reads),
    filterUsers(directory, 'externalId', scale.reads),
    pages('page of 100, first pages', directory, scale.pages, 0),
    pages('page of 100, last pages', directory, scale.pages, Math.max(0, directory.people.length - 2 * PAGE)),
    groupsWithoutMembers(directory, scale.groupReads),
    {
      name: `GET group of ${scale.largeGroupSize} members`,
      tasks: () => cycle(directory.largeGroups, scale.pages).map((group) => [wholeGroup(directory, group)]),
    },
  ];
}

export function getById(directory: ProvisionedDirectory, count: number): Phase {
  const tasks = (): readonly Task[] =>
    cycle(directory.people, count).map((person) => {
      const id = directory.idOf(person);
      return [{ method: 'GET', path: `/Users/${id}`, status: 200, check: user(id, person) }];
    });
  return { name: 'GET by id', tasks };
}

export function filterUsers(
  directory: ProvisionedDirectory,
  attribute: 'userName' | 'externalId',
  count: number,
): Phase {
  const tasks = (): readonly Task[] =>
    cycle(directory.people, count).map((person) => [
      {
        method: 'GET',
        path: filterPath('/Users', attribute, person[attribute]),
        status: 200,
        check: foundOnly(directory.idOf(person)),
      },
    ]);
  return { name: `filter ${attribute}`, tasks };
}

/** Two neighbouring pages in turn, from `skipped` people on. */
export function pages(name: string, directory: ProvisionedDirectory, count: number, skipped: number): Phase {
  const total = directory.people.length;
  const starts = [skipped, skipped + PAGE].filter((start) => start < total);
  const tasks = (): readonly Task[] =>
    cycle(starts, count).map((start) => [
      {
        method: 'GET',
        path: `/Users?startIndex=${start + 1}&count=${PAGE}`,
        status: 200,
        check: page(Math.min(PAGE, total - start), total),
      },
    ]);
  return { name, tasks };
}

function groupsWithoutMembers(directory: ProvisionedDirectory, count: number): Phase {
  const tasks = (): readonly Task[] =>
    cycle(directory.groups, count).map((group) => {
      const id = directory.idOfGroup(group);
      const check = groupWithoutMembers(id, group.displayName);
      return [{ method: 'GET', path: `/Groups/${id}?excludedAttributes=members`, status: 200, check }];
    });
  return { name: 'GET group without members', tasks };
}
