import type { IntegrationView, RequestSummary } from '@rollcall/admin-contracts';
import { Badge } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { requestsQuery } from '../api/requests';
import { useRequestSentence } from '../i18n/request-sentence';
import { DataTable } from '../ui/data-table';
import { EmptyFace } from '../ui/faces';
import type { ListColumn } from '../ui/list-column';
import { ListStates } from '../ui/list-states';
import { RelativeTime } from '../ui/relative-time';
import { RowLink } from '../ui/row-link';
import { TextLink } from '../ui/text-link';
import { TwoLines } from '../ui/two-lines';
import { visibleText } from '../ui/visible-text';
import { useProviderWords } from './provider-words';

const SHOWN = 20;
const REFRESH_MS = 5_000;
const COLORS = { done: 'gray', refused: 'yellow', failed: 'red' } as const;

/** The newest requests of this integration; searching and filtering is what the page of all requests is for. */
export function RequestsTab({ view }: { readonly view: IntegrationView }) {
  const { t } = useTranslation();
  const words = useProviderWords(view.provider);
  const list = useInfiniteQuery({ ...requestsQuery({ integrationId: view.id }), refetchInterval: REFRESH_MS });
  const columns = useColumns();
  const rows = list.data?.pages[0]?.items ?? [];
  return (
    <ListStates
      loading={list.isPending}
      error={list.data === undefined ? list.error : null}
      empty={rows.length === 0}
      onRetry={() => void list.refetch()}
      whenEmpty={
        <EmptyFace
          icon={<IconListDetails size={22} />}
          title={t('integration.requestsNone')}
          text={t('integrations.stateSentences.waiting', { provider: words.inSentence })}
        />
      }
    >
      <DataTable
        label={t('integration.tabs.requests')}
        columns={columns}
        rows={rows.slice(0, SHOWN)}
        rowKey={(request) => request.id}
        rowHeightPx={44}
      />
      <TextLink to="/requests" search={{ integrationId: view.id }} size="sm" mt="sm" display="inline-block">
        {t('integration.seeAllRequests')}
      </TextLink>
    </ListStates>
  );
}

function useColumns(): readonly ListColumn<RequestSummary>[] {
  const { t } = useTranslation();
  const say = useRequestSentence();
  return useMemo(
    () => [
      {
        id: 'summary',
        header: t('integration.requestColumns.what'),
        cell: (row) => (
          <TwoLines
            sentence
            first={
              <RowLink to="/requests/$requestId" params={{ requestId: row.id }}>
                {visibleText(say(row))}
              </RowLink>
            }
          />
        ),
      },
      {
        id: 'status',
        header: t('integration.requestColumns.answer'),
        width: '6rem',
        cell: (row) => <Badge color={COLORS[row.outcome]}>{row.status}</Badge>,
      },
      {
        id: 'at',
        header: t('integration.requestColumns.when'),
        width: '10rem',
        visibleFrom: 'xs',
        cell: (row) => <RelativeTime at={row.at} />,
      },
    ],
    [t, say],
  );
}
