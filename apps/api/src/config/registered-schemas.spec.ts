import { schemaFile } from '../testing/schema-file';
import { readConfig } from './app.config';
import { StartupFault } from './startup-fault';

const X = 'urn:example:X';
const Y = 'urn:example:Y';
const ATTRIBUTES = [{ name: 'tag' }];
const TYPE = { name: 'Thing', endpoint: '/Things', schema: X };

/** A file with one type, or what is put in the place of its parts. */
const aFile = (parts: Readonly<Record<string, unknown>> = {}) => ({
  schemas: [{ id: X, attributes: ATTRIBUTES }],
  resourceTypes: [TYPE],
  ...parts,
});
const withType = (type: Readonly<Record<string, unknown>>) => aFile({ resourceTypes: [{ ...TYPE, ...type }] });
const withAttribute = (attribute: Readonly<Record<string, unknown>>) =>
  aFile({ schemas: [{ id: X, attributes: [attribute] }] });

const SECRET = 'x'.repeat(32);
const read = (document: unknown) => readConfig({ ROLLCALL_SECRET: SECRET, ROLLCALL_SCHEMAS: schemaFile(document) });

function faultOf(document: unknown): string {
  try {
    read(document);
  } catch (error) {
    if (error instanceof StartupFault) return error.message;
    throw error;
  }
  return 'none';
}

describe('schemas and types that an operator registers', () => {
  it('X-03: without a file there is nothing but users and groups', () => {
    const { schemas } = readConfig({ ROLLCALL_SECRET: SECRET });
    expect([schemas.user.name, schemas.group.name, schemas.custom]).toEqual(['User', 'Group', []]);
  });

  it('X-03: a type is what the file says, and extensions stand beside it', () => {
    const extension = { resourceType: 'User', schema: Y, required: true };
    const { schemas } = read(
      aFile({
        schemas: [
          { id: X, attributes: ATTRIBUTES },
          { id: Y, attributes: [] },
        ],
        extensions: [extension],
      }),
    );
    expect(schemas.custom).toMatchObject([{ name: 'Thing', endpoint: '/Things', schema: { id: X }, extensions: [] }]);
    expect(schemas.user.extensions.map(({ schema, required }) => [schema.id, required]).at(-1)).toEqual([Y, true]);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'JSON'],
    ['no object', [], 'expected a JSON object'],
    ['no schemas', {}, '"schemas" must be a list'],
    ['types that are no list', aFile({ resourceTypes: {} }), '"resourceTypes" must be a list'],
    ['a schema without a URN', aFile({ schemas: [{ id: 'x' }] }), 'schemas[0].id: expected a URN'],
    [
      'a schema that is built in',
      aFile({ schemas: [{ id: 'urn:ietf:params:scim:schemas:core:2.0:User' }] }),
      'is built in',
    ],
    [
      'the URN of a message',
      aFile({ schemas: [{ id: 'urn:ietf:params:scim:api:messages:2.0:PatchOp' }] }),
      'is built in',
    ],
    ['a schema twice', aFile({ schemas: [{ id: X }, { id: X.toUpperCase() }] }), 'stands there twice'],
    ['an unknown schema', withType({ schema: Y }), 'is the id of none of the schemas'],
    ['an unknown extension', withType({ schemaExtensions: [{ schema: Y }] }), 'schemaExtensions[0].schema'],
    ['its own schema as extension', withType({ schemaExtensions: [{ schema: X }] }), 'stands there twice'],
    ['a name that is built in', withType({ name: 'user' }), 'the name user is built in'],
    ['a name with a blank', withType({ name: 'A thing' }), 'expected letters and digits'],
    ['an endpoint that is built in', withType({ endpoint: '/Bulk' }), 'the endpoint /Bulk is built in'],
    ['such an endpoint in lower case', withType({ endpoint: '/users' }), 'the endpoint /users is built in'],
    ['an endpoint like a version', withType({ endpoint: '/v2' }), 'the endpoint /v2 is built in'],
    ['an endpoint of two parts', withType({ endpoint: '/a/b' }), 'expected a path such as "/Devices"'],
    ['a type twice', aFile({ resourceTypes: [TYPE, { ...TYPE, endpoint: '/Others' }] }), 'stands there twice'],
    ['an endpoint twice', aFile({ resourceTypes: [TYPE, { ...TYPE, name: 'Other' }] }), 'stands there twice'],
    ['a common attribute', withAttribute({ name: 'ID' }), 'every resource has "ID" already'],
    ['an attribute of a prototype', withAttribute({ name: '__proto__' }), 'is no attribute name'],
    ['an unknown kind', withAttribute({ name: 'tag', type: 'text' }), 'attributes[0].type'],
    ['what nobody can promise', withAttribute({ name: 'tag', uniqueness: 'global' }), 'must be "server"'],
    ['a unique list', withAttribute({ name: 'tag', uniqueness: 'server', multiValued: true }), 'must be "none"'],
    ['a unique flag', withAttribute({ name: 'tag', uniqueness: 'server', type: 'boolean' }), 'must be "none"'],
    [
      'a unique part',
      withAttribute({ name: 'tag', type: 'complex', subAttributes: [{ name: 'value', uniqueness: 'server' }] }),
      'must be "none"',
    ],
    [
      'an extension of something else',
      aFile({ extensions: [{ resourceType: 'Thing', schema: X }] }),
      'must be "User" or "Group"',
    ],
    [
      'a unique attribute on users',
      { ...withAttribute({ name: 'tag', uniqueness: 'server' }), extensions: [{ resourceType: 'User', schema: X }] },
      'must be "none" on users',
    ],
  ])('X-03: %s ends the start with one sentence that says what to mend', (_what, document, sentence) => {
    const fault = faultOf(document);
    expect(fault).toContain(sentence);
    expect(fault).toMatch(/^ROLLCALL_SCHEMAS names \S+: [^\n]+\.$/);
  });
});
