import type { IntegrationSummary } from '@rollcall/admin-contracts';
import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNotify } from '../../ui/notify';
import { ApiError } from '../../api/api-error';
import { integrationCalls, refreshAll } from '../../api/integrations';
import { Dialog } from '../../ui/dialog';
import { DialogButtons, RefusedAlert } from '../../ui/dialog-buttons';
import { useAction } from '../../ui/use-action';
import { useNameFault } from '../integration-name';

interface RenameDialogProps {
  readonly opened: boolean;
  readonly integration: IntegrationSummary;
  readonly onClose: () => void;
}

export function RenameDialog({ opened, integration, onClose }: RenameDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} title={t('dialogs.renameTitle', { name: integration.name })} onClose={onClose}>
      <RenameForm key={integration.id} integration={integration} onClose={onClose} />
    </Dialog>
  );
}

function RenameForm({ integration, onClose }: Omit<RenameDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  const nameFault = useNameFault();
  const form = useForm({ initialValues: { name: integration.name }, validate: { name: nameFault } });

  const rename = useAction(async ({ name }: { name: string }) => {
    try {
      await integrationCalls.update(integration.id, { name: name.trim() });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'nameTaken') throw error;
      form.setFieldError('name', t('wizard.nameTaken'));
      return;
    }
    notify(t('integrations.renamed', { name: name.trim() }));
    onClose();
    await refreshAll(client);
  });

  return (
    <form onSubmit={form.onSubmit(rename.run)} noValidate>
      <Text c="dimmed" mb="md">
        {t('dialogs.renameText')}
      </Text>
      <TextInput label={t('dialogs.renameLabel')} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
      <RefusedAlert error={rename.error} />
      <DialogButtons submit={t('dialogs.renameSubmit')} busy={rename.busy} onCancel={onClose} />
    </form>
  );
}
