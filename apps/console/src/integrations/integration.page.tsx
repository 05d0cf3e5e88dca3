import type { IntegrationView } from '@rollcall/admin-contracts';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';
import { integrationQuery } from '../api/integrations';
import { FailedFace, LoadingFace } from '../ui/faces';
import { Page } from '../ui/page';
import { Panel } from '../ui/panel';
import { Trail } from '../ui/trail';
import { IntegrationDialogs } from './dialogs/integration-dialogs';
import { useIntegrationDialogs, type IntegrationDialogsState } from './dialogs/use-integration-dialogs';
import { IntegrationMenu } from './integration-menu';
import { IntegrationTabs } from './integration-tabs';
import { PauseBanner } from './pause/pause-banner';
import { capitalised, useProviderWords } from './provider-words';
import { StateBadge } from './state-badge';
import { TokenEndBanner } from './tokens/token-end-banner';

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
      badge={view.data !== undefined && <StateBadge of={view.data} />}
      intro={view.data !== undefined && view.data.pause === undefined && <StateSentence view={view.data} />}
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
  if (view !== undefined)
    return (
      <>
        <PauseBanner view={view} onAction={dialogs.open} />
        <TokenEndBanner view={view} onAction={dialogs.open} />
        <IntegrationTabs view={view} dialogs={dialogs} />
      </>
    );
  return <Panel flush>{error === null ? <LoadingFace /> : <FailedFace error={error} onRetry={onRetry} />}</Panel>;
}
