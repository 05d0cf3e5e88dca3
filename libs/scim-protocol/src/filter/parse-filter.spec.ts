import { ScimError } from '../messages/scim-error';
import { GROUP } from '../schema/group';
import { USER } from '../schema/user';
import { read, refusal, secretive, shown } from './testing/shown-filter';
import { parseFilter } from './parse-filter';

const E = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

describe('grammar', () => {
  it('F-01: operators and connectives in any case', () => {
    expect(read('userName EQ "a" AND NOT (title Pr) Or userName Co "b"')).toBe(
      '((userName eq "a" and not title pr) or userName co "b")',
    );
  });

  it.each([
    ['title pr or active eq true and userType eq "x"', '(title pr or (active eq true and userType eq "x"))'],
    ['active eq true and userType eq "x" or title pr', '((active eq true and userType eq "x") or title pr)'],
    ['title pr or title pr or title pr', '(title pr or title pr or title pr)'],
    ['not (title pr) and active eq true', '(not title pr and active eq true)'],
  ])('F-16 F-19: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('F-17: parentheses group', () => {
    expect(read('(title pr or active eq true) and userType eq "x"')).toBe(
      '((title pr or active eq true) and userType eq "x")',
    );
    expect(read('((title pr))')).toBe('title pr');
  });

  it('F-18: not needs parentheses, the blank before them is free', () => {
    expect(read('not(title pr)')).toBe('not title pr');
    expect(read('not (not (title pr))')).toBe('not not title pr');
    expect(refusal('not title pr')).toContain('after not');
  });

  it('F-20 F-21 F-23: value paths hold whole filters and stand among others', () => {
    expect(read('userType eq "x" and emails[type eq "work" or (not (value sw "b") and primary eq true)]')).toBe(
      '(userType eq "x" and emails[(type eq "work" or (not value sw "b" and primary eq true))])',
    );
  });

  it('F-22: no value path inside a value path', () => {
    expect(refusal('emails[value[type pr]]')).toContain('inside a value path');
  });

  it('F-24: reads what Entra writes after the brackets as one more condition inside', () => {
    expect(read('emails[type eq "work"].value eq "x"')).toBe('emails[(type eq "work" and value eq "x")]');
    expect(read('emails[type eq "work" or primary eq true].value eq "x"')).toBe(
      'emails[((type eq "work" or primary eq true) and value eq "x")]',
    );
    refusal('emails[type eq "work"] .value eq "x"');
    refusal('emails[type eq "work"].value');
  });

  it('F-42: blanks around brackets and before a quote are free, elsewhere they are needed', () => {
    expect(read(' ( title pr )and( userName eq"b" ) ')).toBe('(title pr and userName eq "b")');
    expect(read('emails [ type eq "w" ] or title pr')).toBe('(emails[type eq "w"] or title pr)');
    expect(refusal('userName eq "a"and title pr')).toContain('a blank');
    refusal('titlepr');
  });

  it.each([
    '',
    '   ',
    '()',
    '(((',
    ')',
    'userName',
    'userName eq',
    'userName eq "a" and',
    'userName eq "a" title pr',
    'userName eq "a',
    'emails[type eq "work"',
    'emails[]',
    'emails]',
    'and',
    'or title pr',
    'not',
    'not ()',
    'title pr pr',
    '"a" eq "b"',
    'userName eq ()',
    'userName eq "a" , title pr',
    'userName eq "\\x"',
    'userName eq "\\"',
    'userName eq "a\tb"',
    'emails[type eq "work"] eq "x"',
    'title pr)',
    'userName[value eq "x"]',
    'name.givenName[value eq "x"]',
  ])('F-31 F-32: refuses %j, never answers with all rows', (text) => {
    expect(refusal(text)).not.toBe('');
  });

  it('F-30 E-04: names an unknown operator', () => {
    expect(refusal('userName regex "b.*"')).toContain("operator 'regex'");
    expect(refusal('userName zz "a"')).toContain("operator 'zz'");
  });
});

