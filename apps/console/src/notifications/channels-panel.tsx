import { NOTIFICATION_KINDS, type Channel } from '@rollcall/admin-contracts';
import { Badge, Button, Group, Table } from '@mantine/core';
import { IconBell, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { EmptyFace } from '../ui/faces';
import { Panel } from '../ui/panel';
import { RelativeTime } from '../ui/relative-time';
import { TwoLines } from '../ui/two-lines';
import { ChannelMenu, type ChannelAction } from './channel-menu';
import { STATE_COLORS } from './delivery-state';
import classes from './table.module.css';
import type { TestOutcome } from './test-outcome';

interface ChannelsPanelProps {
  readonly channels: readonly Channel[];
  readonly onAdd: () => void;
  readonly onAction: (action: ChannelAction, channel: Channel) => void;
  readonly onTested: (outcome: TestOutcome) => void;
}

export function ChannelsPanel({ channels, onAdd, ...actions }: ChannelsPanelProps) {
  const { t } = useTranslation();
  const mayManage = useMay('manageIntegrations');
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
        <ChannelsTable channels={channels} {...actions} />
      )}
    </Panel>
  );
}

function ChannelsTable({ channels, onAction, onTested }: Omit<ChannelsPanelProps, 'onAdd'>) {
  const { t } = useTranslation();
  const mayManage = useMay('manageIntegrations');
  return (
    <Table className={`${classes.table ?? ''} ${classes.channels ?? ''}`} aria-label={t('notifications.channelsTitle')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('notifications.columns.channel')}</Table.Th>
          <Table.Th visibleFrom="sm" className={classes.told}>
            {t('notifications.columns.told')}
          </Table.Th>
          <Table.Th visibleFrom="xs" className={classes.last}>
            {t('notifications.columns.last')}
          </Table.Th>
          {mayManage && (
            <Table.Th className={classes.actions}>
              <span className="visually-hidden">{t('notifications.columns.actions')}</span>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {channels.map((channel) => (
          <Table.Tr key={channel.id}>
            <Table.Td>
              <ChannelName channel={channel} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <Subscription channel={channel} />
            </Table.Td>
            <Table.Td visibleFrom="xs">
              <LastMessage channel={channel} />
            </Table.Td>
            {mayManage && (
              <Table.Td ta="end">
                <ChannelMenu channel={channel} onAction={onAction} onTested={onTested} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
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
