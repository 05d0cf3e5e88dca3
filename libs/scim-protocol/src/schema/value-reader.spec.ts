import type { Json, JsonArray, JsonObject } from '../messages/json';
import { Trail } from '../messages/note';
import { readJson } from '../messages/read-json';
import { resolveAttribute } from './resolve-attribute';
import { refusal } from '../messages/testing/refusal';
import { E, read, readUser } from './testing/bodies';
import { aDeviceBody, aDeviceType, DEVICE_URN } from './testing/device-type';
import { USER } from './user';
import { readAttributeElement, readAttributeValue } from './value-reader';

const device = aDeviceType();
const readDevice = (attributes: Record<string, Json>) => read(device, aDeviceBody(attributes)).resource;
const refusedDevice = (attributes: Record<string, Json>) => refusal(() => readDevice(attributes));

/** The attribute of the body is written as JSON text, because some rules look at how a number was written. */
const deviceText = (name: string, value: string) =>
  read(device, readJson(`{"schemas":["${DEVICE_URN}"],"displayName":"R","${name}":${value}}`)).resource[name];

describe('plain values', () => {
  it('S-08 F-11 C21: a boolean is a JSON boolean or its text in any letter case, and the text is noted', () => {
    for (const [sent, expected] of [
      [true, true],
      ['True', true],
      ['false', false],
      ['FALSE', false],
    ] as const) {
      const { resource, notes } = readUser({ active: sent });
      expect(resource.active).toBe(expected);
      expect(notes.map((note) => note.rule)).toEqual(sent === expected ? [] : ['booleanText']);
    }
    for (const sent of ['yes', '', 'truthy', 1, 0, ['True'], 'İ']) {
      expect(refusal(() => readUser({ active: sent }))).toContain('400 invalidValue: active: expected true or false');
    }
  });

  it.each(['42', '0', '-7', '9007199254740991'])('S-09: the integer %s is kept', (text) => {
    expect(deviceText('slots', text)).toBe(Number(text));
  });

  it.each(['1.5', '1.0', '1e3', '"42"', 'true', '{"a":1}', '[1]'])('S-09: %s is no integer', (text) => {
    expect(refusal(() => deviceText('slots', text))).toContain('400 invalidValue: slots');
  });

  it('S-09: also below a list', () => {
    expect(deviceText('ports', '[{"value":8080}]')).toEqual([{ value: 8080 }]);
    expect(refusal(() => deviceText('ports', '[{"value":80.0}]'))).toContain('400 invalidValue: ports[0].value');
  });

  it('S-09: a decimal may be written either way', () => {
    expect(deviceText('weight', '1.0')).toBe(1);
    expect(deviceText('weight', '0.25')).toBe(0.25);
    expect(refusal(() => deviceText('weight', '"1"'))).toContain('400 invalidValue: weight');
  });

  it.each([
    ['2026-01-31T10:00:00Z', '2026-01-31T10:00:00.000Z'],
    ['2026-01-31T12:00:00.5+02:00', '2026-01-31T10:00:00.500Z'],
    ['2026-01-31T10:00:00', '2026-01-31T10:00:00.000Z'],
    ['2024-02-29T00:00:00-00:30', '2024-02-29T00:30:00.000Z'],
  ])('S-10: %s is the instant %s', (sent, expected) => {
    expect(readDevice({ bought: sent }).bought).toBe(expected);
  });

  it.each(['2026-01-01', '', 'yesterday', '2026-02-30T00:00:00Z', '2026-01-01T25:00:00Z', '2026-01-01T00:00:00+99:00'])(
    'S-10: %j is no date and time',
    (sent) => {
      expect(refusedDevice({ bought: sent })).toContain('400 invalidValue: bought');
    },
  );

  it.each(['aGk', 'aGk=', 'aGkx', '', '-_-_'])('S-11: %j is base64 and kept as sent', (sent) => {
    expect(readDevice({ key: sent }).key).toBe(sent);
  });

  it.each(['%%', 'a', 'aGkxa', 'aGk==', '=', 'a===', 'aG k', 'aGé'])('S-11: %j is no base64', (sent) => {
    expect(refusedDevice({ key: sent })).toContain('400 invalidValue: key');
  });

  it.each<[string, Json]>([
    ['S-12', { profileUrl: 'FPOCWAGSMIDK' }],
    ['S-29', { emails: [{ value: 'x', type: 'boat' }] }],
    ['S-31', { addresses: [{ country: 'Estonia' }] }],
    ['S-32', { emails: [{ value: 'bjensen@EXAMPLE.COM' }], phoneNumbers: [{ value: '45-955-7623' }] }],
    ['S-33', { locale: 'en_US', timezone: 'Nowhere', preferredLanguage: 'upd-1a2b3c4d' }],
    ['S-34', { x509Certificates: [{ value: 'aGk=' }] }],
    ['S-41', { displayName: '🙂 ‮עברית e\u0301', nickName: 'José' }],
    ['C59', { emails: [{ value: 'upd-1a2b3c4d' }] }],
  ])('%s: no format is refused or changed: %j', (_rule, attributes) => {
    expect(readUser(attributes as Record<string, Json>).resource).toMatchObject(attributes as object);
  });

  it('C24: an object without anything in it, as Entra sends it for a mapping without value, is no value', () => {
    expect(readUser({ title: {}, roles: [{ value: {} }] }).resource).toEqual(readUser().resource);
  });
});

