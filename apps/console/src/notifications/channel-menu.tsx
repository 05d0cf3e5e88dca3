import type { Channel } from '@rollcall/admin-contracts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconBell, IconBellOff, IconDots, IconPencil, IconSend, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notificationCalls, notificationsKey } from '../api/notifications';
import { useNotifyUndoable } from '../ui/notify-undoable';
import { useAction } from '../ui/use-action';
import classes from './table.module.css';
import type { TestOutcome } from './test-outcome';

export type ChannelAction = 'edit' | 'delete';

interface ChannelMenuProps {
  readonly channel: Channel;
  readonly onAction: (action: ChannelAction, channel: Channel) => void;
  readonly onTested: (outcome: TestOutcome) => void;
}

export function ChannelMenu({ channel, onAction, onTested }: ChannelMenuProps) {
  const { t } = useTranslation();
  const { id, name, enabled } = channel;
  const toggle = useToggle(channel);
  const test = useAction(async () => {
    onTested({ name, result: await notificationCalls.test(id) });
  });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon
          size="lg"
          variant="subtle"
          color="gray"
          loading={test.busy}
          aria-label={t('notifications.menu', { name })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconSend size={16} aria-hidden />} onClick={test.run}>
          {t('notifications.test')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => {
            onAction('edit', channel);
          }}
        >
          {t('notifications.edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={enabled ? <IconBellOff size={16} aria-hidden /> : <IconBell size={16} aria-hidden />}
          onClick={toggle}
        >
          {enabled ? t('notifications.turnOff') : t('notifications.turnOn')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          className={classes.danger}
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => {
            onAction('delete', channel);
          }}
        >
          {t('notifications.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useToggle({ id, name, enabled }: Channel): () => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notifyUndoable = useNotifyUndoable();
  const set = async (value: boolean): Promise<void> => {
    await notificationCalls.update(id, { enabled: value });
    await client.invalidateQueries({ queryKey: notificationsKey });
  };
  return useAction(async () => {
    await set(!enabled);
    notifyUndoable(enabled ? t('notifications.turnedOff', { name }) : t('notifications.turnedOn', { name }), () =>
      set(enabled),
    );
  }).run;
}
