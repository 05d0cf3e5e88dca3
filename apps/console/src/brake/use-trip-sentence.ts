import type { BrakeTrip } from '@rollcall/admin-contracts';
import { useTranslation } from 'react-i18next';
import { readerLocale } from '../i18n/reader-locale';

/** "Microsoft Entra ID turned off 48 of 500 people between 10:02 and 10:09." */
export function useTripSentence(): (trip: BrakeTrip) => string {
  const { t, i18n } = useTranslation();
  return (trip) => {
    const from = moment(trip.firstAt, trip.lastAt, i18n.language);
    const to = moment(trip.lastAt, trip.firstAt, i18n.language);
    return t(`brake.sentence.${trip.effect}`, {
      provider: trip.provider === 'other' ? trip.integrationName : t(`providers.${trip.provider}.name`),
      people: trip.people[trip.effect] ?? trip.counted,
      population: trip.population,
      time: from === to ? t('brake.at', { at: from }) : t('brake.between', { from, to }),
    });
  };
}

/** The time alone where both moments and the reader are on one day. */
function moment(at: string, other: string, language: string): string {
  const date = new Date(at);
  const isToday = [new Date(other), new Date()].every((day) => day.toDateString() === date.toDateString());
  return new Intl.DateTimeFormat(readerLocale(language), {
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}
