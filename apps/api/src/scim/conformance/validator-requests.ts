import { E, U } from '../../testing/scim-connection';

/** What Microsoft's validator sends in its default mode; random letters where it sends those. */
export function validatorUser(name: string): Record<string, unknown> {
  return {
    userName: `${name}@z.example`,
    active: true,
    displayName: 'QWERTYUIOPAS',
    title: 'ASDF',
    emails: [{ type: 'work', value: `${name}@b.example`, primary: true }],
    preferredLanguage: 'shi-Latn-MA',
    name: {
      givenName: 'A',
      familyName: 'B',
      formatted: 'C',
      middleName: 'D',
      honorificPrefix: 'E',
      honorificSuffix: 'F',
    },
    addresses: [
      {
        type: 'work',
        formatted: 'G',
        streetAddress: '1 H',
        locality: 'I',
        region: 'J',
        postalCode: 'ab1 2cd',
        primary: true,
        country: 'Estonia',
      },
    ],
    phoneNumbers: [
      { type: 'work', value: '45-955-7623', primary: true },
      { type: 'mobile', value: '45-955-7623' },
      { type: 'fax', value: '45-955-7623' },
    ],
    [E]: {
      employeeNumber: 'K',
      department: 'L',
      costCenter: 'M',
      organization: 'N',
      division: 'O',
      manager: { value: 'RANDOMLETTER' },
    },
    roles: [{ primary: 'True', display: 'P', value: 'Q', type: 'R' }],
    userType: 'S',
    nickName: 'T',
    locale: 'UVWXYZ',
    timezone: 'America/Guyana',
    profileUrl: 'NOTAURL',
    schemas: [U, E],
  };
}

/** The same user as it must come back: booleans are booleans. */
export function validatorUserReadBack(name: string): Record<string, unknown> {
  return { ...validatorUser(name), roles: [{ primary: true, display: 'P', value: 'Q', type: 'R' }] };
}

type Target = readonly [path: string, value: unknown];

export const ELEMENT_TARGETS: readonly Target[] = [
  ['emails[type eq "work"].value', 'aa@bb.example'],
  ['emails[type eq "work"].primary', true],
  ['addresses[type eq "work"].formatted', 'GG'],
  ['addresses[type eq "work"].streetAddress', '11 HH'],
  ['addresses[type eq "work"].locality', 'II'],
  ['addresses[type eq "work"].region', 'JJ'],
  ['addresses[type eq "work"].postalCode', 'ab11 2cd'],
  ['addresses[type eq "work"].primary', true],
  ['addresses[type eq "work"].country', 'Latvia'],
  ['phoneNumbers[type eq "work"].value', '11-955-7623'],
  ['phoneNumbers[type eq "work"].primary', true],
  ['phoneNumbers[type eq "mobile"].value', '22-955-7623'],
  ['phoneNumbers[type eq "fax"].value', '33-955-7623'],
  ['roles[primary eq "True"].display', 'PP'],
  ['roles[primary eq "True"].value', 'QQ'],
  ['roles[primary eq "True"].type', 'RR'],
];

export const NAMED_TARGETS: readonly Target[] = [
  ['active', true],
  ['displayName', 'DISPLAY'],
  ['title', 'TITLE'],
  ['preferredLanguage', 'fr-CH'],
  ['name.givenName', 'AA'],
  ['name.familyName', 'BB'],
  ['name.formatted', 'CC'],
  ['name.middleName', 'DD'],
  ['name.honorificPrefix', 'EE'],
  ['name.honorificSuffix', 'FF'],
  [`${E}:employeeNumber`, 'KK'],
  [`${E}:department`, 'LL'],
  [`${E}:costCenter`, 'MM'],
  [`${E}:organization`, 'NN'],
  [`${E}:division`, 'OO'],
  ['userType', 'SS'],
  ['nickName', 'TT'],
  ['locale', 'UUU'],
  ['timezone', 'Africa/Lome'],
  ['profileUrl', 'FPOCWAGSMIDK'],
];

/** Elements one by one, the rest in one object without path. */
export const grouped = (op: string) => [
  ...ELEMENT_TARGETS.map(([path, value]) => ({ op, path, value })),
  { op, value: Object.fromEntries(NAMED_TARGETS) },
];

/** "Verbose": one operation for each of the 36 attributes. */
export const verbose = (op: string) =>
  [...NAMED_TARGETS, ...ELEMENT_TARGETS].map(([path, value]) => ({ op, path, value }));

/** What is read at such a target of a resource, as the validator and Entra read it; undefined where there is nothing. */
export function valueAt(resource: unknown, path: string): unknown {
  if (path.startsWith(`${E}:`)) return part(part(resource, E), path.slice(E.length + 1));
  const element = /^(\w+)\[(\w+) eq "(\w+)"\]\.(\w+)$/.exec(path);
  if (element) {
    const [, list = '', key = '', wanted = '', sub = ''] = element;
    const elements = part(resource, list);
    if (!Array.isArray(elements)) return undefined;
    return part(
      elements.find((each) => String(part(each, key)).toLowerCase() === wanted.toLowerCase()),
      sub,
    );
  }
  return path.split('.').reduce<unknown>(part, resource);
}

function part(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null ? (object as Record<string, unknown>)[name] : undefined;
}
