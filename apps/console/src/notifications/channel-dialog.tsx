import type { Channel } from '@rollcall/admin-contracts';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog';
import { ChannelForm } from './channel-form';

interface ChannelDialogProps {
  readonly opened: boolean;
  /** The one that is edited; without it a new one is added. */
  readonly channel: Channel | undefined;
  readonly onClose: () => void;
}

export function ChannelDialog({ opened, channel, onClose }: ChannelDialogProps) {
  const { t } = useTranslation();
  const title =
    channel === undefined ? t('notifications.addTitle') : t('notifications.editTitle', { name: channel.name });
  return (
    <Dialog opened={opened} title={title} onClose={onClose} size="lg">
      <ChannelForm key={channel?.id ?? 'new'} channel={channel} onClose={onClose} />
    </Dialog>
  );
}
