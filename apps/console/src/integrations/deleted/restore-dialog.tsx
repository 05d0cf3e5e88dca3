import type { DeletedIntegration } from '@rollcall/admin-contracts';
import { Alert, List, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/api-error';
import { integrationCalls, refreshAll } from '../../api/integrations';
import { Dialog } from '../../ui/dialog';
import { DialogButtons, RefusedAlert } from '../../ui/dialog-buttons';
import { useNotify } from '../../ui/notify';
import { useAction } from '../../ui/use-action';
import { useNameFault } from '../integration-name';
import { useProviderWords } from '../provider-words';

interface RestoreDialogProps {
  readonly opened: boolean;
  readonly integration: DeletedIntegration;
  readonly onClose: () => void;
}

/** A12: what comes back and what does not. A new name is asked for only when the old one is used meanwhile. */
export function RestoreDialog({ opened, integration, onClose }: RestoreDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} title={t('deleted.restoreTitle', { name: integration.name })} onClose={onClose}>
      <RestoreForm key={integration.id} integration={integration} onClose={onClose} />
    </Dialog>
  );
}

function RestoreForm({ integration, onClose }: Omit<RestoreDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const words = useProviderWords(integration.provider);
  const nameFault = useNameFault();
  const [taken, setTaken] = useState(false);
  const form = useForm({ initialValues: { name: integration.name }, validate: { name: nameFault } });
  const restore = useRestore(integration, onClose, () => {
    setTaken(true);
    form.setFieldError('name', t('deleted.restoreNameTaken'));
  });
  return (
    <form
      onSubmit={form.onSubmit(({ name }) => {
        restore.run(name.trim());
      })}
      noValidate
    >
      <Text mb="xs">{t('deleted.restoreText')}</Text>
      <List spacing={4} withPadding>
        <List.Item>{t('deleted.restoreUsers', { count: integration.userCount })}</List.Item>
        <List.Item>{t('deleted.restoreGroups', { count: integration.groupCount })}</List.Item>
      </List>
      <Alert color="yellow" variant="light" mt="md">
        {t('deleted.restoreTokens', { provider: words.inSentence })}
      </Alert>
      {taken && (
        <TextInput
          mt="md"
          label={t('deleted.restoreName')}
          autoComplete="off"
          autoFocus
          {...form.getInputProps('name')}
        />
      )}
      <RefusedAlert error={restore.error} />
      <DialogButtons submit={t('deleted.restoreSubmit')} busy={restore.busy} onCancel={onClose} />
    </form>
  );
}

function useRestore(integration: DeletedIntegration, onClose: () => void, onTaken: () => void) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useAction(async (name: string) => {
    try {
      await integrationCalls.restore(integration.id, name === integration.name ? {} : { name });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'nameTaken') throw error;
      onTaken();
      return;
    }
    notify(t('deleted.restored', { name }));
    onClose();
    void navigate({
      to: '/integrations/$integrationId',
      params: { integrationId: integration.id },
      search: { tab: 'tokens' },
    });
    await refreshAll(client);
  });
}
