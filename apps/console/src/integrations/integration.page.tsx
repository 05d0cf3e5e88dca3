import type { IntegrationView } from '@rollcall/admin-contracts';
import { Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { INTEGRATION_TABS as TABS, readIntegrationTab } from '../search-params';
import { ApiError } from '../api/api-error';
import { integrationQuery } from '../api/integrations';
import { FailedFace, LoadingFace } from '../ui/faces';
import { Page } from '../ui/page';
import { Panel } from '../ui/panel';
import { Trail } from '../ui/trail';
import { IntegrationDialogs } from './dialogs/integration-dialogs';
import { useIntegrationDialogs, type IntegrationDialogsState } from './dialogs/use-integration-dialogs';
import { SetupGuide } from './guide/setup-guide';
import { IntegrationMenu } from './integration-menu';
import { Overview } from './overview';
import { capitalised, useProviderWords } from './provider-words';
import { StateBadge } from './state-badge';
import { TokensTab } from './tokens/tokens-tab';

const route = getRouteApi('/app/integrations/$integrationId');

export function IntegrationPage() {
  const { t } = useTranslation();
  const { integrationId } = route.useParams();
  const view = useQuery(integrationQuery(integrationId));
  const dialogs = useIntegrationDialogs();
  const navigate = useNavigate();

  return (
    <Page
      title={view.data?.name ?? t('integrations.title')}
      trail={<Trail to="/integrations">{t('integrations.title')}</Trail>}
      width="reading"
      badge={view.data !== undefined && <StateBadge state={view.data.state} />}
      intro={view.data !== undefined && <StateSentence view={view.data} />}
      actions={view.data !== undefined && <IntegrationMenu integration={view.data} onAction={dialogs.open} />}
    >
      <IntegrationBody view={view.data} error={view.error} onRetry={() => void view.refetch()} dialogs={dialogs} />
      <IntegrationDialogs state={dialogs} onDeleted={() => void navigate({ to: '/integrations' })} />
    </Page>
  );
}

function StateSentence({ view }: { readonly view: IntegrationView }) {
  const { t } = useTranslation();
  const words = useProviderWords(view.provider);
  return capitalised(t(`integrations.stateSentences.${view.state}`, { provider: words.inSentence }));
}

interface IntegrationBodyProps {
  readonly view: IntegrationView | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly dialogs: IntegrationDialogsState;
}

/** An integration that is gone has nothing to retry; what was read before stays in view when polling fails. */
function IntegrationBody({ view, error, onRetry, dialogs }: IntegrationBodyProps) {
  const { t } = useTranslation();
  if (error instanceof ApiError && error.code === 'notFound') return <Text c="dimmed">{t('errors.notFound')}</Text>;
  if (view !== undefined) return <IntegrationTabs view={view} dialogs={dialogs} />;
  return <Panel flush>{error === null ? <LoadingFace /> : <FailedFace error={error} onRetry={onRetry} />}</Panel>;
}

function IntegrationTabs({
  view,
  dialogs,
}: {
  readonly view: IntegrationView;
  readonly dialogs: IntegrationDialogsState;
}) {
  const { t } = useTranslation();
  const { tab } = route.useSearch({ select: readIntegrationTab, structuralSharing: true });
  const navigate = route.useNavigate();
  return (
    <Tabs
      value={tab ?? 'overview'}
      keepMounted={false}
      onChange={(chosen) => {
        const next = TABS.find((candidate) => candidate === chosen);
        void navigate({ search: next === undefined || next === 'overview' ? {} : { tab: next }, replace: true });
      }}
    >
      <Tabs.List mb="lg">
        {TABS.map((key) => (
          <Tabs.Tab key={key} value={key}>
            {t(`integration.tabs.${key}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">
        <Overview view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="guide">
        <SetupGuide view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="tokens">
        <TokensTab view={view} onRotate={dialogs.open} />
      </Tabs.Panel>
    </Tabs>
  );
}