describe('names', () => {
  it('N-03 N-06 N-08 F-33: resolves names and URNs in any case', () => {
    expect(read('USERNAME eq "b"')).toBe('userName eq "b"');
    expect(read('URN:IETF:PARAMS:SCIM:SCHEMAS:CORE:2.0:USER:username eq "b"')).toBe('userName eq "b"');
    expect(read(`${E}:manager.value eq "b"`)).toBe('E:manager.value eq "b"');
    refusal(`${E}.manager eq "b"`);
  });

  it('C18 N-13: manager needs no URN, other attributes of an extension do', () => {
    expect(read('manager eq "b"')).toBe('E:manager.value eq "b"');
    refusal('department eq "b"');
  });

  it('F-28 F-29 N-11 N-13 N-14: an attribute that does not exist is named', () => {
    expect(refusal('shoeSize eq 9')).toContain('"shoeSize"');
    expect(refusal('userName.x pr')).toContain('"userName.x"');
    expect(refusal('name.nope pr')).toContain('"name.nope"');
    expect(refusal('name.givenName.x pr')).toContain('"name.givenName.x"');
    expect(refusal('department eq "R&D"')).toContain('"department"');
    expect(refusal(`${E} pr`)).toContain('enterprise');
    expect(refusal('emails[nope eq "x"]')).toContain('"nope"');
    expect(refusal('members.value eq "x"')).toContain('"members.value"');
  });

  it('F-28 L-19: at the root an attribute that the type does not have is one without a value', () => {
    const atRoot = (text: string) => shown(parseFilter(text, USER, { atRoot: true }));
    expect(atRoot('members.value eq "x" or userName pr')).toBe('(() or userName pr)');
    expect(atRoot('members pr')).toBe('()');
    expect(atRoot('members[value eq "x"]')).toBe('()');
    expect(atRoot('shoeSize ne "x"')).toBe('not ()');
    expect(atRoot('shoeSize eq null')).toBe('not ()');
    expect(atRoot('shoeSize ne null')).toBe('()');
    expect(() => atRoot('userName regex "x"')).toThrow(ScimError);
  });

  it('SEC-28: names of JavaScript are no attributes', () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'emails.__proto__',
      'emails.constructor',
      '__proto__.x',
    ]) {
      expect(refusal(`${name} pr`)).toContain('Unknown attribute');
    }
    refusal('emails[__proto__ pr]');
    refusal('emails[constructor eq "x"]');
  });

  it('N-12: $ref is a name', () => {
    expect(read('members.$ref pr', GROUP)).toBe('members[$ref pr]');
  });

  it('F-26 F-27 F-41: a complex attribute stands for its value, a list for any of its elements', () => {
    expect(read('emails co "x"')).toBe('emails[value co "x"]');
    expect(read('emails.type eq "x"')).toBe('emails[type eq "x"]');
    expect(read(`${E}:manager eq "x"`)).toBe('E:manager.value eq "x"');
    expect(read('schemas eq "x"')).toBe('schemas[value eq "x"]');
    expect(read('schemas.value eq "x"')).toBe('schemas[value eq "x"]');
    expect(read('schemas[value eq "x"]')).toBe('schemas[value eq "x"]');
    expect(refusal('name eq "x"')).toContain('compare one of them');
    expect(refusal('addresses eq "x"')).toContain('compare one of them');
  });

  it('F-38 SEC-27: what is never returned is answered like what does not exist', () => {
    const secret = secretive();
    const unknown = refusal('noSuchAttr pr', secret);
    for (const operator of ['pr', 'eq "x"', 'sw "x"', 'ne null']) {
      expect(refusal(`secretAttr ${operator}`, secret).replace('secretAttr', 'noSuchAttr')).toBe(unknown);
    }
    refusal('secretAttr.x pr', secret);
  });

  it('F-39: what is returned on request only is filterable', () => {
    expect(read('requestAttr eq "x"', secretive())).toBe('requestAttr eq "x"');
  });
});
