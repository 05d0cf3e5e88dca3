import type { IntegrationSummary } from '@rollcall/admin-contracts';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';
import { integrationCalls, refreshAll } from '../api/integrations';
import { useNotifyUndoable } from '../ui/notify-undoable';
import { useAction } from '../ui/use-action';
import { useNameFault } from './integration-name';

/** Renames (A10), complains at the field, and offers to take it back. */
export function useRenameForm(integration: IntegrationSummary, onRenamed?: () => void) {
  const { t } = useTranslation();
  const notify = useNotifyUndoable();
  const client = useQueryClient();
  const nameFault = useNameFault();
  const form = useForm({ initialValues: { name: integration.name }, validate: { name: nameFault } });

  const rename = useAction(async (values: { name: string }) => {
    const name = values.name.trim();
    try {
      await integrationCalls.update(integration.id, { name });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'nameTaken') throw error;
      form.setFieldError('name', t('wizard.nameTaken'));
      return;
    }
    notify(t('integrations.renamed', { name }), async () => {
      await integrationCalls.update(integration.id, { name: integration.name });
      await refreshAll(client);
    });
    onRenamed?.();
    await refreshAll(client);
  });
  return { form, rename };
}
