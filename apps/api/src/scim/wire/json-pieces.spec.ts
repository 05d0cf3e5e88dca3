import { bodyOf } from './json-pieces';

const LONG = 'a'.repeat(20_000);

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
