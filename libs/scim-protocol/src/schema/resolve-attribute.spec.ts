import { simple } from './attribute';
import { GROUP } from './group';
import { matchSchemaUrn, resolveAttribute } from './resolve-attribute';
import { E, U } from './testing/bodies';
import { aDeviceType } from './testing/device-type';
import { USER } from './user';

/** The resolved path, written out in the schema's spelling. */
function resolved(name: string, type = USER): string | undefined {
  const path = resolveAttribute(type, name);
  if (!path) return undefined;
  const prefix = path.extension === undefined ? '' : `${path.extension}:`;
  return prefix + [path.attribute.name, ...(path.subAttribute ? [path.subAttribute.name] : [])].join('.');
}

describe('attribute names', () => {
  it.each([
    ['N-03', 'USERNAME', 'userName'],
    ['N-04', 'NAME.GIVENNAME', 'name.givenName'],
    ['N-05', 'Emails.Value', 'emails.value'],
    ['N-06', `${U.toUpperCase()}:username`, 'userName'],
    ['N-07', `${U}:name.givenName`, 'name.givenName'],
    ['N-08', `${E}:manager.value`, `${E}:manager.value`],
    ['N-08', `${E.toUpperCase()}:DEPARTMENT`, `${E}:department`],
    ['N-12', `${E}:manager.$ref`, `${E}:manager.$ref`],
    ['N-12', 'groups.$ref', 'groups.$ref'],
    ['F-36', 'meta.lastModified', 'meta.lastModified'],
    ['F-36', 'externalid', 'externalId'],
    ['N-07', `${U}:id`, 'id'],
  ])('%s: %s is %s', (_rule, name, expected) => {
    expect(resolved(name)).toBe(expected);
  });

  it.each([
    ['N-08', `${E}.manager`],
    ['N-08', `${E}.department`],
    ['N-08', `${U}.userName`],
    ['N-11', 'name.givenName.x'],
    ['N-11', `${E}:manager.value.x`],
    ['N-13', 'department'],
    ['N-13', 'manager.value'],
    ['N-14', E],
    ['F-29', 'userName.x'],
    ['F-29', 'userName.value'],
    ['F-29', 'name.value'],
    ['F-28', 'shoeSize'],
    ['F-28', 'urn:example:other:2.0:User:userName'],
    ['N-08', `${E}x:department`],
    ['SEC-28', '__proto__'],
    ['SEC-28', 'constructor.prototype'],
    ['SEC-28', `${E}:__proto__`],
    ['SEC-28', 'name.__proto__'],
    ['N-11', ''],
    ['N-11', '.'],
    ['N-11', 'name.'],
    ['N-08', `${E}:`],
  ])('%s: %s names nothing', (_rule, name) => {
    expect(resolved(name)).toBeUndefined();
  });

  it('F-41: value below a list of plain values means its elements', () => {
    expect(resolved('serials.value', aDeviceType())).toBe('serials');
  });

  it("N-13: a type has its own attributes and nobody else's", () => {
    expect(resolved('members.$ref', GROUP)).toBe('members.$ref');
    expect(resolved('userName', GROUP)).toBeUndefined();
    expect(resolved(`${E}:department`, GROUP)).toBeUndefined();
  });
});

describe('common attributes', () => {
  it('D-18: win over what a schema says of them', () => {
    const id = { ...simple('id', ''), mutability: 'readWrite' as const };
    const type = { ...USER, schema: { ...USER.schema, attributes: [...USER.schema.attributes, id] } };
    expect(resolveAttribute(type, 'id')?.attribute).toMatchObject({ mutability: 'readOnly', caseExact: true });
  });
});

describe('URNs before names', () => {
  it('N-08: the registered URN is cut off, whatever dots and colons it has', () => {
    expect(matchSchemaUrn(USER, `${E.toLowerCase()}:manager.value`)).toMatchObject({
      extension: E,
      rest: 'manager.value',
    });
    expect(matchSchemaUrn(USER, `${U}:emails[type eq "a:b"].value`)).toMatchObject({
      rest: 'emails[type eq "a:b"].value',
    });
    expect(matchSchemaUrn(USER, U)).not.toHaveProperty('extension');
  });

  it('N-14: a URN alone leaves nothing to name', () => {
    expect(matchSchemaUrn(USER, E)).toMatchObject({ extension: E, rest: '' });
    expect(matchSchemaUrn(USER, `${E}.manager`)).toBeUndefined();
    expect(matchSchemaUrn(USER, 'urn:example:other')).toBeUndefined();
  });
});
