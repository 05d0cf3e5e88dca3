import { Alert, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { restoreRecord, type DeletedKind } from '../api/directory';
import { Dialog } from '../ui/dialog';
import { DialogButtons, RefusedAlert } from '../ui/dialog-buttons';
import { useNotify } from '../ui/notify';
import { useAction } from '../ui/use-action';

export interface RestorableRecord {
  readonly id: string;
  readonly displayName: string;
  readonly integrationName: string;
}

interface RestoreDialogProps {
  readonly kind: DeletedKind;
  /** Closed while there is none. */
  readonly record: RestorableRecord | undefined;
  readonly onClose: () => void;
}

/** What comes back, and why it may go again (C09). */
export function RestoreDialog({ kind, record, onClose }: RestoreDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      opened={record !== undefined}
      title={t('past.restoreTitle', { name: record?.displayName ?? '' })}
      onClose={onClose}
    >
      {record !== undefined && <RestoreForm kind={kind} record={record} onClose={onClose} />}
    </Dialog>
  );
}

function RestoreForm({ kind, record, onClose }: RestoreDialogProps & { readonly record: RestorableRecord }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  const restore = useAction(async () => {
    await restoreRecord(kind, record.id);
    notify(t('past.restored', { name: record.displayName }));
    onClose();
    await Promise.all([
      client.invalidateQueries({ queryKey: ['users'] }),
      client.invalidateQueries({ queryKey: ['groups'] }),
      client.invalidateQueries({ queryKey: ['search'] }),
    ]);
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        restore.run();
      }}
    >
      <Text>{t(kind === 'users' ? 'past.restoreUser' : 'past.restoreGroup')}</Text>
      <Alert color="yellow" variant="light" mt="md">
        {t('past.restoreWarning', { origin: record.integrationName })}
      </Alert>
      <RefusedAlert error={restore.error} />
      <DialogButtons submit={t('past.restore')} busy={restore.busy} onCancel={onClose} />
    </form>
  );
}
