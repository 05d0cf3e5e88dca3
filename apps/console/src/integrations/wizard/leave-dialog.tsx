import { Button, Group, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';

/** Asks before the only view of a token is left, within the console as well as by closing the tab. */
export function LeaveDialog({ guarded }: { readonly guarded: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: () => guarded,
    enableBeforeUnload: guarded,
    disabled: !guarded,
    withResolver: true,
  });
  const stay = (): void => {
    blocker.reset?.();
  };
  return (
    <Dialog opened={blocker.status === 'blocked'} title={t('wizard.leaveTitle')} onClose={stay}>
      <Text>{t('wizard.leaveText')}</Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button
          variant="default"
          onClick={() => {
            blocker.proceed?.();
          }}
        >
          {t('wizard.leaveGo')}
        </Button>
        <Button onClick={stay} data-autofocus>
          {t('wizard.leaveStay')}
        </Button>
      </Group>
    </Dialog>
  );
}
