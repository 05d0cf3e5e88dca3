import { PURGE_REASON_MAX, type PurgeCounts, type PurgeView } from '@rollcall/admin-contracts';
import { Alert, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { purgeCalls, purgeQuery } from '../api/purge';
import { Dialog } from './dialog';
import { DialogButtons, RefusedAlert } from './dialog-buttons';
import { useNotify } from './notify';
import { isNone, useRemovalCounts } from './removal-counts';
import { useAction } from './use-action';

interface RemovalDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What a pause means for the whole organisation, and why somebody makes one. */
export function PauseRemovalDialog({ opened, onClose }: RemovalDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} title={t('removal.pauseTitle')} onClose={onClose}>
      <PauseForm onClose={onClose} />
    </Dialog>
  );
}

function PauseForm({ onClose }: Pick<RemovalDialogProps, 'onClose'>) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? t('removal.reasonMissing') : null) },
  });
  const showAnswer = useShowAnswer(onClose);
  const pause = useAction(async (reason: string) => {
    await showAnswer(await purgeCalls.pause(reason.trim()), t('removal.paused'));
  });
  return (
    <form
      onSubmit={form.onSubmit(({ reason }) => {
        pause.run(reason);
      })}
    >
      <Text>{t('removal.pauseExplained')}</Text>
      <Alert color="yellow" variant="light" my="md">
        {t('removal.pauseWarning')}
      </Alert>
      <TextInput
        label={t('removal.reason')}
        description={t('removal.reasonHint')}
        maxLength={PURGE_REASON_MAX}
        data-autofocus
        withAsterisk
        {...form.getInputProps('reason')}
      />
      <RefusedAlert error={pause.error} />
      <DialogButtons submit={t('removal.pause')} busy={pause.busy} onCancel={onClose} />
    </form>
  );
}

/** What goes for good as soon as the pause is over. */
export function ResumeRemovalDialog({ opened, due, onClose }: RemovalDialogProps & { readonly due: PurgeCounts }) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} title={t('removal.resumeTitle')} onClose={onClose}>
      <ResumeForm due={due} onClose={onClose} />
    </Dialog>
  );
}

function ResumeForm({ due, onClose }: Pick<RemovalDialogProps, 'onClose'> & { readonly due: PurgeCounts }) {
  const { t } = useTranslation();
  const counts = useRemovalCounts();
  const showAnswer = useShowAnswer(onClose);
  const resume = useAction(async () => {
    await showAnswer(await purgeCalls.resume(), t('removal.resumed'));
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        resume.run();
      }}
    >
      <Text>{isNone(due) ? t('removal.resumeNothing') : t('removal.resumeDue', { what: counts(due) })}</Text>
      <RefusedAlert error={resume.error} />
      <DialogButtons submit={t('removal.resume')} busy={resume.busy} danger={!isNone(due)} onCancel={onClose} />
    </form>
  );
}

/** The lists of what was deleted change with it: what is past its days is in them only while the removal is paused. */
function useShowAnswer(onClose: () => void): (view: PurgeView, sentence: string) => Promise<void> {
  const client = useQueryClient();
  const notify = useNotify();
  return async (view, sentence) => {
    client.setQueryData(purgeQuery.queryKey, view);
    notify(sentence);
    onClose();
    await Promise.all(
      ['users', 'groups', 'integrations', 'search'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
  };
}
