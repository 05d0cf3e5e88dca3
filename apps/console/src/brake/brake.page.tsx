import type { BrakeTrip } from '@rollcall/admin-contracts';
import { Stack, Title } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { brakeQuery } from '../api/brake';
import { integrationQuery } from '../api/integrations';
import { DataTable } from '../ui/data-table';
import { EmptyFace } from '../ui/faces';
import type { ListColumn } from '../ui/list-column';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { RelativeTime } from '../ui/relative-time';
import { RowLink } from '../ui/row-link';
import { TwoLines } from '../ui/two-lines';
import { Trail } from '../ui/trail';
import { ThresholdPanel } from './threshold-panel';
import { TripBadge } from './trip.page';
import { useTripSentence } from './use-trip-sentence';
import { useWaiting } from './use-waiting';

const route = getRouteApi('/app/integrations/$integrationId/brake');

/** The brake of one integration: when it trips, and when it did. */
export function BrakePage() {
  const { t } = useTranslation();
  const { integrationId } = route.useParams();
  const name = useQuery(integrationQuery(integrationId)).data?.name;
  const view = useQuery(brakeQuery(integrationId));
  const columns = useColumns();
  return (
    <Page
      title={name === undefined ? t('brake.title') : t('brake.pageTitle', { name })}
      trail={
        <Trail to="/integrations/$integrationId" params={{ integrationId }}>
          {name ?? t('integrations.title')}
        </Trail>
      }
      intro={t('brake.pageIntro')}
      width="reading"
    >
      <Stack gap="lg">
        {view.data && (
          <ThresholdPanel key={JSON.stringify(view.data.threshold)} integrationId={integrationId} view={view.data} />
        )}
        <Title order={2}>{t('brake.tripsTitle')}</Title>
        <ListStates
          loading={view.isPending}
          error={view.data === undefined ? view.error : null}
          empty={view.data?.trips.length === 0}
          onRetry={() => void view.refetch()}
          whenEmpty={
            <EmptyFace
              icon={<IconShieldCheck size={22} />}
              title={t('brake.tripsNone')}
              text={t('brake.tripsNoneText')}
            />
          }
        >
          <DataTable
            label={t('brake.tripsTitle')}
            columns={columns}
            rows={view.data?.trips ?? []}
            rowKey={(trip) => trip.id}
            rowHeightPx={64}
          />
        </ListStates>
      </Stack>
    </Page>
  );
}

function useColumns(): readonly ListColumn<BrakeTrip>[] {
  const { t } = useTranslation();
  const sentence = useTripSentence();
  const waiting = useWaiting();
  return useMemo(
    () => [
      {
        id: 'what',
        header: t('brake.factsTitle'),
        cell: (trip) => (
          <TwoLines
            sentence
            first={
              <RowLink to="/brake/$tripId" params={{ tripId: trip.id }}>
                {sentence(trip)}
              </RowLink>
            }
            second={waiting(trip)}
          />
        ),
      },
      {
        id: 'state',
        header: t('brake.columns.state'),
        width: '8rem',
        cell: (trip) => <TripBadge isClosed={trip.closedAt !== undefined} />,
      },
      {
        id: 'at',
        header: t('brake.columns.at'),
        width: '9rem',
        visibleFrom: 'sm',
        cell: (trip) => <RelativeTime at={trip.openedAt} />,
      },
    ],
    [t, sentence, waiting],
  );
}
