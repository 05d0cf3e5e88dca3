import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import { readBulkRequest } from '../messages/bulk-request';
import { Trail } from '../messages/note';
import { readPatchRequest } from '../messages/patch-request';
import { readJson } from '../messages/read-json';
import { ScimError } from '../messages/scim-error';
import { BULK_REQUEST_URN, PATCH_URN, SEARCH_URN } from '../messages/urns';
import { GROUP } from './group';
import { readSearchRequest } from './list-query';
import { parseSchema } from './parse-schema';
import { readResource } from './read-resource';
import { PROPERTY_RUNS } from './testing/arbitrary-resource';
import { E, G, U } from './testing/bodies';
import { aDeviceType, DEVICE_URN, PLACE_URN } from './testing/device-type';
import { USER } from './user';

const NAMES = [
  'schemas',
  'userName',
  'displayName',
  'name',
  'emails',
  'members',
  'value',
  'primary',
  'active',
  'roles',
  'manager',
  'meta',
  'id',
  'Operations',
  'op',
  'path',
  'method',
  'bulkId',
  'data',
  'failOnErrors',
  'filter',
  'count',
  'attributes',
  'subAttributes',
  'type',
  'slots',
  'ports',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  ' ',
  'emails[type eq "work"].value',
  'name.givenName',
  E,
  U,
  G,
  PLACE_URN,
  `${E}:manager`,
  'urn:',
  'urn:x',
  'urn:example:other',
];
const LEAVES: readonly Json[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  1e300,
  '',
  ' ',
  'True',
  'x',
  '{"value":"1"}',
  '{',
  '__proto__',
  U,
  E,
  'bulkId:x',
  '/Users',
  'POST',
  'add',
];

const { value: anyValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom(...LEAVES),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 6 }).map(ownObject),
  ),
}));

/** With `__proto__` as a property of its own, as the parser makes it. */
function ownObject(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(entries);
}

const READERS: readonly (readonly [string, string | undefined, (body: Json) => unknown])[] = [
  ['a user', U, (body) => readResource(USER, body, new Trail())],
  ['a group', G, (body) => readResource(GROUP, body, new Trail())],
  ['a device', DEVICE_URN, (body) => readResource(aDeviceType(), body, new Trail())],
  ['a PATCH', PATCH_URN, (body) => readPatchRequest(body)],
  ['a bulk request', BULK_REQUEST_URN, (body) => readBulkRequest(body)],
  ['a search', SEARCH_URN, (body) => readSearchRequest(body, USER)],
  ['a schema', undefined, (body) => parseSchema(body)],
];

/** With the right `schemas` most of the time, so that the rest is looked at. */
function bodies(urn: string | undefined): fc.Arbitrary<Json> {
  const attributes = fc.array(fc.tuple(fc.constantFrom(...NAMES), anyValue), { maxLength: 10 }).map(ownObject);
  if (urn === undefined) return fc.oneof(anyValue, attributes);
  const named = attributes.map((object): Json => ({ ...object, schemas: [urn], userName: 'ada', displayName: 'Ada' }));
  return fc.oneof(anyValue, attributes, named, named);
}

function outcome(read: () => unknown): 'read' | 'refused' {
  try {
    read();
    return 'read';
  } catch (error) {
    if (error instanceof ScimError && error.status < 500) return 'refused';
    throw error;
  }
}

describe('hostile bodies', () => {
  it.each(READERS)(
    'SEC-28 SEC-29: %s of wrong types in every place is read or refused, and pollutes nothing',
    (_what, urn, read) => {
      fc.assert(
        fc.property(bodies(urn), (body) => {
          expect(['read', 'refused']).toContain(outcome(() => read(body)));
          const inherited: string[] = [];
          for (const name in {}) inherited.push(name);
          expect(inherited).toEqual([]);
          expect(Object.getPrototypeOf({})).toBe(Object.prototype);
        }),
        { numRuns: PROPERTY_RUNS * 2 },
      );
    },
  );

  it('SEC-28: nothing that is read has another prototype than an object of ours', () => {
    fc.assert(
      fc.property(bodies(U), (body) => {
        let resource: Json = null;
        outcome(() => (resource = readResource(USER, body, new Trail()).resource));
        expect(foreignPrototypes(resource)).toBe(0);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('SEC-29: random text, cut and bent JSON is parsed as JSON.parse does it, or refused', () => {
    const source = anyValue.map((value) => JSON.stringify(value));
    const bent = fc.tuple(
      source,
      fc.nat(),
      fc.constantFrom('', ',', ':', '"', '\\', '{', ']', '\\u0000', '1e400', '-0', '\ud800', '\ufeff'),
    );
    fc.assert(
      fc.property(bent, ([text, at, insert]) => {
        const place = at % (text.length + 1);
        const changed = text.slice(0, place) + insert + text.slice(place);
        let read: Json | undefined;
        if (outcome(() => (read = readJson(changed))) === 'read')
          expect(read).toEqual(JSON.parse(changed.replace(/^\ufeff/, '')));
      }),
      { numRuns: PROPERTY_RUNS * 5 },
    );
  });
});

function foreignPrototypes(value: Json): number {
  if (Array.isArray(value))
    return (value as readonly Json[]).reduce<number>((sum, each) => sum + foreignPrototypes(each), 0);
  if (!isJsonObject(value)) return 0;
  const own = Object.getPrototypeOf(value) === Object.prototype ? 0 : 1;
  return Object.values(value).reduce<number>((sum, each) => sum + foreignPrototypes(each), own);
}
