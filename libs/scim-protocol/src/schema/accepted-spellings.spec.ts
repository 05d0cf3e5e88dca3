import type { Json } from '../messages/json';
import { refusal } from '../messages/testing/refusal';
import { E, readUser } from './testing/bodies';

const manager = (sent: Json) => {
  const data = readUser({ [E]: { manager: sent } }).resource[E] as { readonly manager: Json } | undefined;
  return data?.manager;
};
const role = (sent: Json) => (readUser({ roles: [sent] }).resource.roles as readonly Json[])[0];

describe('the manager', () => {
  it.each<[string, Json, Json]>([
    ['a text', '42', { value: '42' }],
    ['an object', { value: '42' }, { value: '42' }],
    ['an object in other letter case', { VALUE: '42' }, { value: '42' }],
    ['a list of one', [{ $ref: '../Users/42', value: '42' }], { $ref: '../Users/42', value: '42' }],
    ['a list of one text', ['42'], { value: '42' }],
    ['an object with a null', { value: '42', $ref: null }, { value: '42' }],
  ])('C54: is understood as %s, and always stored as an object', (_form, sent, expected) => {
    expect(manager(sent)).toEqual(expected);
  });

  it.each<Json>([
    '',
    null,
    [],
    {},
    { value: '' },
    { value: null },
    { VALUE: '' },
    [{ value: '' }],
    { value: '', $ref: 'x' },
  ])('C54: %j means that there is none', (sent) => {
    expect(manager(sent)).toBeUndefined();
  });

  it.each<Json>([5, true, [{ value: 'a' }, { value: 'b' }], { value: 5 }])('S-13: %j is refused', (sent) => {
    expect(refusal(() => manager(sent))).toContain(`400 invalidValue: ${E}:manager`);
  });

  it('R-29 C25: an id that nobody has is kept', () => {
    expect(manager({ value: 'RANDOMLETTER' })).toEqual({ value: 'RANDOMLETTER' });
  });

  it('C54: another form is noted with what it was and what it became', () => {
    expect(readUser({ [E]: { manager: '42' } }).notes).toMatchObject([
      { kind: 'rewritten', rule: 'managerSpelling', before: '42', after: { value: '42' } },
    ]);
    expect(readUser({ [E]: { manager: { value: '42' } } }).notes).toEqual([]);
  });
});

describe('roles', () => {
  it('C60: JSON in a text is read as that JSON; its id stays out', () => {
    const text = '{"id":"06b0","value":"25","displayName":"Role1234"}';
    expect(role({ value: text })).toEqual({ value: '25', display: 'Role1234' });
    expect(role({ value: text, type: 'R', primary: 'True' })).toEqual({
      value: '25',
      display: 'Role1234',
      type: 'R',
      primary: true,
    });
    expect(readUser({ roles: [{ value: text }] }).notes).toMatchObject([{ rule: 'roleAsText' }]);
  });

  it('C60: displayName is read as display, unless there is one', () => {
    expect(role({ value: 'Admin', displayName: 'Admin', primary: false })).toEqual({
      value: 'Admin',
      display: 'Admin',
      primary: false,
    });
    expect(role({ value: 'Admin', displayName: 'A', display: 'B' })).toEqual({ value: 'Admin', display: 'B' });
  });

  it.each([
    '{',
    '{}',
    '{"a":1}',
    '{"value":5}',
    '[1]',
    '{"value":"a","value":"b"}',
    `{"value":"\\u0000"}`,
    '{'.repeat(1000),
  ])('C60: the text %j is not such JSON and stays as it is', (value) => {
    expect(role({ value })).toEqual({ value });
  });

  it('C60 C27: the element as the validator posts it', () => {
    expect(role({ primary: 'True', display: 'P', value: 'Q', type: 'R' })).toEqual({
      primary: true,
      display: 'P',
      value: 'Q',
      type: 'R',
    });
    expect(readUser({ roles: [] }).resource).toEqual(readUser().resource);
  });
});
