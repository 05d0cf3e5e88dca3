import type { IntegrationSummary } from '@rollcall/admin-contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { integrationCalls, refreshAll } from '../../api/integrations';
import { useErrorSentence } from '../../api/error-sentence';
import { useNotify } from '../../ui/notify';
import { useAction } from '../../ui/use-action';

/** Takes requests again at once; it needs no question, because pausing again is as easy. */
export function useResume(): (integration: Pick<IntegrationSummary, 'id' | 'name'>) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  const sentence = useErrorSentence();
  const client = useQueryClient();
  return useAction(async ({ id, name }: Pick<IntegrationSummary, 'id' | 'name'>) => {
    try {
      await integrationCalls.resume(id);
    } catch (error) {
      notify(sentence(error));
      return;
    }
    notify(t('pause.resumed', { name }));
    await refreshAll(client);
  }).run;
}