describe('objects and lists', () => {
  it('S-13: an object is needed where the schema has one, and a plain value where it has none', () => {
    for (const name of ['Amy', 5, true, ['a']] as const)
      expect(refusal(() => readUser({ name }))).toContain('400 invalidValue: name');
    expect(refusal(() => readUser({ title: { a: 1 } }))).toContain('400 invalidValue: title');
    expect(refusal(() => readUser({ name: { givenName: { a: 1 } } }))).toContain('400 invalidValue: name.givenName');
    expect(refusal(() => readUser({ [E]: 'x' }))).toContain(`400 invalidValue: ${E}: expected an object`);
  });

  it('S-14: a list is needed where the schema has one, and only there', () => {
    expect(refusal(() => readUser({ emails: { value: 'a' } }))).toBe('400 invalidValue: emails: expected a list');
    expect(refusal(() => readUser({ title: ['a'] }))).toContain('400 invalidValue: title');
    expect(readDevice({ serials: ['a', 'A', 'a', null] }).serials).toEqual(['a', 'A']);
  });

  it('S-15 P-44: two primary elements are refused, also when they are written as text', () => {
    const emails: Json = [
      { value: 'a', primary: true },
      { value: 'b', primary: 'True' },
    ];
    expect(refusal(() => readUser({ emails }))).toBe('400 invalidValue: emails: only one element may be primary');
    expect(
      refusal(() =>
        readUser({
          emails: [
            { value: 'a', primary: true },
            { value: 'b', primary: false },
          ],
        }),
      ),
    ).toBe('accepted');
  });

  it('S-17: equal elements are stored once, and are primary when one of them was', () => {
    const emails: JsonArray = [
      { value: 'a', type: 'work' },
      { type: 'work', value: 'a' },
      { value: 'a', type: 'home' },
    ];
    expect(readUser({ emails }).resource.emails).toEqual([
      { value: 'a', type: 'work' },
      { value: 'a', type: 'home' },
    ]);
    const marked: JsonArray = [{ value: 'a' }, { value: 'b' }, { value: 'a', primary: true }];
    expect(readUser({ emails: marked }).resource.emails).toEqual([{ value: 'a', primary: true }, { value: 'b' }]);
    const named = [
      { value: 'a', display: 'x' },
      { value: 'a', display: 'y' },
    ];
    expect(readUser({ roles: named }).resource.roles).toEqual(named);
  });

  it('S-18 S-19: null, empty lists and objects of nothing are no value; the empty text is one', () => {
    const empty: JsonObject = {
      title: null,
      emails: [],
      name: {},
      addresses: [{}, null, { type: null }],
      phoneNumbers: null,
      [E]: {},
    };
    expect(readUser(empty).resource).toEqual(readUser().resource);
    expect(readUser({ title: '', name: { givenName: '' } }).resource).toMatchObject({
      title: '',
      name: { givenName: '' },
    });
  });
});

describe('one attribute by itself', () => {
  const emails = resolveAttribute(USER, 'emails')?.attribute ?? missing('emails is an attribute');
  const ports = resolveAttribute(device, 'ports')?.attribute ?? missing('ports is an attribute');

  it('P-45: reads like the same attribute of a resource', () => {
    const trail = new Trail();
    expect(readAttributeValue(emails, [{ VALUE: 'a', primary: 'true' }], 'emails', trail, { operation: 3 })).toEqual([
      { value: 'a', primary: true },
    ]);
    expect(trail.notes).toMatchObject([
      { kind: 'rewritten', rule: 'booleanText', operation: 3, before: 'true', after: true },
    ]);
    expect(refusal(() => readAttributeValue(emails, 'a', 'emails', trail))).toBe(
      '400 invalidValue: emails: expected a list',
    );
  });

  it('P-15 P-42: an element is an object, or nothing', () => {
    expect(readAttributeElement(emails, { Type: 'work' }, 'emails', new Trail())).toEqual({ type: 'work' });
    expect(readAttributeElement(emails, null, 'emails', new Trail())).toBeUndefined();
    expect(readAttributeValue(emails, [], 'emails', new Trail())).toBeUndefined();
  });

  it('P-46: a part may lack what a whole element must have', () => {
    expect(refusal(() => readAttributeElement(ports, { label: 'a' }, 'ports', new Trail()))).toContain(
      'ports.value: required',
    );
    expect(readAttributeElement(ports, { label: 'a' }, 'ports', new Trail(), { partial: true })).toEqual({
      label: 'a',
    });
  });
});

function missing(reason: string): never {
  throw new Error(reason);
}
