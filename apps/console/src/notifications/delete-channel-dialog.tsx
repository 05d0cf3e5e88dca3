import type { Channel } from '@rollcall/admin-contracts';
import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notificationCalls, notificationsKey } from '../api/notifications';
import { Dialog } from '../ui/dialog';
import { DialogButtons, RefusedAlert } from '../ui/dialog-buttons';
import { useNotify } from '../ui/notify';
import { useAction } from '../ui/use-action';

interface DeleteChannelDialogProps {
  readonly opened: boolean;
  readonly channel: Channel;
  readonly onClose: () => void;
}

export function DeleteChannelDialog({ opened, channel, onClose }: DeleteChannelDialogProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  const { id, name } = channel;
  const remove = useAction(async () => {
    await notificationCalls.delete(id);
    notify(t('notifications.deleted', { name }));
    onClose();
    await client.invalidateQueries({ queryKey: notificationsKey });
  });
  return (
    <Dialog opened={opened} title={t('notifications.deleteTitle', { name })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          remove.run();
        }}
      >
        <Text c="dimmed">{t('notifications.deleteText')}</Text>
        <RefusedAlert error={remove.error} />
        <DialogButtons submit={t('notifications.deleteSubmit')} busy={remove.busy} danger onCancel={onClose} />
      </form>
    </Dialog>
  );
}
