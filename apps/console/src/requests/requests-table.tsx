import type { RequestSummary } from '@rollcall/admin-contracts';
import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table';
import type { ListColumn } from '../ui/list-column';
import type { MorePages } from '../ui/list-foot';
import { RelativeTime } from '../ui/relative-time';
import { RowLink } from '../ui/row-link';
import { TwoLines } from '../ui/two-lines';
import { AnswerBadge } from './answer-badge';

interface RequestsTableProps {
  readonly requests: readonly RequestSummary[];
  readonly pages: MorePages;
  readonly stale: boolean;
}

/** Reads as sentences; the wire is beside them for whoever wants it. */
export function RequestsTable({ requests, pages, stale }: RequestsTableProps) {
  const { t } = useTranslation();
  const columns = useMemo<readonly ListColumn<RequestSummary>[]>(
    () => [
      {
        id: 'what',
        header: t('requests.columns.what'),
        cell: (row) => (
          <TwoLines
            first={
              <RowLink to="/requests/$requestId" params={{ requestId: row.id }}>
                {row.summary}
              </RowLink>
            }
            second={row.integrationName ?? t('requests.unknownIntegration')}
          />
        ),
      },
      {
        id: 'call',
        header: t('requests.columns.call'),
        visibleFrom: 'md',
        width: '34%',
        cell: (row) => (
          <Text component="span" size="xs" ff="monospace" c="dimmed">
            {row.method} {row.path}
            {row.query !== undefined && `?${row.query}`}
          </Text>
        ),
      },
      {
        id: 'status',
        header: t('requests.columns.status'),
        width: '5.5rem',
        cell: (row) => <AnswerBadge status={row.status} />,
      },
      {
        id: 'duration',
        header: t('requests.columns.duration'),
        visibleFrom: 'lg',
        width: '6rem',
        align: 'end',
        cell: (row) => t('requests.milliseconds', { value: Math.round(row.durationMs) }),
      },
      {
        id: 'when',
        header: t('requests.columns.when'),
        visibleFrom: 'xs',
        width: '9rem',
        cell: (row) => <RelativeTime at={row.at} />,
      },
    ],
    [t],
  );
  return (
    <DataTable
      label={t('requests.title')}
      columns={columns}
      rows={requests}
      rowKey={(request) => request.id}
      pages={pages}
      stale={stale}
    />
  );
}
