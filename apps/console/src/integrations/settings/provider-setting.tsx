import type { IntegrationView, Provider } from '@rollcall/admin-contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { integrationCalls, refreshAll } from '../../api/integrations';
import { RefusedAlert } from '../../ui/dialog-buttons';
import { useNotify } from '../../ui/notify';
import { Panel } from '../../ui/panel';
import { useAction } from '../../ui/use-action';
import { ProviderChoice } from '../provider-choice';

export function ProviderSetting({ view }: { readonly view: IntegrationView }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  const change = useAction(async (provider: Provider) => {
    await integrationCalls.update(view.id, { provider });
    notify(t('settings.providerSaved', { provider: t(`providers.${provider}.name`) }));
    await refreshAll(client);
  });
  return (
    <Panel
      title={t('settings.providerTitle')}
      text={t('settings.providerText')}
      aside={<ProviderChoice provider={view.provider} onChoose={change.run} />}
    >
      {change.error !== undefined && <RefusedAlert error={change.error} />}
    </Panel>
  );
}
