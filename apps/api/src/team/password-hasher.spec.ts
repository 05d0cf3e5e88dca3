import { PasswordHasher } from './password-hasher';

describe('password hashes', () => {
  const hasher = new PasswordHasher();

  it('SEC-45: are argon2id with 19 MiB and two passes', async () => {
    expect(await hasher.hash('seven quiet otters')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each([73, 129, 255])('SEC-45: passwords that differ in byte %i only are different', async (byte) => {
    const password = 'a'.repeat(255);
    const hash = await hasher.hash(password);

    expect(await hasher.verify(hash, password)).toBe(true);
    expect(await hasher.verify(hash, `${password.slice(0, byte - 1)}b${password.slice(byte)}`)).toBe(false);
  });

  it('SEC-45: the two ways to write é are one password', async () => {
    expect(
      await hasher.verify(await hasher.hash('caf\u00e9 caf\u00e9 caf\u00e9'), 'cafe\u0301 cafe\u0301 cafe\u0301'),
    ).toBe(true);
  });

  it('SEC-45: a crowd is served in turn, or told to come again, never all at once', async () => {
    const hash = await hasher.hash('seven quiet otters');
    const crowd = Array.from({ length: 60 }, () => hasher.verify(hash, 'seven quiet otters').catch(() => 'later'));

    const answers = await Promise.all(crowd);

    expect(answers.filter((answer) => answer === true)).toHaveLength(52);
    expect(answers.filter((answer) => answer === 'later')).toHaveLength(8);
  });
});
