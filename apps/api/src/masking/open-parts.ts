import { bodyWithoutPersonalValues, sentenceWithoutPersonalValues } from './personal-values';

/**
 * Whether what a reader of masked values may see holds all the words: otherwise a search would tell, letter by letter, what it hides
 * (SEC-27). `sentences` and `bodies` are as they were stored.
 */
export function openPartsHold(
  words: readonly string[],
  {
    sentences,
    bodies,
  }: { readonly sentences: readonly (string | null)[]; readonly bodies: readonly (string | null)[] },
): boolean {
  const open = [
    ...sentences.map((text) => (text === null ? '' : sentenceWithoutPersonalValues(text))),
    ...bodies.map((text) => (text === null ? '' : bodyWithoutPersonalValues(text))),
  ].map((text) => text.toLowerCase());
  return words.every((word) => open.some((text) => text.includes(word.toLowerCase())));
}
