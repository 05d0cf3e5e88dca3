import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { readerLocale } from '../reader-locale';
import { teller, type Tell } from './teller';

/** Where a language keeps how it says what the server says in English. English keeps nothing: it is said as it came. */
export const TOLD = 'told';

const asItCame: Tell = (text) => text;
const tellers = new WeakMap<object, Tell>();

/** Says English sentences of the server in the reader's language. */
export function useTell(): Tell {
  const { i18n } = useTranslation();
  return tellIn(i18n.language);
}

export function tellIn(language: string): Tell {
  const phrases = i18next.getResourceBundle(language, TOLD) as Readonly<Record<string, string>> | undefined;
  if (phrases === undefined) return asItCame;
  const made = tellers.get(phrases) ?? teller(phrases, { locale: readerLocale(language), quotes: ['„', '“'] });
  tellers.set(phrases, made);
  return made;
}
