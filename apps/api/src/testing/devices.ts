/** The registered types that the specs of this folder speak of: a device with an extension, and a room. */
export const DEVICE = 'urn:example:params:scim:schemas:core:2.0:Device';
export const PLACE = 'urn:example:params:scim:schemas:extension:place:2.0:Device';
export const ROOM = 'urn:example:params:scim:schemas:core:2.0:Room';

export const DEVICES_FILE = {
  schemas: [
    {
      id: DEVICE,
      name: 'Device',
      description: 'A thing with a network address.',
      attributes: [
        { name: 'displayName', required: true },
        { name: 'serialNumber', required: true, uniqueness: 'server' },
        { name: 'assetTag', caseExact: true, uniqueness: 'server' },
        { name: 'slots', type: 'integer', uniqueness: 'server' },
        { name: 'weight', type: 'decimal' },
        { name: 'bought', type: 'dateTime' },
        { name: 'active', type: 'boolean' },
        { name: 'labels', multiValued: true, caseExact: true },
        { name: 'factory', mutability: 'immutable' },
        { name: 'rank', type: 'integer', mutability: 'readOnly' },
        { name: 'pin', mutability: 'writeOnly', returned: 'never' },
        { name: 'notes', returned: 'request' },
        { name: 'userName', type: 'integer' },
        {
          name: 'ports',
          type: 'complex',
          multiValued: true,
          subAttributes: [
            { name: 'value', type: 'integer', required: true },
            { name: 'type', canonicalValues: ['ethernet', 'usb'] },
            { name: 'memo', returned: 'request' },
            { name: 'primary', type: 'boolean' },
          ],
        },
      ],
    },
    {
      id: PLACE,
      name: 'Place',
      attributes: [
        { name: 'room', required: true },
        { name: 'badge', uniqueness: 'server' },
      ],
    },
    { id: ROOM, name: 'Room', attributes: [{ name: 'displayName' }, { name: 'title', type: 'integer' }] },
  ],
  resourceTypes: [
    {
      name: 'Device',
      endpoint: '/Devices',
      description: 'Things.',
      schema: DEVICE,
      schemaExtensions: [{ schema: PLACE, required: false }],
    },
    { name: 'Room', endpoint: '/Rooms', schema: ROOM },
  ],
};

let devices = 0;

/** The body of a POST; the serial number is one that no other has. */
export function aDevice(attributes: Readonly<Record<string, unknown>> = {}) {
  devices += 1;
  return { schemas: [DEVICE], displayName: `Router ${devices}`, serialNumber: `SN-${devices}`, ...attributes };
}
