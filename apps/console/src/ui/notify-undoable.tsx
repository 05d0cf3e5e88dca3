import { Anchor, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../api/error-sentence';

const LONG_ENOUGH_TO_CHANGE_ONES_MIND_MS = 10_000;

/** A sentence in the corner about something that has just succeeded, with a way to take it back. */
export function useNotifyUndoable(): (message: string, undo: () => Promise<void>) => void {
  const { t } = useTranslation();
  const sentence = useErrorSentence();
  return useCallback(
    (message, undo) => {
      const closeButtonProps = { 'aria-label': t('common.close') };
      const takeBack = async (id: string): Promise<void> => {
        notifications.hide(id);
        try {
          await undo();
          notifications.show({ message: t('common.undone'), closeButtonProps });
        } catch (error) {
          notifications.show({ message: sentence(error), color: 'red', closeButtonProps });
        }
      };
      const id: string = notifications.show({
        autoClose: LONG_ENOUGH_TO_CHANGE_ONES_MIND_MS,
        closeButtonProps,
        message: (
          <Group gap="sm" wrap="nowrap" justify="space-between">
            {message}
            <Anchor component="button" type="button" size="sm" fw={600} onClick={() => void takeBack(id)}>
              {t('common.undo')}
            </Anchor>
          </Group>
        ),
      });
    },
    [t, sentence],
  );
}
