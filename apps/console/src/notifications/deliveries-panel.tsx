import type { Delivery } from '@rollcall/admin-contracts';
import { Badge, Button, Text } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { deliveriesQuery, notificationCalls, notificationsKey } from '../api/notifications';
import { useMay } from '../api/session';
import { DataTable } from '../ui/data-table';
import { RefusedAlert } from '../ui/dialog-buttons';
import { EmptyFace } from '../ui/faces';
import type { ListColumn } from '../ui/list-column';
import { ListStates } from '../ui/list-states';
import { useNotify } from '../ui/notify';
import { usePagesOf } from '../ui/pages-of';
import { Panel } from '../ui/panel';
import { RelativeTime } from '../ui/relative-time';
import { TextLink } from '../ui/text-link';
import { TwoLines } from '../ui/two-lines';
import { useAction } from '../ui/use-action';
import { STATE_COLORS } from './delivery-state';

/** Each message of the last days with how it fared; a failed one says why and can be sent again. */
export function DeliveriesPanel() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(deliveriesQuery);
  const { items, pages } = usePagesOf(query);
  const columns = useColumns();
  return (
    <Panel title={t('notifications.deliveriesTitle')} text={t('notifications.deliveriesText')} flush>
      <ListStates
        loading={query.isPending}
        error={query.data === undefined ? query.error : null}
        empty={items.length === 0}
        onRetry={() => void query.refetch()}
        whenEmpty={
          <EmptyFace
            icon={<IconMailCheck size={22} />}
            title={t('notifications.deliveriesEmpty')}
            text={t('notifications.deliveriesEmptyText')}
          />
        }
      >
        <DataTable
          label={t('notifications.deliveriesTitle')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          rowHeightPx={64}
          pages={pages}
        />
      </ListStates>
    </Panel>
  );
}

function useColumns(): readonly ListColumn<Delivery>[] {
  const { t } = useTranslation();
  const mayRetry = useMay('manageIntegrations');
  return useMemo(
    () => [
      { id: 'about', header: t('notifications.deliveryColumns.about'), cell: (row) => <About delivery={row} /> },
      {
        id: 'to',
        header: t('notifications.deliveryColumns.to'),
        width: '11rem',
        visibleFrom: 'sm',
        cell: ({ recipient }) => (
          <TwoLines
            first={recipient.name ?? t('notifications.gone')}
            second={t(`notifications.types.${recipient.type}`)}
          />
        ),
      },
      {
        id: 'state',
        header: t('notifications.deliveryColumns.state'),
        width: '15rem',
        visibleFrom: 'xs',
        cell: (row) => <State delivery={row} mayRetry={mayRetry} />,
      },
      {
        id: 'when',
        header: t('notifications.deliveryColumns.when'),
        width: '8rem',
        visibleFrom: 'md',
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
      },
    ],
    [t, mayRetry],
  );
}

function About({ delivery: { about } }: { readonly delivery: Delivery }) {
  const { t } = useTranslation();
  const [first] = about;
  if (first === undefined) return t('notifications.gone');
  const rest = about.length - 1;
  return (
    <TwoLines
      first={
        <TextLink to="/integrations/$integrationId" params={{ integrationId: first.integrationId }} search={{}}>
          {t(`notifications.events.${first.event}`, { name: first.integrationName })}
        </TextLink>
      }
      second={rest > 0 ? t('notifications.andMore', { count: rest }) : undefined}
    />
  );
}

function State({ delivery, mayRetry }: { readonly delivery: Delivery; readonly mayRetry: boolean }) {
  const { t } = useTranslation();
  const { state, fault, status, attempts } = delivery;
  const why = fault === undefined || state === 'sent' ? undefined : t(`notifications.faults.${fault}`);
  const code = status === undefined ? '' : ` (${String(status)})`;
  return (
    <>
      <Badge color={STATE_COLORS[state]}>{t(`notifications.states.${state}`)}</Badge>
      {attempts > 1 && (
        <Text component="span" size="xs" c="dimmed" ml={6}>
          {t('notifications.attempts', { count: attempts })}
        </Text>
      )}
      {why !== undefined && (
        <Text size="xs" c="dimmed" mt={2}>
          {why}
          {code}
        </Text>
      )}
      {state === 'failed' && mayRetry && <Retry delivery={delivery} />}
    </>
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
    <>
      <Button
        variant="default"
        size="compact-xs"
        mt={4}
        loading={retry.busy}
        aria-label={t('notifications.retryNamed', { name: recipient.name ?? t('notifications.gone') })}
        onClick={retry.run}
      >
        {t('notifications.retry')}
      </Button>
      <RefusedAlert error={retry.error} />
    </>
  );
}
