import fs from 'node:fs';
import {
  GROUP,
  GROUP_SCHEMA,
  isJsonObject,
  parseSchema,
  readJson,
  SchemaRegistry,
  ScimError,
  USER,
  USER_SCHEMA,
  type Attribute,
  type Json,
  type JsonObject,
  type ResourceType,
  type Schema,
  type SchemaExtension,
} from '@rollcall/scim-protocol';
import type { Environment } from './environment';

/** Users and groups, with the extensions that a file of the operator's adds to them. Without the file they are what the RFCs say. */
export class SchemasConfig {
  static readonly variables = ['ROLLCALL_SCHEMAS'] as const;

  readonly user: ResourceType;
  readonly group: ResourceType;

  constructor(environment: Environment) {
    const file = environment.text('ROLLCALL_SCHEMAS');
    const read = file === undefined ? undefined : readExtensions(file);
    if (typeof read === 'string') environment.require(false, `ROLLCALL_SCHEMAS names ${file ?? ''}: ${read}`);
    const extensions = typeof read === 'object' ? read : [];
    this.user = extended(USER, extensions);
    this.group = extended(GROUP, extensions);
  }
}

interface RegisteredExtension extends SchemaExtension {
  readonly resourceType: string;
}

function extended(type: ResourceType, registered: readonly RegisteredExtension[]): ResourceType {
  const own = registered.filter(({ resourceType }) => resourceType === type.name);
  if (own.length === 0) return type;
  return { ...type, extensions: [...type.extensions, ...own.map(({ schema, required }) => ({ schema, required }))] };
}

/** The extensions of the file, or what is wrong with it. */
function readExtensions(file: string): readonly RegisteredExtension[] | string {
  try {
    const document = readJson(fs.readFileSync(file));
    if (!isJsonObject(document)) return 'expected a JSON object with "schemas" and "extensions".';
    const schemas = listOf(document, 'schemas').map((schema) => storable(parseSchema(schema)));
    const extensions = listOf(document, 'extensions').map((extension) => readExtension(extension, schemas));
    const types = [USER, GROUP].map((type) => extended(type, extensions));
    return new SchemaRegistry(types).resourceTypes.length === types.length ? extensions : '';
  } catch (error) {
    if (error instanceof ScimError) return error.detail;
    return error instanceof Error ? `${error.message}.` : 'it cannot be read.';
  }
}

function readExtension(json: Json, schemas: readonly Schema[]): RegisteredExtension {
  const { resourceType, schema: urn, required = false } = isJsonObject(json) ? json : {};
  const schema = schemas.find(({ id }) => id === urn);
  if (!schema) throw new Error('each of "extensions" needs a "schema" that is the id of one of "schemas"');
  if (resourceType !== USER.name && resourceType !== GROUP.name)
    throw new Error(`the "resourceType" of ${schema.id} must be "User" or "Group"`);
  if (typeof required !== 'boolean') throw new Error(`"required" of ${schema.id} must be true or false`);
  return { resourceType, schema, required };
}

/** What is registered is kept as JSON without an index of its own, so uniqueness cannot be promised for it. */
function storable(schema: Schema): Schema {
  if ([USER_SCHEMA.id, GROUP_SCHEMA.id].includes(schema.id)) throw new Error(`${schema.id} is built in`);
  const isUnique = ({ uniqueness, subAttributes = [] }: Attribute): boolean =>
    uniqueness !== 'none' || subAttributes.some(isUnique);
  const unique = schema.attributes.find(isUnique);
  if (unique) throw new Error(`${schema.id}: uniqueness of ${unique.name} must be "none"`);
  return schema;
}

function listOf(document: JsonObject, name: string): readonly Json[] {
  const list = document[name];
  if (Array.isArray(list)) return list as readonly Json[];
  throw new Error(`"${name}" must be a list`);
}
