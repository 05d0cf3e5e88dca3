import { complex, flag, reference, simple, type AttributeOptions } from './attribute';
import type { Attribute, Schema } from './definitions';
import { RESOURCE_TYPE_URN, SCHEMA_URN, SERVICE_PROVIDER_CONFIG_URN } from './urns';

/** What discovery shows is ours alone to write. */
const readOnly = { mutability: 'readOnly' } as const;
const required = { ...readOnly, required: true } as const;

const text = (name: string, description: string, options: AttributeOptions = {}) =>
  simple(name, description, { ...required, ...options });
const integer = (name: string, description: string, options: AttributeOptions = {}) =>
  simple(name, description, { ...required, type: 'integer', ...options });
const supported = flag('supported', 'Whether the service has it.', required);
const feature = (name: string, description: string, parts: readonly Attribute[] = []) =>
  complex(name, description, [supported, ...parts], required);

const AUTHENTICATION_SCHEME: readonly Attribute[] = [
  text('type', 'The kind of authentication.', {
    canonicalValues: ['oauth', 'oauth2', 'oauthbearertoken', 'httpbasic', 'httpdigest'],
  }),
  text('name', 'The name of the scheme.'),
  text('description', 'How the scheme works.'),
  reference('specUri', 'The specification of the scheme.', ['external'], readOnly),
  reference('documentationUri', 'A page about its use.', ['external'], readOnly),
  flag('primary', 'Whether this is the preferred scheme.', readOnly),
];

/** RFC 9865 §4. */
const PAGINATION: readonly Attribute[] = [
  flag('cursor', 'Whether lists are paged by cursor.', required),
  flag('index', 'Whether lists are paged by index.', required),
  text('defaultPaginationMethod', 'How lists are paged when the client does not say.', {
    required: false,
    canonicalValues: ['cursor', 'index'],
  }),
  integer('defaultPageSize', 'The size of a page when the client does not say.', { required: false }),
  integer('maxPageSize', 'The size of the largest page.', { required: false }),
  integer('cursorTimeout', 'For how many seconds a cursor stays good.', { required: false }),
];

const SERVICE_PROVIDER_CONFIG_SCHEMA: Schema = {
  id: SERVICE_PROVIDER_CONFIG_URN,
  name: 'ServiceProviderConfig',
  description: 'What this service supports.',
  attributes: [
    reference('documentationUri', 'A page about the service.', ['external'], readOnly),
    feature('patch', 'PATCH.'),
    feature('bulk', 'Bulk operations.', [
      integer('maxOperations', 'How many operations one request may have.'),
      integer('maxPayloadSize', 'How many bytes one request may have.'),
    ]),
    feature('filter', 'Filters.', [integer('maxResults', 'How many resources one answer has at most.')]),
    feature('changePassword', 'Changing passwords.'),
    feature('sort', 'Sorting.'),
    feature('etag', 'Versions of resources.'),
    complex('pagination', 'How lists are paged.', PAGINATION, readOnly),
    complex('authenticationSchemes', 'How clients show who they are.', AUTHENTICATION_SCHEME, {
      ...required,
      multiValued: true,
    }),
  ],
};

/** Lists are said to be lists (erratum 7522); names and endpoints are unique (erratum 8475). */
const RESOURCE_TYPE_SCHEMA: Schema = {
  id: RESOURCE_TYPE_URN,
  name: 'ResourceType',
  description: 'A kind of resource of this service.',
  attributes: [
    text('id', 'The identifier of the type, equal to its name.', { required: false }),
    text('name', 'The name of the type.', { uniqueness: 'server' }),
    text('description', 'What the type is for.', { required: false }),
    reference('endpoint', 'Where its resources are, relative to the root of the service.', ['uri'], {
      ...required,
      uniqueness: 'server',
    }),
    reference('schema', 'The URN of its schema.', ['uri'], required),
    complex(
      'schemaExtensions',
      'The extensions that its resources may have.',
      [
        reference('schema', 'The URN of the extension.', ['uri'], required),
        flag('required', 'Whether each resource has to have it.', required),
      ],
      { ...readOnly, multiValued: true },
    ),
  ],
};

const ATTRIBUTE_TYPES = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference'];

/** A sub-attribute is never complex itself (erratum 8415). */
const attributeParts = (types: readonly string[], subAttributes: readonly Attribute[] = []): readonly Attribute[] => [
  text('name', 'The name of the attribute.', { caseExact: true }),
  text('type', 'The type of its values.', { canonicalValues: types }),
  flag('multiValued', 'Whether it holds a list.', required),
  text('description', 'What it is for.', { required: false }),
  flag('required', 'Whether each resource has to have it.', required),
  simple('canonicalValues', 'Values that are suggested.', { ...readOnly, multiValued: true, caseExact: true }),
  flag('caseExact', 'Whether letter case matters in comparisons.', readOnly),
  text('mutability', 'When it can be written.', {
    caseExact: true,
    canonicalValues: ['readOnly', 'readWrite', 'immutable', 'writeOnly'],
  }),
  text('returned', 'When it is returned.', {
    caseExact: true,
    canonicalValues: ['always', 'never', 'default', 'request'],
  }),
  text('uniqueness', 'How far its values are unique.', {
    required: false,
    caseExact: true,
    canonicalValues: ['none', 'server', 'global'],
  }),
  simple('referenceTypes', 'What it may refer to.', { ...readOnly, multiValued: true, caseExact: true }),
  ...subAttributes,
];

const SCHEMA_SCHEMA: Schema = {
  id: SCHEMA_URN,
  name: 'Schema',
  description: 'The attributes of a resource or an extension.',
  attributes: [
    text('id', 'The URN of the schema.', { caseExact: true, uniqueness: 'server' }),
    text('name', 'The name of the schema.', { required: false }),
    text('description', 'What the schema is for.', { required: false }),
    complex(
      'attributes',
      'The attributes of the schema.',
      attributeParts(
        [...ATTRIBUTE_TYPES, 'complex'],
        [
          complex('subAttributes', 'The attributes of an object.', attributeParts(ATTRIBUTE_TYPES), {
            ...readOnly,
            multiValued: true,
          }),
        ],
      ),
      { ...required, multiValued: true },
    ),
  ],
};

/** A service publishes each schema that it uses, those of discovery too (RFC 7643 §7). */
export const DISCOVERY_SCHEMAS: readonly Schema[] = [
  SERVICE_PROVIDER_CONFIG_SCHEMA,
  RESOURCE_TYPE_SCHEMA,
  SCHEMA_SCHEMA,
];
