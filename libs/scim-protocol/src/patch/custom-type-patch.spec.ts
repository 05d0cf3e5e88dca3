import type { OperationExample } from '../dialects/rewrite';
import { TEST_EXTENSION_URN as X, TEST_RESOURCE, TEST_RESOURCE_URN } from '../fixtures/test-resource';
import { add, patchUser, refusalOf, remove, replace } from '../fixtures/patching';
import type { JsonObject } from '../messages/json';

const GIVEN: JsonObject = {
  schemas: [TEST_RESOURCE_URN, X],
  name: 'thing',
  requiredStrings: ['a', 'b'],
  [X]: { level: '1' },
};

const patch = (given: JsonObject, ...operations: OperationExample[]) =>
  patchUser({ ...GIVEN, ...given }, operations, { type: TEST_RESOURCE });
const refused = (given: JsonObject, ...operations: OperationExample[]) =>
  refusalOf(() => patch(given, ...operations)).scimType;

describe('a PATCH of a type that is registered as data', () => {
  it('P-32 R-17: sets an immutable attribute once, and takes the same value again', () => {
    expect(patch({}, add('immutableAttr', 'x')).resource).toMatchObject({ immutableAttr: 'x' });
    expect(patch({ immutableAttr: 'x' }, replace('immutableAttr', 'x')).changed).toBe(false);
    expect(refused({ immutableAttr: 'x' }, replace('immutableAttr', 'y'))).toBe('mutability');
    expect(refused({ immutableAttr: 'x' }, remove('immutableAttr'))).toBe('mutability');
    expect(refused({ immutableAttr: 'x' }, { op: 'add', value: { immutableAttr: 'y' } })).toBe('mutability');
  });

  it('P-32: sets an immutable part of an element once', () => {
    const parts = [{ code: 'c', serial: '1' }];

    expect(patch({ parts: [{ code: 'c' }] }, replace('parts[code eq "c"].serial', '1')).resource).toMatchObject({
      parts,
    });
    expect(refused({ parts }, replace('parts[code eq "c"].serial', '2'))).toBe('mutability');
    expect(refused({ parts }, add('parts[code eq "c"]', { serial: '2' }))).toBe('mutability');
    expect(patch({ parts }, remove('parts[serial eq "1"]')).resource).not.toHaveProperty('parts');
  });

  it('P-31: refuses a read-only attribute and a read-only part', () => {
    expect(refused({}, replace('readOnlyAttr', 'x'))).toBe('mutability');
    expect(refused({ parts: [{ code: 'c' }] }, replace('parts[code eq "c"].secret', 'x'))).toBe('mutability');
  });

  it('P-57 S-21: takes a write-only value without keeping it', () => {
    expect(patch({}, replace('writeOnlyAttr', 'x'))).toMatchObject({ changed: false });
  });

  it('P-29: keeps the last value of a required list', () => {
    expect(patch({}, remove('requiredStrings[value eq "a"]')).resource['requiredStrings']).toEqual(['b']);
    expect(refused({}, remove('requiredStrings'))).toBe('mutability');
    expect(refused({}, replace('requiredStrings', []))).toBe('mutability');
    expect(refused({}, remove('requiredStrings[value sw ""]'))).toBe('mutability');
  });

  it('P-46 P-29: keeps the required part of an element, also when it is built piece by piece', () => {
    expect(refused({ parts: [{ code: 'c', note: 'n' }] }, remove('parts[code eq "c"].code'))).toBe('mutability');
    expect(refused({}, add('parts', [{ note: 'n' }]))).toBe('invalidValue');
    expect(refused({}, add('parts[note eq "n"].serial', '1'))).toBe('invalidValue');
    expect(
      patch({}, add('parts[note eq "n"].serial', '1'), add('parts[note eq "n"].code', 'c')).resource,
    ).toMatchObject({
      parts: [{ note: 'n', serial: '1', code: 'c' }],
    });
  });

  it('P-54: addresses the elements of a list of plain values by value', () => {
    const given = { multiStrings: ['x', 'y'] };

    expect(patch(given, remove('multiStrings[value eq "X"]')).resource['multiStrings']).toEqual(['y']);
    expect(patch(given, replace('multiStrings[value eq "x"]', 'z')).resource['multiStrings']).toEqual(['z', 'y']);
    expect(patch(given, replace('multiStrings[value eq "x"].value', 'z')).resource['multiStrings']).toEqual(['z', 'y']);
    expect(patch(given, add('multiStrings', 'z')).resource['multiStrings']).toEqual(['x', 'y', 'z']);
    expect(patch(given, add('multiStrings', ['x', 'z'])).resource['multiStrings']).toEqual(['x', 'y', 'z']);
    expect(patch(given, { op: 'remove', path: 'multiStrings', value: ['y'] }).resource['multiStrings']).toEqual(['x']);
    expect(patch(given, remove('multiStrings.value')).resource).not.toHaveProperty('multiStrings');
    expect(patch({}, add('multiStrings[value eq "n"]', 'n')).resource['multiStrings']).toEqual(['n']);
  });

  it('S-05: never loses an extension that the type requires', () => {
    expect(refused({}, remove(X))).toBe('mutability');
    expect(refused({}, replace(X, null))).toBe('mutability');
    expect(refused({}, remove(`${X}:level`))).toBe('mutability');
    expect(patch({}, replace(X, { colour: 'red' })).resource[X]).toEqual({ level: '1', colour: 'red' });
  });

  it.each([
    ['integerAttr', 1.5],
    ['integerAttr', '1'],
    ['decimalAttr', '1.5'],
    ['dateTimeAttr', '2026-01-01'],
    ['binaryAttr', '%%'],
    ['flagAttr', 'maybe'],
    ['multiStrings', [5]],
    ['parts', [{ code: 5 }]],
    ['exactAttr', { a: 1 }],
  ])('P-45: %s does not take %j', (path, value) => {
    expect(refused({}, replace(path, value))).toBe('invalidValue');
  });

  it('P-13: keeps an instant that is the same in another zone', () => {
    const given = { dateTimeAttr: '2026-01-31T10:00:00.000Z' };

    expect(patch(given, replace('dateTimeAttr', '2026-01-31T12:00:00+02:00')).changed).toBe(false);
  });

  it('N-08: wants its own URNs', () => {
    expect(patch({}, replace(`${TEST_RESOURCE_URN}:exactAttr`, 'x')).resource).toMatchObject({ exactAttr: 'x' });
    expect(patch({}, replace(`${X}:colour`, 'x')).resource[X]).toMatchObject({ colour: 'x' });
    expect(refused({}, replace(`${X}.colour`, 'x'))).toBe('invalidPath');
  });
});
