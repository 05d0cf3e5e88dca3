import type { JsonObject } from '@rollcall/scim-protocol';
import fc from 'fast-check';
import { TYPES_URN } from './model-attributes';
import { ENTERPRISE } from './rfc-fixtures';
import { BASE_URL, type StoredGroup, type StoredResource } from './test-directory';

/** Few and short, so that filters hit: letters that fold or compose, wildcards of SQL, quotes, and letters beyond U+FFFF. */
export const WORDS: readonly string[] = [
  ...[
    'a',
    'A',
    'b',
    'ab',
    'Ba',
    '%',
    '_',
    '\\',
    '"',
    "'",
    ' ',
    ' a',
    'a ',
    'é',
    'e\u0301',
    'É',
    'ß',
    'ẞ',
    'İ',
    'ı',
    'Σ',
    'ς',
    'σ',
    '😀',
    '\uffee',
  ],
  ...[
    'ａ',
    'Ａ',
    '\u212b',
    'Å',
    'work',
    'Home',
    '7',
    '07',
    'true',
    'null',
    'x'.repeat(40),
    'a\nb',
    '𐐀',
    '𐐨',
    'ǅ',
    '\u0301',
  ],
];

const INSTANTS = [0, 1, 999, 60_000, 86_400_000].map((ms) => Date.parse('2026-03-01T00:00:00Z') + ms);

export const word = fc.constantFrom(...WORDS);
const text = fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.constant('') });
export const instantMs = fc.constantFrom(...INSTANTS);
export const number = fc.constantFrom(-1, 0, 1, 2, 42, 1000000);
export const fraction = fc.constantFrom(-1, 0, 0.1, 0.5, 1, 1e21, 1e-7, 42);

/** As a client may have written it: in any zone, with any number of digits. */
const writtenInstant = fc
  .tuple(instantMs, fc.constantFrom('Z', '+02:00', '-11:30', '+14:00'))
  .map(([ms, zone]) => inZone(ms, zone));

