import type { BrakeTrip } from '@rollcall/admin-contracts';
import { useTranslation } from 'react-i18next';

const DAY_MS = 86_400_000;

/** "Nobody has decided for 3 days…", from the first whole day on. */
export function useWaiting(): (trip: BrakeTrip, now?: Date) => string | undefined {
  const { t } = useTranslation();
  return ({ waitingSince }, now = new Date()) => {
    if (waitingSince === undefined) return undefined;
    const count = Math.floor((now.getTime() - Date.parse(waitingSince)) / DAY_MS);
    return count < 1 ? undefined : t('brake.waits', { count });
  };
}
