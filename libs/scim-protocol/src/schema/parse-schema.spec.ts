import type { Json, JsonObject } from '../messages/json';
import { schemaResource } from './discovery';
import { GROUP_SCHEMA } from './group';
import { parseResourceType, parseSchema } from './parse-schema';
import { resolveAttribute } from './resolve-attribute';
import { refusal } from '../messages/testing/refusal';
import { read } from './testing/bodies';
import { aDeviceBody, aDeviceType, DEVICE_SCHEMA_JSON, DEVICE_URN, PLACE_URN } from './testing/device-type';
import { USER_SCHEMA } from './user';

const X = 'urn:example:X';
const schemaWith = (attribute: Json) => parseSchema({ id: X, attributes: [attribute] });

describe('a schema as data', () => {
  it('S-38: what is left out has the default of the RFC', () => {
    expect(schemaWith({ name: 'tag' }).attributes).toEqual([
      {
        name: 'tag',
        type: 'string',
        multiValued: false,
        description: '',
        required: false,
        caseExact: false,
        mutability: 'readWrite',
        returned: 'default',
        uniqueness: 'none',
      },
    ]);
  });

  it('D-18: common attributes keep their own characteristics, whatever a schema says', () => {
    const schema = parseSchema({
      id: DEVICE_URN,
      attributes: [{ name: 'ID', mutability: 'readWrite' }, { name: 'meta' }, { name: 'displayName' }],
    });
    const type = parseResourceType({ name: 'Device', endpoint: '/Devices', schema: DEVICE_URN }, [schema]);
    expect(schema.attributes.map((attribute) => attribute.name)).toEqual(['displayName']);
    expect(resolveAttribute(type, 'id')?.attribute).toMatchObject({
      mutability: 'readOnly',
      caseExact: true,
      returned: 'always',
    });
  });

  it('X-03 D-20: a published schema is read back as it was', () => {
    for (const schema of [GROUP_SCHEMA, parseSchema(DEVICE_SCHEMA_JSON)]) {
      expect(parseSchema(schemaResource(schema, 'https://h'))).toEqual(schema);
    }
    const { attributes, ...named } = parseSchema(schemaResource(USER_SCHEMA, 'https://h'));
    expect(named).toEqual({ id: USER_SCHEMA.id, name: USER_SCHEMA.name, description: USER_SCHEMA.description });
    expect(attributes).toHaveLength(USER_SCHEMA.attributes.length - 1);
  });

  it.each<[string, Json]>([
    ['no object', 'x'],
    ['no URN', { id: 'x', attributes: [] }],
    ['no id', { attributes: [] }],
    ['attributes that are no list', { id: X, attributes: {} }],
    ['two attributes of one name', { id: X, attributes: [{ name: 'a' }, { name: 'A' }] }],
  ])('X-03: %s is refused', (_what, json) => {
    expect(refusal(() => parseSchema(json))).toContain('400 invalidValue: schema');
  });

  it.each<[string, JsonObject]>([
    ['N-12', { name: '9a' }],
    ['N-12', { name: 'a b' }],
    ['N-12', { name: 'a.b' }],
    ['SEC-28', { name: '__proto__' }],
    ['SEC-28', { name: 'constructor' }],
    ['S-13', { name: 'a', type: 'complex' }],
    [
      'S-13',
      { name: 'a', type: 'complex', subAttributes: [{ name: 'b', type: 'complex', subAttributes: [{ name: 'c' }] }] },
    ],
    ['D-16', { name: 'a', type: 'text' }],
    ['X-03', { name: 'a', required: 'yes' }],
    ['X-03', { name: 'a', mutability: 'sometimes' }],
    ['X-03', { name: 'a', canonicalValues: [5] }],
  ])('%s: the attribute %j is refused with its place', (_rule, attribute) => {
    expect(refusal(() => schemaWith(attribute))).toContain('400 invalidValue: schema.attributes[0]');
  });

  it('N-12: $ref, hyphens, underscores and dollars are names', () => {
    const subAttributes = ['$ref', 'a-b', 'a_b', 'a$b'].map((name) => ({ name }));
    expect(schemaWith({ name: 'a', type: 'complex', subAttributes }).attributes[0]?.subAttributes).toHaveLength(4);
  });
});

describe('a resource type as data', () => {
  it.each<[string, JsonObject]>([
    ['no name', { endpoint: '/Xs', schema: X }],
    ['no endpoint', { name: 'X', schema: X }],
    ['an endpoint that is no path', { name: 'X', endpoint: 'Xs', schema: X }],
    ['an endpoint of two segments', { name: 'X', endpoint: '/a/b', schema: X }],
    ['an unknown schema', { name: 'X', endpoint: '/Xs', schema: 'urn:example:none' }],
    [
      'an unknown extension',
      { name: 'X', endpoint: '/Xs', schema: X, schemaExtensions: [{ schema: 'urn:example:none' }] },
    ],
  ])('X-03: %s is refused', (_what, json) => {
    expect(refusal(() => parseResourceType(json, [schemaWith({ name: 'a' })]))).toContain(
      '400 invalidValue: resourceType',
    );
  });

  it('X-03: its resources are read by its schema', () => {
    const { resource } = read(
      aDeviceType(),
      aDeviceBody({ SLOTS: 4, serials: ['a'], ports: [{ VALUE: 80 }], rank: 1, [PLACE_URN]: { room: 'A1', floor: 2 } }),
    );
    expect(resource).toEqual({
      schemas: [DEVICE_URN, PLACE_URN],
      displayName: 'Router',
      slots: 4,
      serials: ['a'],
      ports: [{ value: 80 }],
      [PLACE_URN]: { room: 'A1', floor: 2 },
    });
  });
});
