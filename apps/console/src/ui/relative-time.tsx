import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readerLocale } from '../i18n/reader-locale';

const TICK_MS = 30_000;

const STEPS: readonly { readonly unit: Intl.RelativeTimeFormatUnit; readonly seconds: number }[] = [
  { unit: 'year', seconds: 31_557_600 },
  { unit: 'month', seconds: 2_629_800 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
];

/** "3 minutes ago"; undefined within the same minute, where the caller has a word of its own. */
export function relativeTime(at: Date, now: Date, language: string): string | undefined {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const step = STEPS.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  if (step === undefined) return undefined;
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    Math.trunc(seconds / step.seconds),
    step.unit,
  );
}

export function exactTime(at: string, language: string): string {
  return new Intl.DateTimeFormat(readerLocale(language), { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(at),
  );
}

/** How long ago, in the reader's words; the exact time in the reader's zone on hover, focus and touch. */
export function RelativeTime({ at }: { readonly at: string }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const exact = exactTime(at, i18n.language);
  return (
    <Tooltip label={exact}>
      <time dateTime={at}>{relativeTime(new Date(at), now, i18n.language) ?? t('common.justNow')}</time>
    </Tooltip>
  );
}

/** The present, again and again. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}
