import { Alert, Button, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { openTripsQuery } from '../api/brake';
import { useSession } from '../api/session';
import { useTripSentence } from './use-trip-sentence';
import { useWaiting } from './use-waiting';
import classes from './brake.module.css';

/** On every page while a trip is open, for those who can do something about it or tell somebody who can. */
export function BrakeBanner() {
  const { t } = useTranslation();
  const sentence = useTripSentence();
  const waiting = useWaiting();
  const role = useSession()?.member.role;
  const concerns = role !== undefined && role !== 'auditor';
  const trips = useQuery({ ...openTripsQuery, enabled: concerns }).data ?? [];
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const [newest] = trips;
  const waits = newest && waiting(newest);
  if (!concerns || newest === undefined || pathname === `/brake/${newest.id}`) return null;
  return (
    <Alert
      className={classes.banner}
      color="red"
      variant="light"
      role="alert"
      icon={<IconHandStop aria-hidden />}
      title={
        trips.length === 1
          ? t('brake.bannerTitle', { name: newest.integrationName })
          : t('brake.bannerTitleMany', { count: trips.length })
      }
    >
      <Text size="sm">{sentence(newest)}</Text>
      <Text size="sm">{t('brake.bannerText')}</Text>
      {waits !== undefined && (
        <Text size="sm" fw={600}>
          {waits}
        </Text>
      )}
      <Button component={Link} to={`/brake/${newest.id}`} size="xs" color="red.9" mt="xs">
        {t('brake.bannerLook')}
      </Button>
    </Alert>
  );
}