function inZone(ms: number, zone: string): string {
  if (zone === 'Z') return new Date(ms).toISOString().replace('.000Z', 'Z');
  const minutes = Number(`${zone.charAt(0)}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  return `${new Date(ms + minutes * 60_000).toISOString().slice(0, -1)}${zone}`;
}

const some = <T>(shape: Record<string, fc.Arbitrary<T>>) => fc.record(shape, { requiredKeys: [] });
const elements = <T extends object>(element: fc.Arbitrary<T>) =>
  fc.array(
    element.filter((each) => Object.keys(each).length > 0),
    { maxLength: 3 },
  );

const email = some<unknown>({
  value: text,
  type: fc.constantFrom('work', 'Home', 'other'),
  primary: fc.boolean(),
  display: text,
});
const phone = some<unknown>({ value: text, type: text, display: text });

const userAttributes = some<unknown>({
  externalId: text,
  displayName: text,
  title: text,
  nickName: text,
  userType: text,
  profileUrl: text,
  active: fc.boolean(),
  name: some({ givenName: text, familyName: text }),
  emails: elements(email),
  phoneNumbers: elements(phone),
  photos: elements(some<unknown>({ value: text })),
  [ENTERPRISE]: some<unknown>({ employeeNumber: text, department: text, costCenter: text }),
  [TYPES_URN]: some<unknown>({
    whole: number,
    fraction,
    moment: writtenInstant,
    flag: fc.boolean(),
    bytes: text,
    words: fc.array(text, { maxLength: 3 }),
    codes: fc.array(text, { maxLength: 3 }),
    numbers: fc.array(number, { maxLength: 3 }),
  }),
});

export interface RandomDirectory {
  readonly users: readonly StoredResource[];
  readonly groups: readonly StoredGroup[];
}

export const USER_COUNT = 24;
export const GROUP_COUNT = 8;

export const userId = (at: number) => `0000000a-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;
export const groupId = (at: number) => `0000000b-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;

const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group';

const times = fc.tuple(instantMs, instantMs, fc.integer({ min: 1, max: 12 })).map(([one, other, version]) => ({
  created: new Date(Math.min(one, other)).toISOString(),
  lastModified: new Date(Math.max(one, other)).toISOString(),
  version,
}));

function user(at: number): fc.Arbitrary<StoredResource> {
  const manager = fc.option(fc.nat(USER_COUNT + 2), { nil: undefined });
  return fc.tuple(userAttributes, word, manager, times).map(([attributes, name, managerAt, stamps]) => {
    const extension = attributes[ENTERPRISE] as JsonObject | undefined;
    const enterprise = { ...extension, ...(managerAt === undefined ? {} : { manager: { value: userId(managerAt) } }) };
    const resource = {
      ...attributes,
      schemas: [USER_SCHEMA, ...(at % 2 === 0 ? [ENTERPRISE] : [])],
      userName: `${name}${at}`,
      [ENTERPRISE]: enterprise,
    };
    return { id: userId(at), resource: canonical(resource), ...stamps };
  });
}

/** As stored: what is unassigned has no key (RFC 7643 §2.5). */
function canonical(resource: object): JsonObject {
  const isEmpty = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  const kept = JSON.stringify(resource, (_key, value: unknown) => (isEmpty(value) ? undefined : value));
  return JSON.parse(kept) as JsonObject;
}

function group(at: number): fc.Arbitrary<StoredGroup> {
  const users = fc.uniqueArray(fc.nat(USER_COUNT - 1), { maxLength: 5 });
  const groups = fc.uniqueArray(fc.nat(GROUP_COUNT - 1), { maxLength: 2 });
  return fc.tuple(word, users, groups, times, fc.option(word)).map(([name, userAts, groupAts, stamps, externalId]) => ({
    id: groupId(at),
    resource: { schemas: [GROUP_SCHEMA], displayName: `${name}${at}`, ...(externalId === null ? {} : { externalId }) },
    members: [
      ...userAts.map((userAt) => ({ id: userId(userAt) })),
      ...groupAts.map((groupAt) => ({ id: groupId(groupAt), isGroup: true })),
    ],
    ...stamps,
  }));
}

const upTo = (count: number) => Array.from({ length: count }, (_each, at) => at);

export const randomDirectory: fc.Arbitrary<RandomDirectory> = fc.record({
  users: fc.tuple(...upTo(USER_COUNT).map(user)),
  groups: fc.tuple(...upTo(GROUP_COUNT).map(group)),
});

type Shown = Record<string, unknown>;

function withMeta(kind: 'User' | 'Group', { id, resource, created, lastModified, version }: StoredResource): Shown {
  const location = `${BASE_URL}/${kind}s/${id}`;
  return {
    ...resource,
    id,
    meta: { resourceType: kind, location, created, lastModified, version: `W/"${version ?? 1}"` },
  };
}

/** Users as a client is shown them: with the groups that they are members of, and their manager's name. */
export function shownUsers({ users, groups }: RandomDirectory): Shown[] {
  return users.map((each) => {
    const memberships = groups
      .filter((one) => hasMember(one, each.id))
      .map((one) => ({
        value: one.id,
        $ref: `${BASE_URL}/Groups/${one.id}`,
        display: one.resource['displayName'],
        type: 'direct',
      }));
    return {
      ...withMeta('User', withManagerName(each, users)),
      ...(memberships.length === 0 ? {} : { groups: memberships }),
    };
  });
}

function hasMember({ members = [] }: StoredGroup, id: string): boolean {
  return members.some((member) => member.id === id);
}

function withManagerName(stored: StoredResource, users: readonly StoredResource[]): StoredResource {
  const enterprise = stored.resource[ENTERPRISE] as { manager?: { value: string } } | undefined;
  const manager = users.find((each) => each.id === enterprise?.manager?.value);
  const displayName = manager?.resource['displayName'];
  if (!enterprise?.manager || displayName === undefined) return stored;
  const named = { ...enterprise, manager: { ...enterprise.manager, displayName } };
  return { ...stored, resource: { ...stored.resource, [ENTERPRISE]: named } };
}

/** Groups as a client is shown them: each member with its name. */
export function shownGroups({ users, groups }: RandomDirectory): Shown[] {
  const names = new Map<string, unknown>([
    ...users.map((each) => [each.id, each.resource['displayName'] ?? each.resource['userName']] as const),
    ...groups.map((each) => [each.id, each.resource['displayName']] as const),
  ]);
  return groups.map((each) => {
    const members = (each.members ?? []).map(({ id, isGroup }) => ({
      value: id,
      $ref: `${BASE_URL}/${isGroup === true ? 'Groups' : 'Users'}/${id}`,
      type: isGroup === true ? 'Group' : 'User',
      display: names.get(id),
    }));
    return { ...withMeta('Group', each), ...(members.length === 0 ? {} : { members }) };
  });
}
