/** First letters of the first and the last word, whole characters. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? '').at(0) ?? '',
  );
  return letters.join('').toLocaleUpperCase();
}
