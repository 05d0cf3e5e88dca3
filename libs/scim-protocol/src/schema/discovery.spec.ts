import type { Json, JsonObject } from '../messages/json';
import type { Attribute, Schema } from './definitions';
import { resourceTypeResource, schemaResource, serviceProviderConfig } from './discovery';
import { DISCOVERY_SCHEMAS } from './discovery-schemas';
import { ENTERPRISE_USER_SCHEMA } from './enterprise-user';
import { GROUP, GROUP_SCHEMA } from './group';
import { SchemaRegistry } from './schema-registry';
import { E, G, U } from './testing/bodies';
import { aDeviceType, DEVICE_URN, PLACE_URN } from './testing/device-type';
import { USER, USER_SCHEMA } from './user';

const BASE = 'https://h/scim';
const registry = new SchemaRegistry([USER, GROUP]);

function flatten(attributes: readonly Attribute[]): readonly Attribute[] {
  return attributes.flatMap((attribute) => [attribute, ...(attribute.subAttributes ?? [])]);
}

/** A published attribute, "emails.type", of a schema. */
function published(schema: Schema, path: string): JsonObject | undefined {
  const [name, sub] = path.split('.');
  const find = (list: Json | undefined, wanted: string | undefined) =>
    (list as readonly JsonObject[] | undefined)?.find((each) => each.name === wanted);
  const attribute = find(schemaResource(schema, BASE).attributes, name);
  return sub === undefined ? attribute : find(attribute?.subAttributes, sub);
}

describe('ServiceProviderConfig', () => {
  it('D-01 D-02 C-15 B26: tells what Rollcall does', () => {
    expect(serviceProviderConfig(BASE)).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 4194304 },
      filter: { supported: true, maxResults: 1000 },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
      pagination: {
        cursor: true,
        index: true,
        defaultPaginationMethod: 'index',
        defaultPageSize: 100,
        maxPageSize: 1000,
        cursorTimeout: 3600,
      },
      meta: { resourceType: 'ServiceProviderConfig', location: 'https://h/scim/ServiceProviderConfig' },
    });
  });

  it('D-03: a bearer token is oauthbearertoken', () => {
    expect(serviceProviderConfig(BASE).authenticationSchemes).toEqual([
      expect.objectContaining({ type: 'oauthbearertoken' }),
    ]);
  });

  it('D-05 H-27 B-21: says of each feature what it is told', () => {
    const config = serviceProviderConfig(BASE, {
      patch: false,
      sort: false,
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
      documentationUri: 'https://docs',
    });
    expect(config).toMatchObject({
      patch: { supported: false },
      sort: { supported: false },
      etag: { supported: true },
      bulk: { supported: false },
      documentationUri: 'https://docs',
    });
  });

  it('D-21: has no attribute that its published schema lacks, and all that are required', () => {
    const schema = DISCOVERY_SCHEMAS.find((each) => each.name === 'ServiceProviderConfig') as Schema;
    const {
      schemas: _schemas,
      meta: _meta,
      ...config
    } = serviceProviderConfig(BASE, { documentationUri: 'https://docs' });
    expect(Object.keys(config).sort()).toEqual(schema.attributes.map((attribute) => attribute.name).sort());
    for (const { name, subAttributes } of schema.attributes.filter((each) => each.type === 'complex')) {
      const [value] = [config[name]].flat() as readonly JsonObject[];
      const names = subAttributes?.map((each) => each.name) ?? [];
      expect(names).toEqual(expect.arrayContaining(Object.keys(value ?? {})));
      const required = subAttributes?.filter((each) => each.required).map((each) => each.name);
      expect(Object.keys(value ?? {})).toEqual(expect.arrayContaining(required ?? []));
    }
  });
});

