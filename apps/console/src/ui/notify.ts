import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** A sentence in the corner about something that has just succeeded. */
export function useNotify(): (message: string) => void {
  const { t } = useTranslation();
  return useCallback(
    (message) => {
      notifications.show({ message, closeButtonProps: { 'aria-label': t('common.close') } });
    },
    [t],
  );
}
