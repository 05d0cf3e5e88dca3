import type { Delivery } from '@rollcall/admin-contracts';
import { Badge, Box, Button, Table, Text } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deliveriesQuery, notificationCalls, notificationsKey } from '../api/notifications';
import { useMay } from '../api/session';
import { RefusedAlert } from '../ui/dialog-buttons';
import { EmptyFace, FailedFace, LoadingFace } from '../ui/faces';
import { ListFoot } from '../ui/list-foot';
import { useNotify } from '../ui/notify';
import { usePagesOf } from '../ui/pages-of';
import { Panel } from '../ui/panel';
import { RelativeTime, relativeTime } from '../ui/relative-time';
import { TextLink } from '../ui/text-link';
import { TwoLines } from '../ui/two-lines';
import { useAction } from '../ui/use-action';
import { STATE_COLORS } from './delivery-state';
import classes from './table.module.css';

/** Each message of the last days with how it fared; a failed one says why and can be sent again. */
export function DeliveriesPanel() {
  const { t } = useTranslation();
  return (
    <Panel title={t('notifications.deliveriesTitle')} text={t('notifications.deliveriesText')} flush>
      <Deliveries />
    </Panel>
  );
}

function Deliveries() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(deliveriesQuery);
  const { items, pages } = usePagesOf(query);
  if (query.isPending) return <LoadingFace rows={4} />;
  if (query.data === undefined) return <FailedFace error={query.error} onRetry={() => void query.refetch()} />;
  if (items.length > 0) {
    return (
      <>
        <DeliveriesTable deliveries={items} />
        <Box className={classes.foot}>
          <ListFoot shown={items.length} pages={pages} />
        </Box>
      </>
    );
  }
  return (
    <EmptyFace
      icon={<IconMailCheck size={22} />}
      title={t('notifications.deliveriesEmpty')}
      text={t('notifications.deliveriesEmptyText')}
    />
  );
}

function DeliveriesTable({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const { t } = useTranslation();
  return (
    <Table className={classes.table} aria-label={t('notifications.deliveriesTitle')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('notifications.deliveryColumns.about')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('notifications.deliveryColumns.to')}</Table.Th>
          <Table.Th>{t('notifications.deliveryColumns.state')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('notifications.deliveryColumns.when')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {deliveries.map((delivery) => (
          <Table.Tr key={delivery.id}>
            <Table.Td>
              <About delivery={delivery} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <TwoLines
                first={delivery.recipient.name ?? t('notifications.gone')}
                second={t(`notifications.types.${delivery.recipient.type}`)}
              />
            </Table.Td>
            <Table.Td>
              <State delivery={delivery} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <RelativeTime at={delivery.createdAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function About({ delivery: { about, fault, status, state } }: { readonly delivery: Delivery }) {
  const { t } = useTranslation();
  const [first] = about;
  if (first === undefined) return t('notifications.gone');
  const code = status === undefined ? '' : ` (${String(status)})`;
  return (
    <>
      <TextLink to="/integrations/$integrationId" params={{ integrationId: first.integrationId }} search={{}}>
        {t(`notifications.events.${first.event}`, { name: first.integrationName })}
      </TextLink>
      {about.length > 1 && (
        <Text size="xs" c="dimmed">
          {t('notifications.andMore', { count: about.length - 1 })}
        </Text>
      )}
      {fault !== undefined && state !== 'sent' && (
        <Text size="xs" mt={4} maw={380}>
          {t(`notifications.faults.${fault}`)}
          {code}
        </Text>
      )}
    </>
  );
}

function State({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation();
  const mayRetry = useMay('manageIntegrations');
  const { state, attempts, nextAt } = delivery;
  return (
    <>
      <Badge color={STATE_COLORS[state]}>{t(`notifications.states.${state}`)}</Badge>
      {attempts > 1 && (
        <Text size="xs" c="dimmed" mt={2}>
          {t('notifications.attempts', { count: attempts })}
        </Text>
      )}
      {state === 'pending' && attempts > 0 && nextAt !== undefined && <NextTry at={nextAt} />}
      {state === 'failed' && mayRetry && <Retry delivery={delivery} />}
    </>
  );
}

function NextTry({ at }: { readonly at: string }) {
  const { t, i18n } = useTranslation();
  const when = relativeTime(new Date(at), new Date(), i18n.language) ?? t('common.justNow');
  return (
    <Text size="xs" c="dimmed">
      {t('notifications.nextTry', { when })}
    </Text>
  );
}

function Retry({ delivery: { id, recipient } }: { readonly delivery: Delivery }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  const retry = useAction(async () => {
    await notificationCalls.retry(id);
    notify(t('notifications.retried'));
    await client.invalidateQueries({ queryKey: notificationsKey });
  });
  return (
    <div>
      <Button
        variant="default"
        size="compact-xs"
        mt={6}
        loading={retry.busy}
        aria-label={t('notifications.retryNamed', { name: recipient.name ?? t('notifications.gone') })}
        onClick={retry.run}
      >
        {t('notifications.retry')}
      </Button>
      <RefusedAlert error={retry.error} />
    </div>
  );
}
