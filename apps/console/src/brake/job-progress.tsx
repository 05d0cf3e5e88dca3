import type { BrakeTripView } from '@rollcall/admin-contracts';
import { Alert, Progress, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { brakeKey, isAtWork } from '../api/brake';
import { Panel } from '../ui/panel';
import { OutcomeList } from './outcome-list';

/** How far the newest decision has come, what it did, or whom it waits for. */
export function JobProgress({ trip }: { readonly trip: BrakeTripView }) {
  useRefreshWhenDone(trip);
  const { t } = useTranslation();
  const { job, releaseAsked } = trip;
  if (job !== undefined && isAtWork(trip)) {
    const percent = job.total === 0 ? 100 : Math.round((job.done / job.total) * 100);
    const label = t(`brake.working_${job.action}`, { done: job.done, total: job.total });
    return (
      <Panel title={label} text={t('brake.workingText')}>
        <Progress.Root size="lg" role="status">
          <Progress.Section value={percent} aria-label={label} />
        </Progress.Root>
      </Panel>
    );
  }
  return (
    <>
      {releaseAsked !== undefined && (
        <Alert color="yellow" variant="light" role="status">
          {releaseAsked.byYou ? t('brake.askedByYou') : t('brake.asked', { name: releaseAsked.by })}
        </Alert>
      )}
      {job !== undefined && (
        <Panel title={t(`brake.done_${job.action}`, { name: job.createdBy, count: job.outcome.people })}>
          {job.outcome.people + job.outcome.refused === 0 ? (
            <Text size="sm">{t('brake.outcome.nothing')}</Text>
          ) : (
            <OutcomeList outcome={job.outcome} />
          )}
        </Panel>
      )}
    </>
  );
}

/** Lists of people, groups and affected ones are old when a job is done. */
function useRefreshWhenDone(trip: BrakeTripView): void {
  const client = useQueryClient();
  const finishedAt = trip.job?.finishedAt;
  useEffect(() => {
    if (finishedAt === undefined) return;
    for (const queryKey of [[...brakeKey, 'people'], [...brakeKey, 'open'], ['users'], ['groups'], ['integrations']]) {
      void client.invalidateQueries({ queryKey });
    }
  }, [client, finishedAt]);
}
