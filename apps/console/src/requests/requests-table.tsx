import type { RequestFilter, RequestSummary } from '@rollcall/admin-contracts';
import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequestSentence } from '../i18n/request-sentence';
import { DataTable } from '../ui/data-table';
import type { ListColumn } from '../ui/list-column';
import type { MorePages } from '../ui/list-foot';
import { RelativeTime } from '../ui/relative-time';
import { RowLink } from '../ui/row-link';
import { useSentenceRowHeight } from '../ui/sentence-rows';
import { TwoLines } from '../ui/two-lines';
import { visibleText } from '../ui/visible-text';
import { AnswerBadge } from './answer-badge';
import classes from './requests-table.module.css';

interface RequestsTableProps {
  readonly requests: readonly RequestSummary[];
  readonly pages: MorePages;
  readonly stale: boolean;
  /** Goes with each request, so that its page leads back here and on to the next one. */
  readonly filter: RequestFilter;
}

/** Reads as sentences; the wire is beside them for whoever wants it. */
export function RequestsTable({ requests, pages, stale, filter }: RequestsTableProps) {
  const { t } = useTranslation();
  const say = useRequestSentence();
  const rowHeightPx = useSentenceRowHeight();
  const [openedAt] = useState(() => new Date().toISOString());
  const columns = useMemo<readonly ListColumn<RequestSummary>[]>(
    () => [
      {
        id: 'what',
        header: t('requests.columns.what'),
        cell: (row) => (
          <TwoLines
            sentence
            first={
              <RowLink to="/requests/$requestId" params={{ requestId: row.id }} search={filter}>
                {visibleText(say(row))}
              </RowLink>
            }
            second={[row.integrationName ?? t('requests.unknownIntegration'), ...nameBeside(row, say(row))].join(' · ')}
          />
        ),
      },
      {
        id: 'call',
        header: t('requests.columns.call'),
        visibleFrom: 'md',
        width: '26%',
        cell: (row) => (
          <Text component="span" size="xs" ff="monospace" c="dimmed">
            {visibleText(`${row.method} ${row.path}${row.query === undefined ? '' : `?${row.query}`}`)}
          </Text>
        ),
      },
      {
        id: 'status',
        header: t('requests.columns.status'),
        width: 'var(--answer-width)',
        cell: (row) => <AnswerBadge status={row.status} outcome={row.outcome} />,
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
    [t, say, filter],
  );
  return (
    <div className={classes.list}>
      <DataTable
        label={t('requests.title')}
        columns={columns}
        rows={requests}
        rowHeightPx={rowHeightPx}
        rowKey={(request) => request.id}
        pages={pages}
        stale={stale}
        isMarked={(request) => request.at > openedAt}
      />
    </div>
  );
}

/** Where the sentence does not say whom it is about. */
function nameBeside({ resource }: RequestSummary, sentence: string): string[] {
  return resource?.name === undefined || sentence.includes(resource.name) ? [] : [visibleText(resource.name)];
}
