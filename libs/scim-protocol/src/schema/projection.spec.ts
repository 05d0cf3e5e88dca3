import type { JsonObject } from '../messages/json';
import { GROUP } from './group';
import { project } from './project';
import { type AttributeList, projectionExcludes, projectionIsWhole, readProjection } from './projection';
import { refusal } from '../messages/testing/refusal';
import { E, U } from './testing/bodies';
import { aDeviceType, DEVICE_URN, PLACE_URN } from './testing/device-type';
import { USER } from './user';

const X = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User';
const AMY: JsonObject = {
  schemas: [U, E, X],
  id: 'a1',
  userName: 'Amy@Ex.org',
  active: true,
  name: { givenName: 'Amy', familyName: 'Abel' },
  emails: [{ value: 'amy@work.ex', type: 'work', primary: true }, { value: 'amy@home.ex' }, { type: 'other' }],
  [E]: { employeeNumber: '7', department: 'R&D', manager: { value: 'b1', displayName: 'Bob' } },
  [X]: { tag: 'x', level: 2 },
  meta: { resourceType: 'User', location: 'https://h/Users/a1' },
};
const DEVICE: JsonObject = {
  schemas: [DEVICE_URN],
  id: 'd1',
  displayName: 'Router',
  notes: 'asked for',
  ports: [{ value: 80, label: 'web', memo: 'asked for' }],
  [PLACE_URN]: { room: 'A1', history: 'asked for' },
};

const only = (attributes: AttributeList) => project(USER, AMY, readProjection(USER, attributes));
const except = (names: AttributeList) => project(USER, AMY, readProjection(USER, undefined, names));
const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(AMY).filter(([name]) => !names.includes(name)));
const ALWAYS = { schemas: AMY.schemas, id: 'a1' };

describe('attributes', () => {
  it.each<[string, string, JsonObject]>([
    ['A-01', 'userName', { userName: 'Amy@Ex.org' }],
    ['A-04', 'name.givenName', { name: { givenName: 'Amy' } }],
    ['A-05', 'name', { name: { givenName: 'Amy', familyName: 'Abel' } }],
    ['A-04', 'name.givenName,name', { name: { givenName: 'Amy', familyName: 'Abel' } }],
    ['A-04', 'emails.value', { emails: [{ value: 'amy@work.ex' }, { value: 'amy@home.ex' }] }],
    ['N-05', 'USERNAME,Name.GivenName', { userName: 'Amy@Ex.org', name: { givenName: 'Amy' } }],
    ['N-07', `${U}:name.givenName`, { name: { givenName: 'Amy' } }],
    ['N-14', E, { [E]: { employeeNumber: '7', department: 'R&D', manager: { value: 'b1', displayName: 'Bob' } } }],
    [
      'N-14',
      E.toUpperCase(),
      { [E]: { employeeNumber: '7', department: 'R&D', manager: { value: 'b1', displayName: 'Bob' } } },
    ],
    ['A-16', `${E}:manager`, { [E]: { manager: { value: 'b1', displayName: 'Bob' } } }],
    ['A-16', `${E}:manager.value,${E}:department`, { [E]: { department: 'R&D', manager: { value: 'b1' } } }],
    ['A-16', 'meta.location', { meta: { location: 'https://h/Users/a1' } }],
    ['B07', `${X}:TAG`, { [X]: { tag: 'x' } }],
    ['B07', X.toLowerCase(), { [X]: { tag: 'x', level: 2 } }],
    ['A-06', 'password', {}],
    ['A-09', 'nope', {}],
    ['A-09', ' userName ,, ,nope', { userName: 'Amy@Ex.org' }],
    ['A-14', 'emails[type eq "work"]', {}],
    ['N-13', 'department', {}],
    ['SEC-28', '__proto__,constructor.prototype', {}],
    ['A-02', 'id', {}],
  ])('%s A-02: attributes=%s shows that, id and schemas', (_rule, attributes, expected) => {
    expect(only(attributes)).toEqual({ ...ALWAYS, ...expected });
  });

  it('A-11: they may be a list, with commas inside too', () => {
    expect(only(['userName', 'name.givenName,active'])).toEqual({
      ...ALWAYS,
      userName: 'Amy@Ex.org',
      name: { givenName: 'Amy' },
      active: true,
    });
  });

  it('S-23: what is returned on request shows by its name', () => {
    const device = aDeviceType();
    expect(project(device, DEVICE)).not.toHaveProperty('notes');
    expect(project(device, DEVICE, readProjection(device, 'notes'))).toEqual({
      schemas: [DEVICE_URN],
      id: 'd1',
      notes: 'asked for',
    });
    expect(project(device, DEVICE, readProjection(device, undefined, 'displayName'))).not.toHaveProperty('notes');
  });

  it('S-23: a sub-attribute too', () => {
    const device = aDeviceType();
    expect(project(device, DEVICE).ports).toEqual([{ value: 80, label: 'web' }]);
    expect(project(device, DEVICE, readProjection(device, 'ports')).ports).toEqual([{ value: 80, label: 'web' }]);
    expect(project(device, DEVICE, readProjection(device, 'ports.memo')).ports).toEqual([
      { label: 'web', memo: 'asked for' },
    ]);
  });

  it('S-23 N-14: nor does naming an extension ask for all of it', () => {
    const device = aDeviceType();
    const shown = (attributes?: string) => project(device, DEVICE, readProjection(device, attributes))[PLACE_URN];
    expect(shown()).toEqual({ room: 'A1' });
    expect(shown(PLACE_URN)).toEqual({ room: 'A1' });
    expect(shown(`${PLACE_URN}:history`)).toEqual({ history: 'asked for' });
  });

  it('S-23: and in the answer to a write that has it', () => {
    expect(project(aDeviceType(), DEVICE, undefined, new Set(['notes']))).toHaveProperty('notes', 'asked for');
  });

  it('S-22: a sub-attribute that is always returned stays with its attribute', () => {
    const device = aDeviceType();
    expect(project(device, DEVICE, readProjection(device, 'ports.value')).ports).toEqual([{ value: 80, label: 'web' }]);
    expect(project(device, DEVICE, readProjection(device, undefined, 'ports.label,ports.value')).ports).toEqual([
      { label: 'web' },
    ]);
  });

  it('S-21: what is never returned does not show, even if it were stored', () => {
    expect(project(USER, { ...AMY, password: 'x' })).toEqual(AMY);
    expect(only('userName,password')).not.toHaveProperty('password');
  });
});

