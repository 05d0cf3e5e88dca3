import type { DeletionPreview, IntegrationSummary } from '@rollcall/admin-contracts';
import { List, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNotify } from '../../ui/notify';
import { readerLocale } from '../../i18n/reader-locale';
import { ApiError } from '../../api/api-error';
import { deletionPreviewQuery, integrationCalls, integrationsKey, refreshAll } from '../../api/integrations';
import { Dialog } from '../../ui/dialog';
import { DialogButtons, RefusedAlert } from '../../ui/dialog-buttons';
import { FailedFace, LoadingFace } from '../../ui/faces';
import { useAction } from '../../ui/use-action';

interface DeleteDialogProps {
  readonly opened: boolean;
  readonly integration: IntegrationSummary;
  readonly onClose: () => void;
  readonly onDeleted?: (() => void) | undefined;
}

/** A12: the consequences with their counts first, then the name typed. */
export function DeleteDialog({ opened, integration, onClose, onDeleted }: DeleteDialogProps) {
  const { t } = useTranslation();
  const preview = useQuery({ ...deletionPreviewQuery(integration.id), enabled: opened });
  return (
    <Dialog opened={opened} title={t('dialogs.deleteTitle', { name: integration.name })} onClose={onClose}>
      {preview.isPending && <LoadingFace rows={4} />}
      {preview.isError && preview.data === undefined && (
        <FailedFace error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {preview.data !== undefined && (
        <>
          <Consequences preview={preview.data} />
          <DeleteForm key={integration.id} integration={integration} onClose={onClose} onDeleted={onDeleted} />
        </>
      )}
    </Dialog>
  );
}

function Consequences({ preview }: { readonly preview: DeletionPreview }) {
  const { t, i18n } = useTranslation();
  const date = new Intl.DateTimeFormat(readerLocale(i18n.language), { dateStyle: 'long' }).format(
    new Date(preview.restorableUntil),
  );
  return (
    <>
      <Text mb="xs">{t('dialogs.deleteText')}</Text>
      <List spacing={4} withPadding>
        <List.Item>{t('dialogs.deleteUsers', { count: preview.userCount, active: preview.activeUserCount })}</List.Item>
        <List.Item>{t('dialogs.deleteGroups', { count: preview.groupCount })}</List.Item>
        {preview.membershipCount > 0 && (
          <List.Item>{t('dialogs.deleteMemberships', { count: preview.membershipCount })}</List.Item>
        )}
        <List.Item>{t('dialogs.deleteTokens', { count: preview.liveTokenCount })}</List.Item>
        <List.Item>{t('dialogs.deleteRestore', { date })}</List.Item>
      </List>
    </>
  );
}

function DeleteForm({ integration, onClose, onDeleted }: Omit<DeleteDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (typed) => (typed.trim() === integration.name ? null : t('dialogs.deleteMismatch')) },
  });
  const remove = useDelete(integration, {
    onClose,
    onDeleted,
    onMismatch: () => form.setFieldError('name', t('dialogs.deleteMismatch')),
  });
  return (
    <form onSubmit={form.onSubmit(remove.run)} noValidate>
      <TextInput
        mt="md"
        label={t('dialogs.deleteLabel', { name: integration.name })}
        autoComplete="off"
        autoFocus
        {...form.getInputProps('name')}
      />
      <RefusedAlert error={remove.error} />
      <DialogButtons submit={t('dialogs.deleteSubmit')} busy={remove.busy} danger onCancel={onClose} />
    </form>
  );
}

interface Outcomes {
  readonly onClose: () => void;
  readonly onDeleted: (() => void) | undefined;
  readonly onMismatch: () => void;
}

function useDelete(integration: IntegrationSummary, outcomes: Outcomes) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  return useAction(async ({ name }: { name: string }) => {
    try {
      await integrationCalls.delete(integration.id, { name: name.trim() });
    } catch (error) {
      // Somebody renamed it meanwhile.
      if (!(error instanceof ApiError) || error.code !== 'confirmationMismatch') throw error;
      outcomes.onMismatch();
      return;
    }
    notify(t('integrations.deleted', { name: integration.name }));
    outcomes.onClose();
    outcomes.onDeleted?.();
    client.removeQueries({ queryKey: [...integrationsKey, integration.id] });
    await refreshAll(client);
  });
}
