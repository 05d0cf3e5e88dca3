import fs from 'node:fs';
import { GROUP, readJson, ScimError, USER, type ResourceType } from '@rollcall/scim-protocol';
import type { Environment } from './environment';
import { readRegisteredSchemas, type RegisteredExtension, type RegisteredSchemas } from './registered-schemas';

const NOTHING: RegisteredSchemas = { extensions: [], types: [] };

/**
 * Users and groups with the extensions that a file of the operator's adds to them, and the resource types that it adds beside them.
 * Without the file there is what the RFCs say, and no more.
 */
export class SchemasConfig {
  static readonly variables = ['ROLLCALL_SCHEMAS'] as const;

  readonly user: ResourceType;
  readonly group: ResourceType;
  /** In the order of the file. */
  readonly custom: readonly ResourceType[];

  constructor(environment: Environment) {
    const file = environment.text('ROLLCALL_SCHEMAS');
    const read = file === undefined ? NOTHING : readFile(file);
    if (typeof read === 'string') environment.require(false, `ROLLCALL_SCHEMAS names ${file ?? ''}: ${read}`);
    const { extensions, types } = typeof read === 'string' ? NOTHING : read;
    this.user = extended(USER, extensions);
    this.group = extended(GROUP, extensions);
    this.custom = types;
  }
}

function extended(type: ResourceType, registered: readonly RegisteredExtension[]): ResourceType {
  const own = registered.filter(({ resourceType }) => resourceType === type.name);
  if (own.length === 0) return type;
  return { ...type, extensions: [...type.extensions, ...own.map(({ schema, required }) => ({ schema, required }))] };
}

/** What the file registers, or what is wrong with it. */
function readFile(file: string): RegisteredSchemas | string {
  try {
    return readRegisteredSchemas(readJson(fs.readFileSync(file)));
  } catch (error) {
    if (error instanceof ScimError) return sentence(error.detail);
    return error instanceof Error ? sentence(error.message) : 'it cannot be read.';
  }
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
