import type { GeneratedToken, Provider } from '@rollcall/admin-contracts';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotify } from '../../ui/notify';
import { integrationsKey } from '../../api/integrations';
import { useMay } from '../../api/session';
import { readWizardSearch } from '../../search-params';
import { Page } from '../../ui/page';
import { Trail } from '../../ui/trail';
import { LeaveDialog } from './leave-dialog';
import { NameStep } from './name-step';
import { StartStep } from './start-step';
import { TokenStep } from './token-step';
import { WizardProgress } from './wizard-progress';

const route = getRouteApi('/app/integrations/discover/scim');

type WizardState =
  | { readonly step: 'start' }
  | { readonly step: 'name' }
  | { readonly step: 'token'; readonly name: string; readonly generated: GeneratedToken };

/** A03. Until the token is generated everything is in this component, so leaving early has created nothing (A04). */
export function WizardPage() {
  const { t } = useTranslation();
  const mayManage = useMay('manageIntegrations');
  const asked = route.useSearch({ select: readWizardSearch, structuralSharing: true });
  const [provider, setProvider] = useState<Provider>(asked.provider ?? 'entra');
  const [name, setName] = useState('');
  const [state, setState] = useState<WizardState>({ step: 'start' });
  const finish = useFinish();
  if (!mayManage) return <Navigate to="/integrations/discover" replace />;

  return (
    <Page
      title={t('wizard.title')}
      trail={<Trail to="/integrations/discover">{t('discover.title')}</Trail>}
      width="reading"
    >
      <WizardProgress step={state.step} />
      {state.step === 'start' && (
        <StartStep
          provider={provider}
          onChoose={setProvider}
          onNext={() => {
            setState({ step: 'name' });
          }}
        />
      )}
      {state.step === 'name' && (
        <NameStep
          provider={provider}
          name={name}
          onName={setName}
          onBack={() => {
            setState({ step: 'start' });
          }}
          onGenerated={(generated) => {
            setState({ step: 'token', name: name.trim(), generated });
          }}
        />
      )}
      {state.step === 'token' && (
        <TokenStep
          provider={provider}
          generated={state.generated}
          onDone={() => {
            finish(state.generated.integrationId, state.name);
          }}
        />
      )}
      <LeaveDialog guarded={state.step === 'token'} />
    </Page>
  );
}

function useFinish(): (integrationId: string, name: string) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  const navigate = useNavigate();
  return (integrationId, name) => {
    void client.invalidateQueries({ queryKey: integrationsKey });
    notify(t('wizard.created', { name }));
    void navigate({ to: '/integrations', state: { fresh: integrationId }, ignoreBlocker: true });
  };
}
