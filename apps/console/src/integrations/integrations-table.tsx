import type { IntegrationSummary } from '@rollcall/admin-contracts';
import { Box, Group } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table';
import type { ListColumn } from '../ui/list-column';
import { RelativeTime } from '../ui/relative-time';
import { RowLink } from '../ui/row-link';
import { TwoLines } from '../ui/two-lines';
import type { IntegrationAction } from './dialogs/use-integration-dialogs';
import { IntegrationMenu } from './integration-menu';
import { ProviderMark } from './provider-mark';
import { useProviderWords } from './provider-words';
import { StateBadge } from './state-badge';

interface IntegrationsTableProps {
  readonly integrations: readonly IntegrationSummary[];
  readonly onAction: (action: IntegrationAction, integration: IntegrationSummary) => void;
}

export function IntegrationsTable({ integrations, onAction }: IntegrationsTableProps) {
  const { t } = useTranslation();
  const columns = useColumns(onAction);
  const fresh = useLocation({ select: (location) => location.state.fresh });
  return (
    <DataTable
      label={t('integrations.title')}
      columns={columns}
      rows={integrations}
      rowKey={(integration) => integration.id}
      rowHeightPx={60}
      isMarked={(integration) => integration.id === fresh}
    />
  );
}

function useColumns(onAction: IntegrationsTableProps['onAction']): readonly ListColumn<IntegrationSummary>[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const number = new Intl.NumberFormat(i18n.language);
    return [
      {
        id: 'name',
        header: t('integrations.columns.name'),
        cell: (row) => <NameCell integration={row} />,
      },
      {
        id: 'state',
        header: t('integrations.columns.state'),
        width: '13rem',
        visibleFrom: 'xs',
        cell: (row) => <StateBadge of={row} />,
      },
      {
        id: 'users',
        header: t('integrations.columns.users'),
        width: '6rem',
        align: 'end',
        visibleFrom: 'sm',
        cell: (row) => number.format(row.userCount),
      },
      {
        id: 'groups',
        header: t('integrations.columns.groups'),
        width: '6rem',
        align: 'end',
        visibleFrom: 'sm',
        cell: (row) => number.format(row.groupCount),
      },
      {
        id: 'lastRequest',
        header: t('integrations.columns.lastRequest'),
        width: '10rem',
        visibleFrom: 'md',
        cell: (row) => (row.lastRequestAt === undefined ? t('common.never') : <RelativeTime at={row.lastRequestAt} />),
      },
      {
        id: 'created',
        header: t('integrations.columns.created'),
        width: '10rem',
        visibleFrom: 'lg',
        cell: (row) => <TwoLines first={<RelativeTime at={row.createdAt} />} second={row.createdBy} />,
      },
      {
        id: 'actions',
        header: t('integrations.columns.actions'),
        width: '4rem',
        align: 'end',
        silent: true,
        cell: (row) => <IntegrationMenu integration={row} withDetails onAction={onAction} />,
      },
    ];
  }, [t, i18n.language, onAction]);
}

function NameCell({ integration }: { readonly integration: IntegrationSummary }) {
  const { t } = useTranslation();
  const words = useProviderWords(integration.provider);
  return (
    <Group gap="sm" wrap="nowrap">
      <ProviderMark provider={integration.provider} />
      <TwoLines
        first={
          <RowLink to="/integrations/$integrationId" params={{ integrationId: integration.id }}>
            {integration.name}
          </RowLink>
        }
        second={
          <>
            <Box visibleFrom="xs">{t('integrations.type', { provider: words.name })}</Box>
            <Box hiddenFrom="xs" mt={2}>
              <StateBadge of={integration} />
            </Box>
          </>
        }
      />
    </Group>
  );
}
