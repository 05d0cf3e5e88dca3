import { sentences } from '../de/sentences';
import { germanPhrases } from './german';
import { logWords } from './log-words';

const german = { codes: sentences.codes, phrases: germanPhrases };

describe('what a German reader looks for, in the words of the log', () => {
  it.each([
    ['deaktiviert', 'turned off'],
    [' WIEDER aktiviert ', 'turned…on again'],
    ['nichts zu ändern', 'again: nothing to change'],
    ['kein Unterattribut', 'has no sub-attribute'],
    ['braucht doppelte Anführungszeichen', 'The value…needs double quotes, not single ones.'],
  ])('%s is %s', (text, said) => {
    expect(logWords(text, german)?.split('|')).toContain(said);
  });

  it.each(['Ana Lima', '/Users/17', 'de', '', 'hat'])('%s is nothing but itself', (text) => {
    expect(logWords(text, german)).toBeUndefined();
  });

  it('every word of the log is one that a request’s sentence has', () => {
    for (const code of Object.values(sentences.codes)) {
      const words = code.split(/\{\{[^}]*\}\}/).map((part) => part.trim());
      const longest = words.sort((one, other) => other.length - one.length)[0] ?? '';
      expect([longest, logWords(longest, german)]).toEqual([longest, expect.any(String)]);
    }
  });
});
