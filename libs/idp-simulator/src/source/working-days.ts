import type { Company } from './company';
import { SeededRandom } from './seeded-random';
import type { SourceUser } from './source-directory';

/**
 * What happens in a company, as changes of its source directory. Each function is one day, deterministic by seed, and
 * returns in plain words what it did.
 */
export interface Day {
  readonly company: Company;
  readonly seed: string;
  readonly domain: string;
}

/** Titles, names, mail, departments, managers, offices, joiners, group names and memberships change. */
export function ordinaryDay(day: Day): readonly string[] {
  const random = new SeededRandom(`${day.seed}:ordinary-day`);
  const staff = enabled(day);
  const share = (part: number): SourceUser[] => random.sample(staff, Math.max(1, Math.round(staff.length * part)));
  promote(day, share(0.05));
  marry(day, share(0.02), random);
  transfer(day, share(0.03), random);
  const orphaned = share(0.005);
  for (const user of orphaned) day.company.directory.changeUser(user.objectId, { managerId: undefined });
  const joiners = Math.max(1, Math.round(staff.length * 0.01));
  const hired = Array.from({ length: joiners }, () => day.company.hire());
  renameGroup(day, random);
  moveMembers(day, random, hired);
  return [
    `${counted(joiners, 'person', 'people')} joined`,
    'titles, names, mail, departments, managers, offices and memberships changed',
  ];
}

/** About four in a hundred lose access: switched off, unassigned, or put into the recycle bin. */
export function leaversDay(day: Day): readonly string[] {
  const random = new SeededRandom(`${day.seed}:leavers-day`);
  const leavers = random.sample(nobodysManager(day), Math.max(3, Math.round(enabled(day).length * 0.04)));
  const standings = ['disabled', 'binned', 'unassigned'] as const;
  leavers.forEach((user, index) => {
    day.company.directory.moveUser(user.objectId, standings[index % standings.length] ?? 'disabled');
  });
  return [`${counted(leavers.length, 'person', 'people')} lost access`];
}

/** Those who were switched off or unassigned come back; those in the recycle bin stay there. */
export function returnersDay(day: Day): readonly string[] {
  const back = day.company.directory.users.filter(
    (user) => user.standing === 'disabled' || user.standing === 'unassigned',
  );
  const returning = back.filter((_, index) => index % 3 !== 2);
  for (const user of returning) day.company.directory.moveUser(user.objectId, 'enabled');
  return [`${counted(returning.length, 'person', 'people')} came back`];
}

/** The recycle bin is emptied, one of its people is hired anew under the old name, and a group is deleted. */
export function purgeDay(day: Day): readonly string[] {
  const { directory } = day.company;
  const binned = directory.users.filter((user) => user.standing === 'binned');
  for (const user of binned) directory.moveUser(user.objectId, 'purged');
  const live = directory.groups.filter((group) => !group.deleted);
  const doomed = live.length > 1 ? live.slice(-Math.max(1, Math.round(live.length * 0.04))) : [];
  for (const group of doomed) directory.changeGroup(group.objectId, { deleted: true });
  return [`${counted(binned.length, 'person', 'people')} and ${counted(doomed.length, 'group', 'groups')} deleted`];
}

/** Somebody with the name of a deleted person starts: a new object id, the old user name (entra 9). */
export function namesakeDay(day: Day): readonly string[] {
  const former = day.company.directory.users.find((user) => user.standing === 'purged');
  if (former === undefined) return [];
  day.company.rehire(former);
  return ['1 namesake of a deleted person joined'];
}

function promote(day: Day, users: readonly SourceUser[]): void {
  for (const user of users) {
    day.company.directory.changeAttributes(user.objectId, {
      jobTitle: `Lead ${user.attributes.jobTitle ?? 'Generalist'}`,
    });
  }
}

/** A new surname changes user name, mail, display name and name parts at once; the id in the target must stay. */
function marry(day: Day, users: readonly SourceUser[], random: SeededRandom): void {
  for (const user of users) {
    const givenName = user.attributes.givenName ?? 'Kim';
    const surname = random.pick(["O'Hara-Lindström", 'King', 'de la Cruz']);
    const mailNickname = day.company.freeAlias(givenName, surname);
    const userPrincipalName = `${mailNickname}@${day.domain}`;
    const displayName = `${givenName} ${surname}`;
    const attributes = { surname, mailNickname, userPrincipalName, displayName, mail: userPrincipalName };
    day.company.directory.changeAttributes(user.objectId, attributes);
  }
}

function transfer(day: Day, users: readonly SourceUser[], random: SeededRandom): void {
  const staff = enabled(day);
  for (const user of users) {
    const [manager] = random.sample(staff, 1);
    day.company.directory.changeAttributes(user.objectId, {
      department: 'Special Projects',
      physicalDeliveryOfficeName: 'Annex, 2nd floor',
      mobile: `+44 7700 91${String(random.below(10_000)).padStart(4, '0')}`,
    });
    if (manager !== undefined && manager.objectId !== user.objectId) {
      day.company.directory.changeUser(user.objectId, { managerId: manager.objectId });
    }
  }
}

function renameGroup(day: Day, random: SeededRandom): void {
  const [group] = random.sample(day.company.directory.groups, 1);
  if (group !== undefined)
    day.company.directory.changeGroup(group.objectId, { displayName: `${group.displayName} (EMEA)` });
}

/** A third of the groups lose a few members and win some; "All staff" wins the joiners. */
function moveMembers(day: Day, random: SeededRandom, hired: readonly SourceUser[]): void {
  const { directory } = day.company;
  const staff = enabled(day);
  directory.groups.forEach((group, index) => {
    if (index % 3 !== 0) return;
    const leaving = new Set(random.sample([...group.members], Math.min(5, Math.max(0, group.members.size - 1))));
    const joining = index === 0 ? hired : random.sample(staff, 4).filter((user) => !leaving.has(user.objectId));
    const staying = [...group.members].filter((member) => !leaving.has(member));
    directory.changeGroup(group.objectId, { members: new Set([...staying, ...joining.map((user) => user.objectId)]) });
  });
}

function enabled(day: Day): readonly SourceUser[] {
  return day.company.directory.users.filter((user) => user.standing === 'enabled');
}

function nobodysManager(day: Day): readonly SourceUser[] {
  const managers = new Set(day.company.directory.users.map((user) => user.managerId));
  return enabled(day).filter((user) => !managers.has(user.objectId));
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
