import { useTranslation } from 'react-i18next';

const DAY_MS = 86_400_000;

/** Whole days until a moment, rounded up, so that the last day counts as one. */
export function daysLeft(until: string, now = new Date()): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now.getTime()) / DAY_MS));
}

/** How long something can come back; what is past its days is there only because its removal is paused. */
export function useTimeLeft(): (until: string) => string {
  const { t } = useTranslation();
  return (until) => {
    const count = daysLeft(until);
    return count === 0 ? t('removal.kept') : t('past.daysLeft', { count });
  };
}
