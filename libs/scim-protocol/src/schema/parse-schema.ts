import type { Json } from '../messages/json';
import { invalidValue, quoted } from '../messages/scim-error';
import { COMMON_ATTRIBUTES } from './common-attributes';
import { Definition } from './definition-reader';
import type { Attribute, ResourceType, Schema, SchemaExtension } from './definitions';
import { isPrototypeName } from './own-property';
import { isUrn } from './unknown-extension';

const TYPES = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference', 'complex'] as const;
const NAME = /^(?:[A-Za-z][\w$-]{0,99}|\$ref)$/;
const TYPE_NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

/**
 * Reads a schema that an operator registers (RFC 7643 §7). A characteristic that is left out has the default of §2.2; common attributes
 * such as `id` are left out, because theirs are fixed (§3.1). Errors: 400 invalidValue that names the place, below `where`.
 */
export function parseSchema(json: Json, where = 'schema'): Schema {
  const definition = Definition.of(json, where);
  const id = definition.requiredText('id');
  if (!isUrn(id)) throw invalidValue(`${where}.id: expected a URN, got ${quoted(id)}`);
  const attributes = parseAttributes(definition, 'attributes', 1);
  const common = new Set(COMMON_ATTRIBUTES.map((attribute) => attribute.name.toLowerCase()));
  return {
    id,
    name: definition.text('name') ?? id,
    description: definition.text('description') ?? '',
    attributes: attributes.filter((attribute) => !common.has(attribute.name.toLowerCase())),
  };
}

/**
 * Reads a resource type that an operator registers (RFC 7643 §6); `schemas` are those that it may be made of.
 * Errors: 400 invalidValue that names the place, below `where`.
 */
export function parseResourceType(json: Json, schemas: readonly Schema[], where = 'resourceType'): ResourceType {
  const definition = Definition.of(json, where);
  const name = definition.requiredText('name');
  if (!TYPE_NAME.test(name)) throw invalidValue(`${where}.name: expected letters and digits, such as "Device"`);
  const endpoint = definition.requiredText('endpoint');
  if (!/^\/[A-Za-z][\w-]{0,99}$/.test(endpoint))
    throw invalidValue(`${where}.endpoint: expected a path such as "/Devices"`);
  const extensions = definition.list('schemaExtensions').map((each, at): SchemaExtension => {
    const extension = Definition.of(each, `${where}.schemaExtensions[${at}]`);
    return { schema: findSchema(schemas, extension), required: extension.flag('required') };
  });
  return {
    name,
    endpoint,
    description: definition.text('description') ?? '',
    schema: findSchema(schemas, definition),
    extensions,
  };
}

function findSchema(schemas: readonly Schema[], definition: Definition): Schema {
  const urn = definition.requiredText('schema');
  const folded = urn.toLowerCase();
  const schema = schemas.find((each) => each.id.toLowerCase() === folded);
  if (!schema) throw invalidValue(`${definition.where}.schema: ${quoted(urn)} is the id of none of the schemas`);
  return schema;
}

function parseAttributes(definition: Definition, name: string, level: 1 | 2): readonly Attribute[] {
  const attributes = definition
    .list(name)
    .map((each, at) => parseAttribute(each, `${definition.where}.${name}[${at}]`, level));
  const names = new Set(attributes.map((attribute) => attribute.name.toLowerCase()));
  if (names.size < attributes.length)
    throw invalidValue(`${definition.where}.${name}: two attributes have the same name`);
  return attributes;
}

function parseAttribute(json: Json, where: string, level: 1 | 2): Attribute {
  const definition = Definition.of(json, where);
  const name = definition.requiredText('name');
  if (!NAME.test(name) || isPrototypeName(name))
    throw invalidValue(`${where}.name: ${quoted(name)} is no attribute name`);
  const type = definition.oneOf('type', TYPES, 'string');
  if (type === 'complex' && level === 2) throw invalidValue(`${where}: a sub-attribute cannot be complex`);
  const subAttributes = type === 'complex' ? parseAttributes(definition, 'subAttributes', 2) : undefined;
  if (subAttributes?.length === 0) throw invalidValue(`${where}: a complex attribute needs subAttributes`);
  return {
    name,
    type,
    multiValued: definition.flag('multiValued'),
    description: definition.text('description') ?? '',
    required: definition.flag('required'),
    caseExact: definition.flag('caseExact', type === 'reference' || type === 'binary'),
    mutability: definition.oneOf('mutability', ['readWrite', 'readOnly', 'immutable', 'writeOnly'], 'readWrite'),
    returned: definition.oneOf('returned', ['default', 'always', 'never', 'request'], 'default'),
    uniqueness: definition.oneOf('uniqueness', ['none', 'server', 'global'], 'none'),
    ...textsOf(definition, 'canonicalValues'),
    ...textsOf(definition, 'referenceTypes'),
    ...(subAttributes ? { subAttributes } : {}),
  };
}

function textsOf<Name extends 'canonicalValues' | 'referenceTypes'>(
  definition: Definition,
  name: Name,
): Partial<Pick<Attribute, Name>> {
  const texts = definition.texts(name);
  return texts.length > 0 ? ({ [name]: texts } as Pick<Attribute, Name>) : {};
}
