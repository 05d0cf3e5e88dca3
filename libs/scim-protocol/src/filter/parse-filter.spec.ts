import { ScimError } from '../messages/scim-error';
import type { Attribute, ResourceType } from '../schema/definitions';
import { GROUP } from '../schema/group';
import { USER } from '../schema/user';
import type { ElementFilter, Filter } from './filter';
import { parseFilter } from './parse-filter';

const E = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** A filter as one unambiguous line, parentheses everywhere. */
function shown(filter: Filter | ElementFilter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${filter.operands.map(shown).join(` ${filter.kind} `)})`;
    case 'not':
      return `not ${shown(filter.operand)}`;
    case 'present':
      return `${nameOf(filter.target)} pr`;
    case 'compare':
      return `${nameOf(filter.target)} ${filter.operator} ${JSON.stringify('value' in filter.literal ? filter.literal.value : filter.literal.epochMs)}`;
    case 'valuePath':
      return `${nameOf(filter.target)}[${shown(filter.filter)}]`;
  }
}

function nameOf(target: { extension?: string; attribute: Attribute; subAttribute?: Attribute }): string {
  const sub = target.subAttribute ? `.${target.subAttribute.name}` : '';
  return `${target.extension === undefined ? '' : 'E:'}${target.attribute.name}${sub}`;
}

const read = (text: string, type = USER) => shown(parseFilter(text, type));

function refusal(text: string, type = USER): string {
  try {
    parseFilter(text, type);
  } catch (error) {
    if (error instanceof ScimError && error.status === 400 && error.scimType === 'invalidFilter') return error.detail;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

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

describe('literals', () => {
  it('F-09 F-10: an operator that the type does not have is refused, both named', () => {
    expect(refusal('active gt true')).toBe('The operator gt does not work on "active", which is of type boolean.');
    for (const text of [
      'active co "t"',
      'active sw true',
      'x509Certificates.value lt "a"',
      'meta.created sw "2026"',
      'emails[primary ge true]',
    ]) {
      expect(refusal(text)).toContain('does not work on');
    }
    expect(read('x509Certificates.value sw "aGk"')).toBe('x509Certificates[value sw "aGk"]');
  });

  it('F-11 S-08: booleans as JSON or as text, in any case; nothing else', () => {
    for (const literal of ['true', '"True"', '"TRUE"', 'True'])
      expect(read(`active eq ${literal}`)).toBe('active eq true');
    expect(read('active ne "False"')).toBe('active ne false');
    for (const literal of ['"yes"', '1', '"1"', '""'])
      expect(refusal(`active eq ${literal}`)).toContain('true or false');
  });

  it('F-13: null is the absence of a value and can only be equalled', () => {
    expect(read('title eq null')).toBe('not title pr');
    expect(read('title ne null')).toBe('title pr');
    expect(read('emails[type eq null]')).toBe('emails[not type pr]');
    expect(read('emails.type eq null')).toBe('not emails[type pr]');
    expect(refusal('title gt null')).toContain('null');
    expect(refusal('title co null')).toContain('null');
    expect(read('title eq "null"')).toBe('title eq "null"');
  });

  it('F-14: JSON strings with their escapes', () => {
    expect(read('displayName eq "a\\"b\\\\\\u0041\\n\\/"')).toBe(`displayName eq ${JSON.stringify('a"b\\A\n/')}`);
    expect(read('displayName eq "()[] and \'"')).toBe(`displayName eq "()[] and '"`);
  });

  it('F-15: bare words are text, single quotes are refused', () => {
    expect(read('externalId eq jyoung@ex.org')).toBe('externalId eq "jyoung@ex.org"');
    expect(read('externalId eq 007')).toBe('externalId eq "007"');
    expect(refusal("userName eq 'bob'")).toContain('double quotes');
  });

  it('F-35: instants in any zone; anything else is refused', () => {
    const instant = Date.parse('2026-01-01T10:00:00Z');
    for (const text of [
      '2026-01-01T10:00:00Z',
      '2026-01-01T11:00:00.000+01:00',
      '2026-01-01T10:00:00',
      '2026-01-01T10:00:00.0009Z',
    ]) {
      expect(read(`meta.created eq "${text}"`)).toBe(`meta.created eq ${instant}`);
    }
    for (const text of [
      'yesterday',
      '2026-01-01',
      '2026-02-30T10:00:00Z',
      '2026-01-01T25:00:00Z',
      '0000-01-01T00:00:00Z',
      '',
      '1',
    ]) {
      expect(refusal(`meta.created gt "${text}"`)).toContain('date and time');
    }
  });

  it('F-40: numbers by value, as JSON writes them', () => {
    const type = secretive();
    for (const literal of ['42', '42.0', '4.2e1'])
      expect(read(`integerAttr eq ${literal}`, type)).toBe('integerAttr eq 42');
    expect(read('integerAttr gt -1', type)).toBe('integerAttr gt -1');
    for (const literal of ['"42"', '042', '1e999', '+1', '.5', 'NaN', '0x10'])
      refusal(`integerAttr eq ${literal}`, type);
  });

  it('H-34: refuses what PostgreSQL cannot hold', () => {
    expect(refusal('displayName eq "a\\u0000b"')).toContain('U+0000');
    expect(refusal('displayName eq "\\ud800"')).toContain('surrogate');
    expect(refusal('displayName eq \ud800')).toContain('surrogate');
    expect(read('displayName eq "\\ud83d\\ude00"')).toBe('displayName eq "😀"');
  });
});

/** A type with an attribute that nobody may read, one on request, and an integer. */
function secretive(): ResourceType {
  const plain: Attribute = {
    name: 'plainAttr',
    type: 'string',
    multiValued: false,
    description: '',
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
  };
  const schema = {
    id: 'urn:test:Thing',
    name: 'Thing',
    description: '',
    attributes: [
      { ...plain, name: 'secretAttr', mutability: 'writeOnly', returned: 'never' } as const,
      { ...plain, name: 'requestAttr', returned: 'request' } as const,
      { ...plain, name: 'integerAttr', type: 'integer' } as const,
    ],
  };
  return { name: 'Thing', endpoint: '/Things', description: '', schema, extensions: [] };
}