describe('excludedAttributes', () => {
  it.each<[string, string, JsonObject]>([
    ['A-03', 'emails,id,schemas', without('emails')],
    ['A-04', 'emails.type,emails.primary', { ...AMY, emails: [{ value: 'amy@work.ex' }, { value: 'amy@home.ex' }] }],
    ['N-14', E, without(E)],
    ['A-03', `${E}:manager,${E}:department`, { ...AMY, [E]: { employeeNumber: '7' } }],
    ['B07', `${X}:tag`, { ...AMY, [X]: { level: 2 } }],
    ['B07', X, without(X)],
    ['A-09', 'nope', AMY],
    ['A-03', 'META', without('meta')],
  ])('%s: %s goes, the rest stays', (_rule, names, expected) => {
    expect(except(names)).toEqual(expected);
  });
});

describe('reading both parameters', () => {
  it('A-09: none, empty ones and blanks are no projection', () => {
    for (const nothing of [undefined, '', ' , ,', []]) expect(readProjection(USER, nothing, nothing)).toBeUndefined();
  });

  it('A-10: both at once are refused', () => {
    expect(refusal(() => readProjection(USER, 'userName', 'emails'))).toContain('400 invalidValue');
    expect(refusal(() => readProjection(USER, 'userName', ''))).toBe('accepted');
  });

  it('SEC-25: at most 100 names', () => {
    const names = (count: number) => Array.from({ length: count }, () => 'userName').join(',');
    expect(refusal(() => readProjection(USER, names(100)))).toBe('accepted');
    expect(refusal(() => readProjection(USER, names(101)))).toBe(
      '400 invalidValue: attributes: 101 names; at most 100 are taken.',
    );
  });

  it('A-13 C71: members need not be read when they are not shown', () => {
    const excludes = (attributes?: string, excluded?: string) =>
      projectionExcludes(readProjection(GROUP, attributes, excluded), 'members');
    expect(excludes(undefined, 'members')).toBe(true);
    expect(excludes(undefined, 'MEMBERS')).toBe(true);
    expect(excludes('displayName')).toBe(true);
    expect(excludes('nope')).toBe(true);
    expect(excludes(undefined, 'members.display')).toBe(false);
    expect(excludes('members.value')).toBe(false);
    expect(excludes(undefined, 'displayName')).toBe(false);
    expect(excludes()).toBe(false);
  });

  it('A-09: a projection that takes nothing away is whole', () => {
    expect(projectionIsWhole(undefined)).toBe(true);
    expect(projectionIsWhole(readProjection(USER, undefined, 'nope'))).toBe(true);
    expect(projectionIsWhole(readProjection(USER, undefined, 'emails'))).toBe(false);
    expect(projectionIsWhole(readProjection(USER, 'nope'))).toBe(false);
  });
});
