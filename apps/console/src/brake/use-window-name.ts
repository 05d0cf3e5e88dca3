import { useTranslation } from 'react-i18next';

/** A window's length in words. */
export function useWindowName(): (minutes: number) => string {
  const { t } = useTranslation();
  return (minutes) => {
    if (minutes <= 10) return t('brake.windows.m10');
    return minutes <= 60 ? t('brake.windows.m60') : t('brake.windows.m1440');
  };
}
