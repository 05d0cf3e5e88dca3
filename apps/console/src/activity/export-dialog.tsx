import { ACTIVITY_EXPORT_MAX, type ActivityFilter } from '@rollcall/admin-contracts';
import { Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activityCalls } from '../api/activity';
import { Dialog } from '../ui/dialog';
import { DialogButtons, RefusedAlert } from '../ui/dialog-buttons';
import { useNotify } from '../ui/notify';
import { saveFile } from '../ui/save-file';
import { useAction } from '../ui/use-action';
import { useActionName } from './activity-sentence';

const loadWording = () => import('./export-columns');

interface ExportDialogProps {
  readonly opened: boolean;
  readonly filter: ActivityFilter;
  readonly onClose: () => void;
}

/** The log as it is filtered now, as a CSV file; counts while it arrives, and cancelling stops the server, too. */
export function ExportDialog({ opened, filter, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const { run, busy, error, entries, cancel } = useExport(filter, onClose);
  const close = (): void => {
    cancel();
    onClose();
  };
  const filtered = Object.keys(filter).length > 0;
  return (
    <Dialog opened={opened} title={t('activity.exportTitle')} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <Text c="dimmed">
          {t(filtered ? 'activity.exportFiltered' : 'activity.exportAll', { max: ACTIVITY_EXPORT_MAX })}
        </Text>
        <Text mt="md" role="status" className="tabular">
          {busy && t('activity.exported', { count: entries })}
        </Text>
        <RefusedAlert error={error} />
        <DialogButtons submit={t('activity.exportSubmit')} busy={busy} onCancel={close} />
      </form>
    </Dialog>
  );
}

function useExport(filter: ActivityFilter, onClose: () => void) {
  const { t, i18n } = useTranslation();
  const notify = useNotify();
  const actionName = useActionName();
  const [entries, setEntries] = useState(0);
  const abort = useRef<AbortController>(undefined);
  const action = useAction(async () => {
    const controller = new AbortController();
    abort.current = controller;
    setEntries(0);
    try {
      const { activityWording } = await loadWording();
      const file = await activityCalls.export(filter, {
        signal: controller.signal,
        wording: () => activityWording(i18n, actionName),
        onProgress: ({ rows }) => {
          setEntries(rows);
        },
      });
      const date = new Date().toISOString().slice(0, 10);
      saveFile(t('exports.files.activity', { date }), file, file.type);
      notify(t('activity.exportDone'));
      onClose();
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    }
  });
  return {
    ...action,
    entries,
    cancel: () => {
      abort.current?.abort();
    },
  };
}
