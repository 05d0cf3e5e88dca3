import type { IntegrationSummary } from '@rollcall/admin-contracts';
import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { DialogButtons, RefusedAlert } from '../../ui/dialog-buttons';
import { useRenameForm } from '../use-rename-form';

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
  const { form, rename } = useRenameForm(integration, onClose);
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
