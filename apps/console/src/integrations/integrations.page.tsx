import { Button } from '@mantine/core';
import { IconPlug, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { integrationsQuery } from '../api/integrations';
import { useMay } from '../api/session';
import { EmptyFace } from '../ui/faces';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { DeletedIntegrations } from './deleted/deleted-integrations';
import { IntegrationDialogs } from './dialogs/integration-dialogs';
import { useIntegrationDialogs } from './dialogs/use-integration-dialogs';
import { IntegrationsTable } from './integrations-table';

export function IntegrationsPage() {
  const { t } = useTranslation();
  const list = useQuery(integrationsQuery);
  const dialogs = useIntegrationDialogs();
  const mayManage = useMay('manageIntegrations');

  return (
    <Page title={t('integrations.title')} intro={t('integrations.intro')} actions={mayManage && <DiscoverButton />}>
      <ListStates
        loading={list.isPending}
        error={list.data === undefined ? list.error : null}
        empty={list.data?.length === 0}
        onRetry={() => void list.refetch()}
        whenEmpty={<NoIntegration mayManage={mayManage} />}
      >
        <IntegrationsTable integrations={list.data ?? []} onAction={dialogs.open} />
      </ListStates>
      <DeletedIntegrations />
      <IntegrationDialogs state={dialogs} />
    </Page>
  );
}

function DiscoverButton() {
  const { t } = useTranslation();
  return (
    <Button component={Link} to="/integrations/discover" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('integrations.discover')}
    </Button>
  );
}

function NoIntegration({ mayManage }: { readonly mayManage: boolean }) {
  const { t } = useTranslation();
  return (
    <EmptyFace
      icon={<IconPlug size={22} />}
      title={t('integrations.emptyTitle')}
      text={mayManage ? t('integrations.emptyText') : t('integrations.emptyReadOnly')}
    />
  );
}
