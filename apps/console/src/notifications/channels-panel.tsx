import { NOTIFICATION_KINDS, type Channel } from '@rollcall/admin-contracts';
import { Badge, Button, Group } from '@mantine/core';
import { IconBell, IconPlus } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { DataTable } from '../ui/data-table';
import { EmptyFace } from '../ui/faces';
import type { ListColumn } from '../ui/list-column';
import { Panel } from '../ui/panel';
import { RelativeTime } from '../ui/relative-time';
import { TwoLines } from '../ui/two-lines';
import { ChannelMenu, type ChannelAction } from './channel-menu';
import { STATE_COLORS } from './delivery-state';
import type { TestOutcome } from './test-outcome';

interface ChannelsPanelProps {
  readonly channels: readonly Channel[];
  readonly onAdd: () => void;
  readonly onAction: (action: ChannelAction, channel: Channel) => void;
  readonly onTested: (outcome: TestOutcome) => void;
}

export function ChannelsPanel({ channels, onAdd, onAction, onTested }: ChannelsPanelProps) {
  const { t } = useTranslation();
  const mayManage = useMay('manageIntegrations');
  const columns = useColumns(mayManage, onAction, onTested);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
      {t('notifications.add')}
    </Button>
  );
  return (
    <Panel
      title={t('notifications.channelsTitle')}
      text={t('notifications.channelsText')}
      flush
      aside={mayManage && channels.length > 0 && add}
    >
      {channels.length === 0 ? (
        <EmptyFace
          icon={<IconBell size={22} />}
          title={t('notifications.emptyTitle')}
          text={mayManage ? t('notifications.emptyText') : t('notifications.emptyTextReader')}
          action={mayManage && add}
        />
      ) : (
        <DataTable
          label={t('notifications.channelsTitle')}
          columns={columns}
          rows={channels}
          rowKey={({ id }) => id}
          rowHeightPx={60}
        />
      )}
    </Panel>
  );
}

function useColumns(
  mayManage: boolean,
  onAction: ChannelsPanelProps['onAction'],
  onTested: ChannelsPanelProps['onTested'],
): readonly ListColumn<Channel>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const columns: ListColumn<Channel>[] = [
      { id: 'channel', header: t('notifications.columns.channel'), cell: (row) => <ChannelName channel={row} /> },
      {
        id: 'told',
        header: t('notifications.columns.told'),
        visibleFrom: 'sm',
        width: '12rem',
        cell: (row) => <Subscription channel={row} />,
      },
      {
        id: 'last',
        header: t('notifications.columns.last'),
        visibleFrom: 'xs',
        width: '10rem',
        cell: (row) => <LastMessage channel={row} />,
      },
    ];
    if (!mayManage) return columns;
    const cell = (row: Channel): ReactNode => <ChannelMenu channel={row} onAction={onAction} onTested={onTested} />;
    return [
      ...columns,
      { id: 'actions', header: t('notifications.columns.actions'), silent: true, align: 'end', width: '4rem', cell },
    ];
  }, [t, mayManage, onAction, onTested]);
}

function ChannelName({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation();
  const name = (
    <Group gap="xs" wrap="nowrap">
      {channel.name}
      {!channel.enabled && (
        <Badge color="gray" variant="light">
          {t('notifications.off')}
        </Badge>
      )}
    </Group>
  );
  return (
    <TwoLines
      first={name}
      second={[t(`notifications.types.${channel.type}`), channel.hint].filter(Boolean).join(' · ')}
    />
  );
}

function Subscription({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation();
  const count = channel.kinds.length;
  const total = NOTIFICATION_KINDS.length;
  const chosen = channel.integrationIds?.length;
  return (
    <TwoLines
      first={count === total ? t('notifications.kindsAll') : t('notifications.kindsSome', { count, total })}
      second={
        chosen === undefined
          ? t('notifications.integrationsAll')
          : t('notifications.integrationsSome', { count: chosen })
      }
    />
  );
}

function LastMessage({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation();
  const last = channel.lastDelivery;
  if (last === undefined) return t('notifications.noMessageYet');
  return (
    <TwoLines
      first={<Badge color={STATE_COLORS[last.state]}>{t(`notifications.states.${last.state}`)}</Badge>}
      second={<RelativeTime at={last.at} />}
    />
  );
}
