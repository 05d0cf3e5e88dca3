import type { Channel, NotificationsView } from '@rollcall/admin-contracts';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notificationsQuery } from '../api/notifications';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { ChannelDialog } from './channel-dialog';
import type { ChannelAction } from './channel-menu';
import { ChannelsPanel } from './channels-panel';
import { DeleteChannelDialog } from './delete-channel-dialog';
import { DeliveriesPanel } from './deliveries-panel';
import { MailPanel } from './mail-panel';
import { OutcomeAlert } from './outcome-alert';
import type { TestOutcome } from './test-outcome';

/** Who is told of what needs a hand, and what became of each message (A38). */
export function NotificationsPage() {
  const { t } = useTranslation();
  const view = useQuery(notificationsQuery);
  return (
    <Page title={t('notifications.title')} intro={t('notifications.intro')} width="reading">
      <ListStates
        loading={view.isPending}
        error={view.data === undefined ? view.error : null}
        empty={false}
        onRetry={() => void view.refetch()}
        whenEmpty={null}
      >
        {view.data !== undefined && <Settings view={view.data} />}
      </ListStates>
    </Page>
  );
}

type Opened = ChannelAction | 'add' | undefined;

function Settings({ view }: { readonly view: NotificationsView }) {
  const [opened, setOpened] = useState<Opened>();
  // Stays while its dialog closes, so that nothing flickers.
  const [subject, setSubject] = useState<Channel>();
  const [outcome, setOutcome] = useState<TestOutcome>();
  const close = (): void => {
    setOpened(undefined);
  };
  return (
    <>
      <OutcomeAlert
        outcome={outcome}
        onClose={() => {
          setOutcome(undefined);
        }}
      />
      <Stack gap="md">
        <ChannelsPanel
          channels={view.channels}
          onAdd={() => {
            setSubject(undefined);
            setOpened('add');
          }}
          onAction={(action, channel) => {
            setSubject(channel);
            setOpened(action);
          }}
          onTested={setOutcome}
        />
        <MailPanel view={view} onTested={setOutcome} />
        <DeliveriesPanel />
      </Stack>
      <ChannelDialog opened={opened === 'add' || opened === 'edit'} channel={subject} onClose={close} />
      {subject !== undefined && <DeleteChannelDialog opened={opened === 'delete'} channel={subject} onClose={close} />}
    </>
  );
}
