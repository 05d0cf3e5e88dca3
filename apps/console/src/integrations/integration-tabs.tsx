import type { IntegrationView } from '@rollcall/admin-contracts';
import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { INTEGRATION_TABS, readIntegrationTab } from '../search-params';
import type { IntegrationDialogsState } from './dialogs/use-integration-dialogs';
import { SetupGuide } from './guide/setup-guide';
import { HealthTab } from './health/health-tab';
import { Overview } from './overview';
import { RequestsTab } from './requests-tab';
import { SettingsTab } from './settings/settings-tab';
import { TokensTab } from './tokens/tokens-tab';

const route = getRouteApi('/app/integrations/$integrationId');

interface IntegrationTabsProps {
  readonly view: IntegrationView;
  readonly dialogs: IntegrationDialogsState;
}

/** The tab is in the address, so that it can be sent to somebody; Settings is there for those who may change them. */
export function IntegrationTabs({ view, dialogs }: IntegrationTabsProps) {
  const { t } = useTranslation();
  const mayManage = useMay('manageIntegrations');
  const { tab } = route.useSearch({ select: readIntegrationTab, structuralSharing: true });
  const navigate = route.useNavigate();
  const tabs = INTEGRATION_TABS.filter((key) => key !== 'settings' || mayManage);
  const shown = tabs.find((key) => key === tab) ?? 'overview';
  return (
    <Tabs
      value={shown}
      keepMounted={false}
      onChange={(chosen) => {
        const next = tabs.find((candidate) => candidate === chosen);
        void navigate({ search: next === undefined || next === 'overview' ? {} : { tab: next }, replace: true });
      }}
    >
      <Tabs.List mb="lg">
        {tabs.map((key) => (
          <Tabs.Tab key={key} value={key}>
            {t(`integration.tabs.${key}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={shown}>
        <TabBody tab={shown} view={view} dialogs={dialogs} />
      </Tabs.Panel>
    </Tabs>
  );
}

function TabBody({ tab, view, dialogs }: IntegrationTabsProps & { tab: (typeof INTEGRATION_TABS)[number] }) {
  switch (tab) {
    case 'overview':
      return <Overview view={view} />;
    case 'guide':
      return <SetupGuide view={view} />;
    case 'tokens':
      return <TokensTab view={view} onRotate={dialogs.open} />;
    case 'requests':
      return <RequestsTab view={view} />;
    case 'health':
      return <HealthTab view={view} />;
    case 'settings':
      return <SettingsTab view={view} onAction={dialogs.open} />;
  }
}
