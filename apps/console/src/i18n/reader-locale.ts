/** The browser's own variant of the language spoken (en-GB, de-AT), so that dates and numbers look as its reader expects. */
export function readerLocale(language: string): string {
  return navigator.languages.find((locale) => locale.toLowerCase().startsWith(language)) ?? language;
}
