import { PASSWORD_MAX, PASSWORD_MIN } from '@rollcall/admin-contracts';

const DIFFERENT_MIN = 6;

/** Words from which the passwords are made that everybody tries first. */
const COMMON_WORDS = [
  'password',
  'passwort',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'qwertyuiop',
  'qwerty',
  'qwertz',
  'asdfgh',
  'zxcvbn',
  'letmein',
  'welcome',
  'admin',
  'administrator',
  'iloveyou',
  'monkey',
  'dragon',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'trustno',
  'changeme',
  'secret',
  'login',
  'master',
  'superman',
  'batman',
  'correcthorsebatterystaple',
  'summer',
  'winter',
  'spring',
  'autumn',
  'abc',
  'test',
  'rollcall',
  'directory',
  'sync',
  'scim',
  'entra',
  'okta',
  'microsoft',
  'provisioning',
  'company',
  'my',
  'is',
  'the',
  'the1',
  'user',
  'root',
] as const;

/**
 * What is wrong with a password for somebody who has no second factor, as a sentence; undefined when nothing is (SEC-45; NIST 800-63B-4).
 * No rules of composition: length and not being guessable are all that counts. `about` are names a guesser would try.
 */
export function passwordFault(password: string, about: readonly string[]): string | undefined {
  const letters = [...password.normalize('NFC')];
  if (letters.length < PASSWORD_MIN) return `Use at least ${PASSWORD_MIN} characters. A sentence works well.`;
  if (letters.length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters.`;
  const plain = letters.join('').toLowerCase();
  if (new Set(plain).size < DIFFERENT_MIN || isRun(plain)) return 'This password repeats too much. Use a sentence.';
  if (isMadeOf(plain, [...COMMON_WORDS, ...about.flatMap(namesIn)])) {
    return 'This password is one that others guess first. Use a sentence of your own.';
  }
  return undefined;
}

/** The same short piece again and again ("abc123abc123abc123"), or neighbours in the alphabet. */
function isRun(text: string): boolean {
  for (let length = 1; length <= 8; length += 1) {
    const piece = text.slice(0, length);
    if (piece.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).filter((code, index) => Math.abs(code - (codes[index] ?? 0)) <= 1).length;
  return steps >= text.length - 3;
}

/** Nothing is left but digits and punctuation once the words are taken out. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const longestFirst = [...words].filter((word) => word.length > 1).sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest.replace(/[^\p{L}]/gu, '').length < 3;
}

function namesIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
}
