import type { JsonObject } from '../../messages/json';
import type { ResourceType } from '../definitions';
import { parseResourceType, parseSchema } from '../parse-schema';

export const DEVICE_URN = 'urn:example:params:scim:schemas:core:2.0:Device';
export const PLACE_URN = 'urn:example:params:scim:schemas:extension:place:2.0:Device';

/** A schema with one attribute of each type and characteristic that users and groups do not have. */
export const DEVICE_SCHEMA_JSON: JsonObject = {
  id: DEVICE_URN,
  name: 'Device',
  description: 'A thing with a network address.',
  attributes: [
    { name: 'displayName', required: true },
    { name: 'slots', type: 'integer' },
    { name: 'weight', type: 'decimal' },
    { name: 'bought', type: 'dateTime' },
    { name: 'key', type: 'binary' },
    { name: 'page', type: 'reference', referenceTypes: ['external'] },
    { name: 'serials', multiValued: true, caseExact: true },
    { name: 'factory', mutability: 'immutable' },
    { name: 'secret', mutability: 'writeOnly', returned: 'never' },
    { name: 'pin', mutability: 'writeOnly' },
    { name: 'notes', returned: 'request' },
    { name: 'rank', type: 'integer', mutability: 'readOnly' },
    {
      name: 'ports',
      type: 'complex',
      multiValued: true,
      subAttributes: [
        { name: 'value', type: 'integer', required: true },
        { name: 'label', returned: 'always' },
        { name: 'memo', returned: 'request' },
        { name: 'primary', type: 'boolean' },
      ],
    },
  ],
};

export const PLACE_SCHEMA_JSON: JsonObject = {
  id: PLACE_URN,
  name: 'Place',
  attributes: [
    { name: 'room', required: true },
    { name: 'floor', type: 'integer' },
    { name: 'displayName' },
    { name: 'history', returned: 'request' },
  ],
};

/** A type that an operator might register, with an extension that each device must have, or may have. */
export function aDeviceType({ placeRequired = false } = {}): ResourceType {
  return parseResourceType(
    {
      name: 'Device',
      endpoint: '/Devices',
      description: 'Things.',
      schema: DEVICE_URN,
      schemaExtensions: [{ schema: PLACE_URN, required: placeRequired }],
    },
    [parseSchema(DEVICE_SCHEMA_JSON), parseSchema(PLACE_SCHEMA_JSON)],
  );
}

export function aDeviceBody(attributes: JsonObject = {}): JsonObject {
  return { schemas: [DEVICE_URN], displayName: 'Router', ...attributes };
}
