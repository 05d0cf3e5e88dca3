import { foldCase, userNameKey } from './fold-case';

describe('keys for comparison', () => {
  it('S-40 F-46: composed and decomposed texts have the same key', () => {
    expect(foldCase('Jose\u0301')).toBe(foldCase('JOSÉ'));
  });

  it.each([
    ['İstanbul', 'istanbul'],
    ['I\u0307', 'i'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['STRASSE', 'strasse'],
    ['Straße', 'straße'],
    ['ﬁ', 'ﬁ'],
    ['𐐀', '𐐨'],
    ['\u212aelvin', 'kelvin'],
  ])('S-40: the key of %s is %s, each code point by itself as in PostgreSQL', (text, key) => {
    expect(foldCase(text)).toBe(key);
  });

  it('S-24 S-40: fullwidth letters of a user name are the plain ones, other forms are not', () => {
    expect(userNameKey('ｂｏｂ')).toBe('bob');
    expect(userNameKey('ＢＯＢ＠ex.org')).toBe('bob@ex.org');
    expect(userNameKey('ｶﾞ')).toBe(userNameKey('ガ'));
    expect(userNameKey('Jose\u0301')).toBe(userNameKey('josé'));
    expect(userNameKey('ﬁ')).not.toBe('fi');
    expect(foldCase('ｂｏｂ')).not.toBe('bob');
  });

  it('S-24: a key is the key of itself, so that a retry finds what it made', () => {
    for (const text of ['Amy@Ex.org', 'ＢＯＢ', 'İ', 'ÅNGSTRÖM', 'ﾊﾟ']) {
      expect(userNameKey(userNameKey(text))).toBe(userNameKey(text));
    }
  });
});
