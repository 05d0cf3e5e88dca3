import { arrayPieces, bodyOf } from './json-pieces';

const LONG = 'a'.repeat(20_000);

describe('arrayPieces', () => {
  it.each([
    ['no values', [], ''],
    ['one value', ['1'], ',"a":[1]'],
    ['several values', ['1', '2', '3'], ',"a":[1,2,3]'],
  ])('is the member of an object: %s', (_, values, text) => {
    expect(arrayPieces('a', values).join('')).toBe(text);
  });

  it('holds more values than a call has arguments', () => {
    const values = Array<string>(300_000).fill('1');
    expect(arrayPieces('a', values)).toHaveLength(2 * values.length + 1);
  });
});

describe('bodyOf', () => {
  it('is the joined text when that is short', () => {
    expect(bodyOf(['{"a":', '1', '}'])).toBe('{"a":1}');
  });

  it.each([
    ['ASCII', [LONG, '{}']],
    ['letters of two, three and four bytes', [LONG, '"Zoë"', '"日本語"', '"🦉🦉🦉"']],
    ['more room than was guessed', ['日'.repeat(9_000), 'a', '🦉'.repeat(9_000), 'ü'.repeat(90_000), LONG]],
    ['room guessed exactly', ['é'.repeat(20_000), 'é'.repeat(20_000)]],
    ['a lone surrogate, as the replacement character', [LONG, '\ud800']],
  ])('is the joined text as UTF-8 when that is long: %s', (_, pieces) => {
    const body = bodyOf(pieces);
    expect(Buffer.isBuffer(body) && body.equals(Buffer.from(pieces.join('')))).toBe(true);
  });
});
