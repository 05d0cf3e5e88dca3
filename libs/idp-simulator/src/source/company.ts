import { DEPARTMENTS, GIVEN_NAMES, OFFICES, PROJECTS, SURNAMES } from './people-data';
import { guidFor, SeededRandom } from './seeded-random';
import { SourceDirectory, type SourceAttributes, type SourceUser } from './source-directory';

export interface CompanySize {
  readonly users: number;
  readonly groups: number;
  readonly seed: string;
  readonly domain: string;
}

/** How many people report to one manager. */
const REPORTS_PER_MANAGER = 8;
const PROJECT_MEMBERS_MAX = 40;

/** Makes people and groups one after another; person n is the same whatever the size of the company. */
export class Company {
  readonly directory = new SourceDirectory();
  private readonly namesTaken = new Map<string, number>();
  private readonly employeeIds: string[] = [];

  constructor(private readonly size: CompanySize) {
    for (let index = 0; index < size.users; index += 1) this.hire();
    for (let index = 0; index < size.groups; index += 1) this.formGroup(index);
  }

  /** One more person, enabled and assigned, with a manager among those hired earlier. */
  hire(): SourceUser {
    const index = this.employeeIds.length;
    const objectId = guidFor(`${this.size.seed}:user:${index}`);
    const managerId = index === 0 ? undefined : this.employeeIds[Math.floor((index - 1) / REPORTS_PER_MANAGER)];
    this.employeeIds.push(objectId);
    const attributes = this.attributesOf(index, new SeededRandom(`${this.size.seed}:person:${index}`));
    return this.directory.putUser({ objectId, attributes, managerId, standing: 'enabled', managedWhenDeleted: false });
  }

  /** The same name again, as another person: a new object id (entra 9, recreate after delete). */
  rehire(former: SourceUser): SourceUser {
    const objectId = guidFor(`${former.objectId}:rehired`);
    return this.directory.putUser({ ...former, objectId, standing: 'enabled', managedWhenDeleted: false });
  }

  /** A user name that nobody has or had: `ada.lovelace`, then `ada.lovelace2`. */
  freeAlias(givenName: string, surname: string): string {
    const plain = `${asciiAlias(givenName)}.${asciiAlias(surname)}`;
    const used = this.namesTaken.get(plain) ?? 0;
    this.namesTaken.set(plain, used + 1);
    return used === 0 ? plain : `${plain}${used + 1}`;
  }

  private attributesOf(index: number, random: SeededRandom): SourceAttributes {
    const givenName = random.pick(GIVEN_NAMES);
    const surname = random.pick(SURNAMES);
    const department = random.pick(DEPARTMENTS);
    const alias = this.freeAlias(givenName, surname);
    const userPrincipalName = `${alias}@${this.size.domain}`;
    return {
      userPrincipalName,
      mailNickname: alias,
      givenName,
      surname,
      displayName: `${givenName} ${surname}`,
      jobTitle: index === 0 ? 'Chief Executive Officer' : random.pick(department.titles),
      department: department.name,
      employeeId: String(10_000 + index),
      // A plus in the address and capitals are ordinary; both must come back as they were sent.
      mail: random.chance(0.1) ? `${capitalised(alias)}+mail@${this.size.domain}` : userPrincipalName,
      ...contactOf(random),
    };
  }

  private formGroup(index: number): void {
    const random = new SeededRandom(`${this.size.seed}:group:${index}`);
    const { displayName, members } = this.groupOf(index, random);
    const objectId = guidFor(`${this.size.seed}:group:${index}`);
    this.directory.putGroup({ objectId, displayName, members: new Set(members), deleted: false });
  }

  private groupOf(index: number, random: SeededRandom): { displayName: string; members: readonly string[] } {
    if (index === 0) return { displayName: 'All staff', members: this.employeeIds };
    const department = DEPARTMENTS[index - 1];
    if (department !== undefined) {
      const members = this.employeesWhere((attributes) => attributes.department === department.name);
      return { displayName: department.name, members };
    }
    const office = OFFICES[index - 1 - DEPARTMENTS.length];
    if (office !== undefined) {
      const members = this.employeesWhere((attributes) => attributes.city === office.city);
      return { displayName: `Office ${office.city}`, members };
    }
    const nth = index - 1 - DEPARTMENTS.length - OFFICES.length;
    const round = Math.floor(nth / PROJECTS.length);
    const project = PROJECTS[nth % PROJECTS.length] ?? 'Zero';
    const members = random.sample(this.employeeIds, 2 + random.below(PROJECT_MEMBERS_MAX));
    return { displayName: `Project ${project}${round === 0 ? '' : ` ${round + 1}`}`, members };
  }

  private employeesWhere(matches: (attributes: SourceAttributes) => boolean): readonly string[] {
    return this.employeeIds.filter((id) => {
      const user = this.directory.user(id);
      return user !== undefined && matches(user.attributes);
    });
  }
}

function contactOf(random: SeededRandom): Partial<SourceAttributes> {
  const office = random.pick(OFFICES);
  const extension = String(random.below(10_000)).padStart(4, '0');
  return {
    preferredLanguage: office.language,
    physicalDeliveryOfficeName: office.office,
    streetAddress: office.street,
    city: office.city,
    state: office.state,
    postalCode: office.postalCode,
    country: office.country,
    telephoneNumber: `${office.dial} ${extension}`,
    ...(random.chance(0.7) ? { mobile: `+44 7700 90${extension}` } : {}),
    ...(random.chance(0.2) ? { facsimileTelephoneNumber: `${office.dial}-${extension} ext. 9` } : {}),
  };
}

const SCRIPTS: Readonly<Record<string, string>> = { 太郎: 'taro', 山田: 'yamada', Мария: 'mariya', Иванова: 'ivanova' };

/** User names are ASCII in Entra ID, apostrophes included. */
function asciiAlias(name: string): string {
  const known = SCRIPTS[name] ?? name;
  const folded = known.normalize('NFKD').toLowerCase().replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('ı', 'i');
  return folded.replace(/[^a-z0-9'-]/g, '');
}

function capitalised(alias: string): string {
  return alias.replace(/(^|\.)[a-z]/g, (letter) => letter.toUpperCase());
}
