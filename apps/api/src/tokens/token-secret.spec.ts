import { generateTokenSecret, isWellFormedToken, TOKEN_LENGTH, tokenDigest } from './token-secret';

describe('a token', () => {
  it('SEC-01: has prefix, public id, 256 bits and checksum, all of one alphabet', () => {
    const { token, publicId, lastFour } = generateTokenSecret();

    expect(token).toMatch(/^rcs_[0-9A-Za-z]{57}$/);
    expect(token.length).toBe(TOKEN_LENGTH);
    expect(token.slice(4, 12)).toBe(publicId);
    expect(token.endsWith(lastFour)).toBe(true);
    expect(isWellFormedToken(token)).toBe(true);
  });

  it('SEC-01: never comes twice, and no character is favoured', () => {
    const tokens = Array.from({ length: 20_000 }, () => generateTokenSecret().token);
    const counts = new Map<string, number>();
    for (const letter of tokens.map((token) => token.slice(4, -6)).join(''))
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    const expected = (tokens.length * 51) / 62;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);

    expect(new Set(tokens).size).toBe(tokens.length);
    expect(counts.size).toBe(62);
    // 61 degrees of freedom: above 120 once in 100,000 honest runs.
    expect(chiSquare).toBeLessThan(120);
  });

  it('SEC-01: any single changed character and any swapped neighbours are noticed', () => {
    const { token } = generateTokenSecret();
    const letters = [...token];
    const changed = letters.flatMap((letter, index) => {
      const other = letter === 'a' ? 'b' : 'a';
      return [token.slice(0, index) + other + token.slice(index + 1)];
    });
    const swapped = letters.slice(1).flatMap((letter, index) => {
      const before = letters[index] ?? '';
      return before === letter ? [] : [token.slice(0, index) + letter + before + token.slice(index + 2)];
    });

    for (const wrong of [...changed, ...swapped]) expect(isWellFormedToken(wrong)).toBe(false);
  });

  it.each(['', 'rcs_', 'Bearer', 'x'.repeat(TOKEN_LENGTH), `rcs_${'a'.repeat(57)}`, 'rcs_'.repeat(4000)])(
    'SEC-04: %j is no token',
    (text) => {
      expect(isWellFormedToken(text)).toBe(false);
    },
  );

  it('SEC-02: its digest depends on the pepper, so a copied table alone proves nothing', () => {
    const { token } = generateTokenSecret();

    expect(tokenDigest(Buffer.from('one'), token)).toHaveLength(32);
    expect(tokenDigest(Buffer.from('one'), token)).not.toEqual(tokenDigest(Buffer.from('two'), token));
  });
});