describe('Schemas', () => {
  it('D-10 C85: each has its URN, name, description, attributes and place, and no null', () => {
    for (const schema of registry.schemas) {
      const resource = schemaResource(schema, BASE);
      expect(resource).toMatchObject({
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
        id: schema.id,
        name: expect.stringMatching(/./),
        description: expect.stringMatching(/./),
        meta: { resourceType: 'Schema', location: `${BASE}/Schemas/${schema.id}` },
      });
      expect(JSON.stringify(resource)).not.toContain('null');
    }
  });

  it('D-11: each attribute has all its characteristics', () => {
    for (const schema of registry.schemas) {
      const attributes = schemaResource(schema, BASE).attributes as readonly JsonObject[];
      for (const each of attributes.flatMap((one) => [one, ...((one.subAttributes ?? []) as readonly JsonObject[])])) {
        const names = ['name', 'type', 'multiValued', 'description', 'required', 'caseExact', 'mutability', 'returned'];
        expect(Object.keys(each)).toEqual(expect.arrayContaining(names));
        expect('subAttributes' in each).toBe(each.type === 'complex');
        expect('uniqueness' in each).toBe(each.type !== 'complex');
        expect('referenceTypes' in each).toBe(each.type === 'reference');
      }
    }
  });

  it('D-12 D-15: there is one for each URN that is used, those of discovery too', () => {
    const urns = registry.schemas.map((schema) => schema.id);
    const discovery = ['ServiceProviderConfig', 'ResourceType', 'Schema'].map(
      (name) => `urn:ietf:params:scim:schemas:core:2.0:${name}`,
    );
    expect(urns).toEqual([U, E, G, ...discovery]);
  });

  it('D-13: messages are none', () => {
    expect(registry.schema('urn:ietf:params:scim:api:messages:2.0:Error')).toBeUndefined();
  });

  it('D-16: the errata are in', () => {
    expect(published(GROUP_SCHEMA, 'displayName')).toMatchObject({ required: true });
    expect(published(ENTERPRISE_USER_SCHEMA, 'manager.value')).toMatchObject({ caseExact: true });
    expect(published(USER_SCHEMA, 'groups.$ref')).toMatchObject({ referenceTypes: ['Group'] });
    expect(published(USER_SCHEMA, 'x509Certificates.value')).toMatchObject({ type: 'binary' });
    expect(published(GROUP_SCHEMA, 'members.display')).toBeDefined();
    const types = registry.schema('urn:ietf:params:scim:schemas:core:2.0:ResourceType') as Schema;
    expect(published(types, 'name')).toMatchObject({ uniqueness: 'server' });
    expect(published(types, 'endpoint')).toMatchObject({ uniqueness: 'server' });
    expect(published(types, 'schemaExtensions')).toMatchObject({ multiValued: true });
    const references = registry.schemas
      .flatMap((schema) => flatten(schema.attributes))
      .filter((each) => each.type === 'reference');
    expect(references.filter((each) => !each.caseExact)).toEqual([]);
  });

  it('D-16: a schema describes attributes whose parts are not complex, and lists of reference types', () => {
    const schema = registry.schema('urn:ietf:params:scim:schemas:core:2.0:Schema') as Schema;
    const attributes = schema.attributes.find((each) => each.name === 'attributes') as Attribute;
    const typeOf = (parts: readonly Attribute[] | undefined) =>
      parts?.find((each) => each.name === 'type')?.canonicalValues;
    expect(typeOf(attributes.subAttributes)).toEqual(expect.arrayContaining(['binary', 'complex']));
    const subAttributes = attributes.subAttributes?.find((each) => each.name === 'subAttributes');
    expect(typeOf(subAttributes?.subAttributes)).not.toContain('complex');
    expect(subAttributes?.subAttributes?.find((each) => each.name === 'referenceTypes')?.multiValued).toBe(true);
  });

  it('D-17 S-24 S-36: users and groups have the characteristics of the RFC', () => {
    expect(published(USER_SCHEMA, 'userName')).toMatchObject({
      required: true,
      uniqueness: 'server',
      caseExact: false,
    });
    expect(published(USER_SCHEMA, 'groups')).toMatchObject({ mutability: 'readOnly' });
    expect(USER_SCHEMA.attributes.find((each) => each.name === 'password')).toMatchObject({
      mutability: 'writeOnly',
      returned: 'never',
    });
    for (const name of ['value', '$ref', 'type', 'display']) {
      expect(published(GROUP_SCHEMA, `members.${name}`)).toMatchObject({ mutability: 'immutable' });
    }
    expect(published(ENTERPRISE_USER_SCHEMA, 'manager.displayName')).toMatchObject({ mutability: 'readOnly' });
  });

  it.each(['emails', 'phoneNumbers', 'addresses'])(
    'C85 D-20: Microsoft derives %s[type eq "work"] from the values of its type',
    (name) => {
      expect(published(USER_SCHEMA, `${name}.type`)?.canonicalValues).toEqual(
        expect.arrayContaining(['work', 'other']),
      );
    },
  );

  it('C85 SEC-22: roles have no values of type; password and emails.display are not advertised', () => {
    expect(published(USER_SCHEMA, 'roles.type')).not.toHaveProperty('canonicalValues');
    expect(published(USER_SCHEMA, 'password')).toBeUndefined();
    expect(published(USER_SCHEMA, 'emails.display')).toBeUndefined();
    expect(published(USER_SCHEMA, 'phoneNumbers.type')?.canonicalValues).toEqual(
      expect.arrayContaining(['mobile', 'fax', 'pager']),
    );
  });

  it('X-01: the enterprise extension is whole', () => {
    expect(ENTERPRISE_USER_SCHEMA.attributes.map((each) => each.name).sort()).toEqual([
      'costCenter',
      'department',
      'division',
      'employeeNumber',
      'manager',
      'organization',
    ]);
  });
});

describe('ResourceTypes', () => {
  it('D-14 C87: id is the name, the endpoint is relative', () => {
    expect(resourceTypeResource(USER, BASE)).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
      id: 'User',
      name: 'User',
      endpoint: '/Users',
      description: expect.stringMatching(/./),
      schema: U,
      schemaExtensions: [{ schema: E, required: false }],
      meta: { resourceType: 'ResourceType', location: `${BASE}/ResourceTypes/User` },
    });
    expect(resourceTypeResource(GROUP, BASE)).not.toHaveProperty('schemaExtensions');
  });

  it('X-03 D-22: a registered type shows with its schemas, and is found by its endpoint', () => {
    const device = aDeviceType();
    const wider = new SchemaRegistry([USER, GROUP, device]);
    expect(wider.byEndpoint('/Devices')).toBe(device);
    expect(wider.byEndpoint('/devices')).toBeUndefined();
    expect(wider.byName('Device')).toBe(device);
    expect(wider.schemas.map((schema) => schema.id)).toEqual(expect.arrayContaining([DEVICE_URN, PLACE_URN]));
    expect(wider.schema(PLACE_URN.toUpperCase())?.id).toBe(PLACE_URN);
  });

  it('X-03: two types cannot share a name, an endpoint or a URN', () => {
    expect(() => new SchemaRegistry([USER, { ...GROUP, name: 'User' }])).toThrow('registered twice');
    expect(() => new SchemaRegistry([USER, { ...GROUP, endpoint: '/Users' }])).toThrow('registered twice');
    expect(() => new SchemaRegistry([USER, { ...GROUP, schema: { ...GROUP_SCHEMA, id: U } }])).toThrow(
      'registered twice',
    );
  });
});
