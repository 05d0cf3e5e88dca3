import { refusalOf } from '../fixtures/patching';
import { USER } from '../schema/user';
import { ENTERPRISE_USER_URN as E, USER_URN as U } from '../schema/urns';
import { parsePath, PATH_LENGTH_MAX } from './path';

const read = (text: string, context?: Parameters<typeof parsePath>[2]) => {
  const { text: _text, ...parts } = parsePath(text, USER, context);
  return parts;
};

describe('the path of an operation', () => {
  it('names an attribute, one of its parts, or what a filter selects', () => {
    expect(read('title')).toEqual({ schema: 'core', attribute: 'title' });
    expect(read('name.givenName')).toEqual({ schema: 'core', attribute: 'name', subAttribute: 'givenName' });
    expect(read('emails[type eq "work"]')).toEqual({
      schema: 'core',
      attribute: 'emails',
      filter: 'type eq "work"',
    });
    expect(read('emails[type eq "work"].value')).toEqual({
      schema: 'core',
      attribute: 'emails',
      filter: 'type eq "work"',
      subAttribute: 'value',
    });
  });

  it('N-08 C53: has its URN recognised before any dot or colon is looked at, in any letter case', () => {
    expect(read(`${E}:department`)).toEqual({ schema: 'extension', extension: E, attribute: 'department' });
    expect(read(`${E.toUpperCase()}:manager.value`)).toEqual({
      schema: 'extension',
      extension: E,
      attribute: 'manager',
      subAttribute: 'value',
    });
    expect(read(`${U}:emails[type eq "a:b.c"].value`)).toEqual({
      schema: 'core',
      attribute: 'emails',
      filter: 'type eq "a:b.c"',
      subAttribute: 'value',
    });
    expect(read(E)).toEqual({ schema: 'extension', extension: E });
  });

  it('N-08: is refused when a dot stands where the colon behind the URN belongs', () => {
    expect(refusalOf(() => read(`${E}.manager`))).toMatchObject({ status: 400, scimType: 'invalidPath' });
  });

  it('finds the attribute behind the URN of an extension that nobody registered', () => {
    const acme = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User';

    expect(read(`${acme}:tag`)).toEqual({ schema: 'extension', extension: acme, attribute: 'tag' });
    expect(read(acme)).toEqual({ schema: 'extension', extension: acme });
    expect(read(`${acme}:contacts[primary eq true].value`)).toEqual({
      schema: 'extension',
      extension: acme,
      attribute: 'contacts',
      filter: 'primary eq true',
      subAttribute: 'value',
    });
    expect(read('urn:acme:people:tag')).toEqual({
      schema: 'extension',
      extension: 'urn:acme:people',
      attribute: 'tag',
    });
    expect(read('urn:acme:people:tag', { storedUrns: [], valueIsObject: true })).toEqual({
      schema: 'extension',
      extension: 'urn:acme:people:tag',
    });
    expect(read('URN:acme:people:tag', { storedUrns: ['urn:acme:people'], valueIsObject: true })).toMatchObject({
      attribute: 'tag',
    });
  });

  it.each([
    'emails[',
    '',
    'emails[0]',
    'emails[]',
    '/name/givenName',
    'name..x',
    'name.',
    '.name',
    'a.b.c',
    'emails[type eq "work"]x',
    'emails[type eq "work"].',
    'emails[type eq "work"].a.b',
    'emails[type eq "work"].value[x eq "y"]',
    'name.givenName[x eq "y"]',
    'emails[type eq "]"',
    ' title',
    'title ',
    '1title',
    'http://corp.example:tag',
    `${E}:`,
    'urn:acme:',
    `${E}[type eq "work"]`,
    '__proto__',
    'constructor',
    `${E}:__proto__`,
    `${E}:constructor.prototype`,
    'urn:acme:2.0:User:__proto__',
    'name.__proto__',
    'x'.repeat(PATH_LENGTH_MAX + 1),
  ])('P-08 N-11 SEC-28: %p cannot be read, so it is 400 invalidPath', (text) => {
    expect(refusalOf(() => read(text))).toMatchObject({ status: 400, scimType: 'invalidPath' });
  });

  it('SEC-25: names the limit of its length', () => {
    expect(refusalOf(() => read('x'.repeat(10_000))).detail).toContain('8192');
  });

  it('closes at the bracket that belongs to it, not at one inside of quoted text', () => {
    expect(read('emails[value eq "a]\\"]b"].type')).toMatchObject({
      filter: 'value eq "a]\\"]b"',
      subAttribute: 'type',
    });
  });
});
