import { RELEASE_ALONE_MAX, type BrakeAction, type BrakeOutcome, type BrakeTripView } from '@rollcall/admin-contracts';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { brakeCalls, brakeKey, previewQuery, tripQuery } from '../api/brake';
import { integrationCalls, refreshAll } from '../api/integrations';
import { Dialog } from '../ui/dialog';
import { DialogButtons, RefusedAlert } from '../ui/dialog-buttons';
import { FailedFace, LoadingFace } from '../ui/faces';
import { useNotify } from '../ui/notify';
import { useAction } from '../ui/use-action';
import { OutcomeList } from './outcome-list';

export interface PendingDecision {
  readonly action: BrakeAction;
  /** Absent for everybody undecided. */
  readonly personIds?: readonly string[];
}

interface DecisionDialogProps {
  readonly trip: BrakeTripView;
  readonly pending: PendingDecision;
  readonly onClose: () => void;
}

/** Says exactly what will happen before it does. */
export function DecisionDialog({ trip, pending, onClose }: DecisionDialogProps) {
  const title = useTitle(pending);
  const preview = useQuery(previewQuery(trip.id, pending));
  const decide = useDecision(trip, pending, onClose);
  const { t } = useTranslation();
  return (
    <Dialog opened title={title} onClose={onClose} size="lg">
      {preview.isPending && <LoadingFace rows={3} />}
      {preview.isError && <FailedFace error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data !== undefined && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            decide.run(preview.data);
          }}
        >
          <Stack gap="md">
            <Text c="dimmed">{t(pending.action === 'restore' ? 'brake.restoreText' : 'brake.releaseText')}</Text>
            <OutcomeList outcome={preview.data} />
            {pending.action === 'restore' ? (
              <StillSending trip={trip} />
            ) : (
              <SecondPerson trip={trip} outcome={preview.data} />
            )}
          </Stack>
          <RefusedAlert error={decide.error} />
          <DialogButtons
            submit={title}
            busy={decide.busy}
            danger={pending.action === 'release'}
            disabled={preview.data.people === 0}
            onCancel={onClose}
          />
        </form>
      )}
    </Dialog>
  );
}

function useTitle({ action, personIds }: PendingDecision): string {
  const { t } = useTranslation();
  if (personIds === undefined) return t(action === 'restore' ? 'brake.restoreAll' : 'brake.releaseAll');
  const count = personIds.length;
  return action === 'restore' ? t('brake.restoreThese', { count }) : t('brake.releaseThese', { count });
}

function useDecision(trip: BrakeTripView, { action, personIds }: PendingDecision, onClose: () => void) {
  const client = useQueryClient();
  return useAction(async (expected: BrakeOutcome) => {
    try {
      const after = await brakeCalls.decide(trip.id, action, { expected, ...(personIds ? { personIds } : {}) });
      client.setQueryData(tripQuery(trip.id).queryKey, after);
    } catch (error) {
      await client.invalidateQueries({ queryKey: [...brakeKey, 'preview', trip.id] });
      throw error;
    }
    onClose();
    await client.invalidateQueries({ queryKey: brakeKey });
  });
}

/** A restoration that the provider undoes a minute later helps nobody. */
function StillSending({ trip }: { readonly trip: BrakeTripView }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  const pause = useAction(async () => {
    await integrationCalls.pause(trip.integrationId, { hours: 24 });
    notify(t('pause.paused', { name: trip.integrationName }));
    await Promise.all([refreshAll(client), client.invalidateQueries({ queryKey: tripQuery(trip.id).queryKey })]);
  });
  if (trip.pausedUntil !== undefined) {
    return (
      <Alert color="gray" variant="light" role="note">
        {t('brake.pausedUntil', { name: trip.integrationName })}
      </Alert>
    );
  }
  const provider = trip.provider === 'other' ? trip.integrationName : t(`providers.${trip.provider}.name`);
  return (
    <Alert color="yellow" variant="light" role="note">
      <Text size="sm">{t('brake.again', { provider })}</Text>
      <Button
        size="xs"
        variant="default"
        mt="xs"
        loading={pause.busy}
        onClick={() => {
          pause.run();
        }}
      >
        {t('brake.pauseFirst')}
      </Button>
      <RefusedAlert error={pause.error} />
    </Alert>
  );
}

function SecondPerson({ trip, outcome }: { readonly trip: BrakeTripView; readonly outcome: BrakeOutcome }) {
  const { t } = useTranslation();
  const alone = Math.max(RELEASE_ALONE_MAX.people, (trip.population * RELEASE_ALONE_MAX.percent) / 100);
  if (outcome.people <= alone) return null;
  const asked = trip.releaseAsked;
  return (
    <Alert color="yellow" variant="light" role="note">
      {asked === undefined || asked.byYou ? t('brake.secondPerson') : t('brake.asked', { name: asked.by })}
    </Alert>
  );
}
