import type { Language, NotificationEvent } from '@rollcall/admin-contracts';
import type { ToldFacts } from '../told';
import { de } from './de';
import { en } from './en';

/** An event as a person reads it: what happened and since when, then what to do. */
export interface Sentences {
  readonly title: string;
  readonly text: string;
  readonly todo: string;
}

export type Moment = (iso: string | undefined) => string;
export type Teller = (name: string, facts: ToldFacts, moment: Moment) => Sentences;

/** All that messages say in one language. */
export interface Words {
  readonly events: Readonly<Record<NotificationEvent, Teller>>;
  readonly open: string;
  readonly several: (count: number) => string;
  readonly more: (count: number) => string;
  readonly happened: (when: string) => string;
  /** Under a message to a person, and under one to a channel. */
  readonly whyPerson: (organisation: string) => string;
  readonly whyChannel: (organisation: string) => string;
  readonly settings: string;
  readonly test: Sentences;
}

const WORDS: Readonly<Record<Language, Words>> = { en, de };

export function wordsOf(language: Language): Words {
  return WORDS[language];
}

/** A moment in words, in UTC: a mail does not know where it is read. */
export function momentIn(language: Language): Moment {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'de-DE', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return (iso) => (iso === undefined ? '?' : `${format.format(new Date(iso))} UTC`);
}
