import {
  COMMON_ATTRIBUTES,
  GROUP,
  isJsonObject,
  parseResourceType,
  parseSchema,
  quoted,
  SchemaRegistry,
  USER,
  type Attribute,
  type Json,
  type JsonObject,
  type ResourceType,
  type Schema,
  type SchemaExtension,
} from '@rollcall/scim-protocol';

/** What an operator's file adds to users and groups, and beside them. */
export interface RegisteredSchemas {
  readonly extensions: readonly RegisteredExtension[];
  readonly types: readonly ResourceType[];
}

export interface RegisteredExtension extends SchemaExtension {
  /** "User" or "Group". */
  readonly resourceType: string;
}

const BUILT_IN = new SchemaRegistry([USER, GROUP]);
const RESERVED_TYPES = new Set(['user', 'group', 'me', 'bulk', 'schema', 'resourcetype', 'serviceproviderconfig']);
const RESERVED_ENDPOINTS = /^\/(users|groups|me|bulk|schemas|resourcetypes|serviceproviderconfig|v\d+)$/i;
const RESERVED_ATTRIBUTES = new Set(COMMON_ATTRIBUTES.map(({ name }) => name.toLowerCase()));

/** Reads the document that docs/extend-schemas.md describes. @throws Error, ScimError: one sentence that says what to mend */
export function readRegisteredSchemas(document: Json): RegisteredSchemas {
  if (!isJsonObject(document))
    throw new Error('expected a JSON object with "schemas", and "resourceTypes" or "extensions"');
  const schemas = listOf(document, 'schemas').map((json, at) => readSchema(json, `schemas[${at}]`));
  requireDistinct(
    schemas.map(({ id }) => id),
    'schema',
  );
  const types = listOf(document, 'resourceTypes').map((json, at) => readType(json, schemas, `resourceTypes[${at}]`));
  requireDistinct(
    types.map(({ name }) => name),
    'resource type',
  );
  requireDistinct(
    types.map(({ endpoint }) => endpoint),
    'endpoint',
  );
  const extensions = listOf(document, 'extensions').map((json) => readExtension(json, schemas));
  requireDistinct(
    extensions.map(({ resourceType, schema }) => `${resourceType} ${schema.id}`),
    'extension',
  );
  return { extensions, types };
}

function readSchema(json: Json, where: string): Schema {
  const schema = parseSchema(json, where);
  if (BUILT_IN.schema(schema.id) || schema.id.toLowerCase().startsWith('urn:ietf:params:scim:api:'))
    throw new Error(`${schema.id} is built in: give your schema a URN of its own`);
  const reserved = namesIn(json).find((name) => RESERVED_ATTRIBUTES.has(name.toLowerCase()));
  if (reserved !== undefined)
    throw new Error(`${schema.id}: every resource has ${quoted(reserved)} already: leave it out, or rename it`);
  return schema;
}

/** As they were written, because `parseSchema` drops the common ones. */
function namesIn(schema: Json): string[] {
  const attributes = isJsonObject(schema) ? schema['attributes'] : undefined;
  if (!Array.isArray(attributes)) return [];
  const names = (attributes as readonly Json[]).map((each) => (isJsonObject(each) ? each['name'] : undefined));
  return names.filter((name) => typeof name === 'string');
}

function readType(json: Json, schemas: readonly Schema[], where: string): ResourceType {
  const type = parseResourceType(json, schemas, where);
  if (RESERVED_TYPES.has(type.name.toLowerCase()))
    throw new Error(`${where}: the name ${type.name} is built in: choose another one`);
  if (RESERVED_ENDPOINTS.test(type.endpoint))
    throw new Error(`${where}: the endpoint ${type.endpoint} is built in: choose another one`);
  const parts = [type.schema, ...type.extensions.map(({ schema }) => schema)];
  requireDistinct(
    parts.map(({ id }) => id),
    `schema of ${type.name}`,
  );
  for (const schema of parts) for (const attribute of schema.attributes) requireKeepable(schema, attribute);
  return type;
}

/** A clash is found by one key a resource and attribute. */
function requireKeepable({ id }: Schema, attribute: Attribute): void {
  const { name, uniqueness, multiValued, type, subAttributes = [] } = attribute;
  const part = subAttributes.find((sub) => sub.uniqueness !== 'none');
  if (part)
    throw new Error(`${id}: uniqueness of ${name}.${part.name} must be "none": it is part of another attribute`);
  if (uniqueness === 'global')
    throw new Error(`${id}: uniqueness of ${name} must be "server": nobody can promise it for other servers`);
  if (uniqueness === 'server' && (multiValued || type === 'complex' || type === 'boolean'))
    throw new Error(`${id}: uniqueness of ${name} must be "none": only a single text, number or time can be unique`);
}

function readExtension(json: Json, schemas: readonly Schema[]): RegisteredExtension {
  const { resourceType, schema: urn, required = false } = isJsonObject(json) ? json : {};
  const schema = schemas.find(({ id }) => id === urn);
  if (!schema) throw new Error('each of "extensions" needs a "schema" that is the id of one of "schemas"');
  if (resourceType !== USER.name && resourceType !== GROUP.name)
    throw new Error(
      `the "resourceType" of ${schema.id} must be "User" or "Group"; a type of your own names its extensions itself, as "schemaExtensions"`,
    );
  if (typeof required !== 'boolean') throw new Error(`"required" of ${schema.id} must be true or false`);
  const unique = schema.attributes.find(isUnique);
  if (unique) throw new Error(`${schema.id}: uniqueness of ${unique.name} must be "none" on users and groups`);
  return { resourceType, schema, required };
}

function isUnique({ uniqueness, subAttributes = [] }: Attribute): boolean {
  return uniqueness !== 'none' || subAttributes.some(isUnique);
}

function requireDistinct(names: readonly string[], what: string): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) throw new Error(`the ${what} ${name} stands there twice`);
    seen.add(name.toLowerCase());
  }
}

/** Left out, it has nothing in it; `schemas` must be there. */
function listOf(document: JsonObject, name: 'schemas' | 'resourceTypes' | 'extensions'): readonly Json[] {
  const list = document[name] ?? (name === 'schemas' ? undefined : []);
  if (Array.isArray(list)) return list as readonly Json[];
  throw new Error(`"${name}" must be a list`);
}
