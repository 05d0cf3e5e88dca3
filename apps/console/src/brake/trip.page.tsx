import type { BrakeAction, BrakeTripView } from '@rollcall/admin-contracts';
import { Badge, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';
import { isAtWork, tripQuery } from '../api/brake';
import { useMay } from '../api/session';
import { FailedFace, LoadingFace } from '../ui/faces';
import { Page } from '../ui/page';
import { Panel } from '../ui/panel';
import { Trail } from '../ui/trail';
import { AffectedPeople } from './affected-people';
import { DecisionDialog, type PendingDecision } from './decision-dialog';
import { JobProgress } from './job-progress';
import { TripFacts } from './trip-facts';
import { useTripSentence } from './use-trip-sentence';
import { useWaiting } from './use-waiting';

const route = getRouteApi('/app/brake/$tripId');

/** One time that the brake tripped: what happened, to whom, and what to do about it. */
export function TripPage() {
  const { t } = useTranslation();
  const { tripId } = route.useParams();
  const trip = useQuery(tripQuery(tripId));
  const isClosed = trip.data?.closedAt !== undefined;
  const [pending, setPending] = useState<PendingDecision>();
  const close = (): void => {
    setPending(undefined);
  };
  return (
    <Page
      title={t(isClosed ? 'brake.tripTitleClosed' : 'brake.tripTitle')}
      trail={trip.data && <IntegrationTrail trip={trip.data} />}
      badge={trip.data && <TripBadge isClosed={isClosed} />}
      intro={trip.data && <Intro trip={trip.data} />}
      actions={trip.data && <TripActions trip={trip.data} onDecide={setPending} />}
    >
      <TripBody trip={trip.data} error={trip.error} onRetry={() => void trip.refetch()} onDecide={setPending} />
      {trip.data && pending && <DecisionDialog trip={trip.data} pending={pending} onClose={close} />}
    </Page>
  );
}

function IntegrationTrail({ trip }: { readonly trip: BrakeTripView }) {
  return (
    <Trail to="/integrations/$integrationId/brake" params={{ integrationId: trip.integrationId }}>
      {trip.integrationName}
    </Trail>
  );
}

export function TripBadge({ isClosed }: { readonly isClosed: boolean }) {
  const { t } = useTranslation();
  return <Badge color={isClosed ? 'gray' : 'red'}>{t(isClosed ? 'brake.closed' : 'brake.open')}</Badge>;
}

function Intro({ trip }: { readonly trip: BrakeTripView }) {
  const { t } = useTranslation();
  const sentence = useTripSentence();
  const waiting = useWaiting();
  const open = trip.closedAt === undefined ? [t('brake.intro'), waiting(trip)] : [];
  return [sentence(trip), ...open].filter((part) => part !== undefined).join(' ');
}

function TripActions({ trip, onDecide }: { trip: BrakeTripView; onDecide: (pending: PendingDecision) => void }) {
  const { t } = useTranslation();
  const mayDecide = useMay('manageIntegrations');
  if (!mayDecide || trip.undecided === 0 || isAtWork(trip)) return null;
  const all = (action: BrakeAction) => () => {
    onDecide({ action });
  };
  return (
    <>
      <Button variant="default" onClick={all('release')}>
        {t('brake.releaseAll')}
      </Button>
      <Button onClick={all('restore')}>{t('brake.restoreAll')}</Button>
    </>
  );
}

interface TripBodyProps {
  readonly trip: BrakeTripView | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onDecide: (pending: PendingDecision) => void;
}

function TripBody({ trip, error, onRetry, onDecide }: TripBodyProps) {
  const { t } = useTranslation();
  if (error instanceof ApiError && error.code === 'notFound') return <Text c="dimmed">{t('errors.notFound')}</Text>;
  if (trip === undefined)
    return <Panel flush>{error === null ? <LoadingFace /> : <FailedFace error={error} onRetry={onRetry} />}</Panel>;
  return (
    <Stack gap="lg">
      <JobProgress trip={trip} />
      <TripFacts trip={trip} />
      <AffectedPeople trip={trip} onDecide={onDecide} />
    </Stack>
  );
}
