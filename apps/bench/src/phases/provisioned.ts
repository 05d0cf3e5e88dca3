import { makeGroups, makePeople, type Person, type SourceGroup } from '../entra/directory';
import { BATCH, type Scale } from './scale';

/** No resource has it: whoever was not created is asked for in vain, and the answer shows up as wrong. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What one server was sent, and the ids under which it keeps it. */
export class ProvisionedDirectory {
  private readonly userIds = new Map<Person, string>();
  private readonly groupIds = new Map<SourceGroup, string>();

  constructor(
    readonly people: readonly Person[],
    readonly largeGroups: readonly SourceGroup[],
    readonly smallGroups: readonly SourceGroup[] = [],
    readonly slowGroups: readonly SourceGroup[] = [],
  ) {}

  get groups(): readonly SourceGroup[] {
    return [...this.largeGroups, ...this.smallGroups, ...this.slowGroups];
  }

  keepUser(person: Person, id: string): void {
    this.userIds.set(person, id);
  }

  keepGroup(group: SourceGroup, id: string): void {
    this.groupIds.set(group, id);
  }

  idOf(person: Person): string {
    return this.userIds.get(person) ?? NOBODY;
  }

  idOfGroup(group: SourceGroup): string {
    return this.groupIds.get(group) ?? NOBODY;
  }

  memberIds(group: SourceGroup): readonly string[] {
    return group.members.map((number) => {
      const person = this.people[number];
      return person === undefined ? NOBODY : this.idOf(person);
    });
  }
}

/** A directory of a round, of which nothing has been sent yet. */
export function directoryOf(label: string, scale: Scale): ProvisionedDirectory {
  const { users } = scale;
  return new ProvisionedDirectory(
    makePeople(label, users),
    makeGroups(`${label} large`, scale.largeGroups, scale.largeGroupSize, users),
    makeGroups(`${label} small`, scale.smallGroups, Math.min(BATCH, users), users),
    makeGroups(`${label} slow`, scale.slowGroups, scale.slowGroupSize, users),
  );
}

/** One group of each size, among `users` people; sizes beyond the number of people are left out. */
export function directoryOfSizes(label: string, users: number, sizes: readonly number[]): ProvisionedDirectory {
  const groups = sizes
    .filter((size) => size <= users)
    .flatMap((size) => makeGroups(`${label} ${size}`, 1, size, users));
  return new ProvisionedDirectory(makePeople(label, users), groups);
}
