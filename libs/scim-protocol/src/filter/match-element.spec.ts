import type { Json } from '../messages/json';
import { ScimError } from '../messages/scim-error';
import { resolveAttribute } from '../schema/resolve-attribute';
import { USER } from '../schema/user';
import { parseValuePathFilter } from './check-element-filter';
import { eqTerms, matchesElement } from './match-element';

function parse(text: string, attribute = 'emails') {
  const path = resolveAttribute(USER, attribute);
  if (!path) throw new Error(attribute);
  return parseValuePathFilter(text, path.attribute);
}

const matches = (text: string, element: Json, attribute?: string) => matchesElement(parse(text, attribute), element);
const work = { value: 'Amy@work.ex', type: 'work', primary: true };

describe('an element against the inside of brackets', () => {
  it('P-55: follows the rules of filters', () => {
    expect(matches('type eq "WORK" and value co "@"', work)).toBe(true);
    expect(matches('type eq "home" or primary eq true', work)).toBe(true);
    expect(matches('not (type eq "work") and value ew "EX"', work)).toBe(false);
    expect(matches('value sw "amy" and value ew ".EX"', work)).toBe(true);
    expect(matches('value gt "amy" and value lt "B"', work)).toBe(true);
    expect(matches('value ge "amy@work.ex" and value le "amy@work.ex"', work)).toBe(true);
  });

  it('F-04: a missing value differs from any and is smaller than none', () => {
    expect(matches('display ne "x"', work)).toBe(true);
    expect(matches('display eq ""', work)).toBe(false);
    expect(matches('display lt "x"', work)).toBe(false);
    expect(matches('display eq null', work)).toBe(true);
  });

  it('F-12: an empty text is not present', () => {
    expect(matches('display pr', { display: '' })).toBe(false);
    expect(matches('primary pr', { primary: false })).toBe(true);
  });

  it('S-16: without primary it is not the primary one', () => {
    expect(matches('primary eq false', { value: 'x' })).toBe(true);
    expect(matches('primary ne true', { value: 'x' })).toBe(true);
    expect(matches('primary eq "True"', work)).toBe(true);
  });

  it('F-03: exact attributes compare letter by letter', () => {
    expect(matches('value eq "ABC"', { value: 'abc' }, 'x509Certificates')).toBe(false);
    expect(matches('value eq "abc"', { value: 'abc' }, 'x509Certificates')).toBe(true);
  });

  it('F-41 P-54: value names a plain element itself', () => {
    expect(matches('value eq "URN:X"', 'urn:x', 'schemas')).toBe(true);
    expect(matches('value sw "b"', 'urn:x', 'schemas')).toBe(false);
  });

  it('F-08: orders by code point, beyond U+FFFF too', () => {
    expect(matches('value gt "\uffee"', { value: '😀' })).toBe(true);
    expect(matches('value lt "😀"', { value: '\uffee' })).toBe(true);
  });

  it('SEC-28: what an object inherits is no value', () => {
    expect(() => parse('constructor pr')).toThrow(ScimError);
    const inherited: Json = JSON.parse('{"__proto__": {"value": "x"}}') as Json;
    expect(matches('value eq "x"', inherited)).toBe(false);
  });

  it('P-10: a broken inside is an invalid filter', () => {
    for (const text of [
      '',
      'type',
      'type eq',
      'type regex "x"',
      'nope eq "x"',
      'primary gt true',
      'type eq "a"]',
      'emails[type pr]',
    ]) {
      expect(() => parse(text)).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidFilter' }) as Error);
    }
  });
});

describe('the values that a new element gets', () => {
  const terms = (text: string) => {
    const found = eqTerms(parse(text));
    return found && Object.fromEntries(found);
  };

  it('P-19: eq terms joined by and', () => {
    expect(terms('TYPE eq "work"')).toEqual({ type: 'work' });
    expect(terms('type eq "work" and (primary eq "True" and value eq "x")')).toEqual({
      type: 'work',
      primary: true,
      value: 'x',
    });
  });

  it('P-19: nothing for any other filter', () => {
    for (const text of [
      'type co "x"',
      'type eq "a" or type eq "b"',
      'not (type eq "a")',
      'type pr',
      'type eq null',
      'type eq "a" and type eq "b"',
    ]) {
      expect(terms(text)).toBeUndefined();
    }
    expect(terms('type eq "a" and type eq "a"')).toEqual({ type: 'a' });
  });
});
