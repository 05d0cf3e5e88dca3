import { useTranslation } from 'react-i18next';
import { readerLocale } from '../i18n/reader-locale';

/** A moment in as few words as tell it: the time alone today, the weekday within six days, else the date. */
export function shortMoment(at: Date, now: Date, language: string): string {
  const locale = readerLocale(language);
  if (at.toDateString() === now.toDateString()) {
    return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
  }
  const days = Math.abs(at.getTime() - now.getTime()) / 86_400_000;
  return days < 6
    ? new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(at)
    : new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at);
}

export function useShortMoment(): (at: string) => string {
  const { i18n } = useTranslation();
  return (at) => shortMoment(new Date(at), new Date(), i18n.language);
}
