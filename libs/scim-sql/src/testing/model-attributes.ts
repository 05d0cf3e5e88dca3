import type { Attribute, ResourceType, Schema } from '@rollcall/scim-protocol';
import { USER } from '@rollcall/scim-protocol';
import type { ModelAttribute, ModelType } from './filter-model';
import { ENTERPRISE } from './rfc-fixtures';

export const TYPES_URN = 'urn:example:params:scim:schemas:extension:types:1.5:User';

const plain: Attribute = {
  name: '',
  type: 'string',
  multiValued: false,
  description: '',
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
};

/** An extension with the types that no attribute of RFC 7643's user has. */
const TYPES_SCHEMA: Schema = {
  id: TYPES_URN,
  name: 'Types',
  description: '',
  attributes: [
    { ...plain, name: 'whole', type: 'integer' },
    { ...plain, name: 'fraction', type: 'decimal' },
    { ...plain, name: 'moment', type: 'dateTime' },
    { ...plain, name: 'flag', type: 'boolean' },
    { ...plain, name: 'bytes', type: 'binary', caseExact: true },
    { ...plain, name: 'words', multiValued: true },
    { ...plain, name: 'codes', multiValued: true, caseExact: true },
    { ...plain, name: 'numbers', type: 'integer', multiValued: true },
  ],
};

export const TYPED_USER: ResourceType = {
  ...USER,
  extensions: [...USER.extensions, { schema: TYPES_SCHEMA, required: false }],
};

type Options = Partial<Pick<ModelAttribute, 'exact' | 'wide' | 'unordered' | 'urn'>> & { type?: ModelType };

function single(path: string, { type = 'string', ...options }: Options = {}): ModelAttribute {
  const [name = '', sub] = path.split('.');
  return { urn: '', exact: false, list: false, name, type, ...(sub === undefined ? {} : { sub }), ...options };
}

function list(path: string, options: Options = {}): ModelAttribute {
  return { ...single(path, options), list: true };
}

const moment = { type: 'dateTime' } as const;
const flag = { type: 'boolean' } as const;
const exact = { exact: true } as const;

const META = [
  single('id', exact),
  single('externalId', exact),
  single('meta.resourceType', exact),
  single('meta.location', exact),
  single('meta.version', exact),
  single('meta.created', moment),
  single('meta.lastModified', moment),
  list('schemas'),
];

export const USER_ATTRIBUTES: readonly ModelAttribute[] = [
  ...META,
  single('userName', { wide: true }),
  ...['displayName', 'title', 'nickName', 'userType', 'name.givenName', 'name.familyName'].map((path) => single(path)),
  single('profileUrl', exact),
  single('active', flag),
  ...['employeeNumber', 'department', 'costCenter', 'manager.displayName'].map((path) =>
    single(path, { urn: ENTERPRISE }),
  ),
  single('manager.value', { urn: ENTERPRISE, exact: true }),
  ...['emails', 'phoneNumbers'].flatMap((name) => ['value', 'type', 'display'].map((sub) => list(`${name}.${sub}`))),
  list('emails.primary', flag),
  list('photos.value', exact),
  list('groups.value', exact),
  list('groups.$ref', exact),
  list('groups.display'),
  list('groups.type'),
  single('whole', { urn: TYPES_URN, type: 'number' }),
  single('fraction', { urn: TYPES_URN, type: 'number' }),
  single('moment', { urn: TYPES_URN, ...moment }),
  single('flag', { urn: TYPES_URN, ...flag }),
  single('bytes', { urn: TYPES_URN, exact: true, unordered: true }),
  list('words', { urn: TYPES_URN }),
  list('codes', { urn: TYPES_URN, exact: true }),
  list('numbers', { urn: TYPES_URN, type: 'number' }),
];

export const GROUP_ATTRIBUTES: readonly ModelAttribute[] = [
  ...META,
  single('displayName'),
  list('members.value', exact),
  list('members.$ref', exact),
  list('members.type'),
  list('members.display'),
];

/** Complex attributes as wholes: for `pr`, and for the brackets. */
export const wholesOf = (attributes: readonly ModelAttribute[]): ModelAttribute[] => {
  const wholes = new Map<string, ModelAttribute>();
  for (const { urn, name, list: isList, sub, type } of attributes) {
    if (sub !== undefined) wholes.set(`${urn}:${name}`, { urn, name, list: isList, exact: false, type: 'string' });
    else if (isList) wholes.set(`${urn}:${name}`, { urn, name, list: true, exact: false, type });
  }
  return [...wholes.values()];
};
