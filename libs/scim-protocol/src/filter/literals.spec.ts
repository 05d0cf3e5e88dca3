import { read, refusal, secretive } from './testing/shown-filter';

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
