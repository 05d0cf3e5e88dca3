import type { ActivityEntry } from '@rollcall/admin-contracts';
import { Badge, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table';
import type { ListColumn } from '../ui/list-column';
import type { MorePages } from '../ui/list-foot';
import { RelativeTime } from '../ui/relative-time';
import { useSentenceRowHeight } from '../ui/sentence-rows';
import { TwoLines } from '../ui/two-lines';
import { visibleText } from '../ui/visible-text';
import { useActivitySentence } from './activity-sentence';
import classes from './activity-table.module.css';

interface ActivityTableProps {
  readonly entries: readonly ActivityEntry[];
  readonly pages: MorePages;
  readonly stale: boolean;
  readonly onShow: (entry: ActivityEntry) => void;
}

/** Reads as sentences; a press anywhere on a row shows old and new values. */
export function ActivityTable({ entries, pages, stale, onShow }: ActivityTableProps) {
  const { t } = useTranslation();
  const sentence = useActivitySentence();
  const rowHeightPx = useSentenceRowHeight();
  const columns = useMemo<readonly ListColumn<ActivityEntry>[]>(
    () => [
      {
        id: 'what',
        header: t('activity.columns.what'),
        cell: (row) => (
          <TwoLines
            sentence
            first={
              <UnstyledButton
                className={classes.open}
                aria-haspopup="dialog"
                onClick={() => {
                  onShow(row);
                }}
              >
                {sentence(row)}
              </UnstyledButton>
            }
            second={row.actor.type === 'integration' ? row.integration?.name : visibleText(row.actor.name)}
          />
        ),
      },
      {
        id: 'who',
        header: t('activity.columns.who'),
        width: '9rem',
        visibleFrom: 'md',
        cell: (row) => t(`activity.actors.${row.actor.type}`),
      },
      {
        id: 'result',
        header: t('activity.columns.result'),
        width: '7rem',
        visibleFrom: 'sm',
        cell: (row) =>
          row.result === 'failure' ? (
            <Badge color="red" variant="light">
              {t('activity.results.failure')}
            </Badge>
          ) : (
            t('activity.results.success')
          ),
      },
      {
        id: 'when',
        header: t('activity.columns.when'),
        width: '9rem',
        visibleFrom: 'xs',
        cell: (row) => <RelativeTime at={row.at} />,
      },
    ],
    [t, sentence, onShow],
  );
  return (
    <DataTable
      label={t('activity.title')}
      columns={columns}
      rows={entries}
      rowHeightPx={rowHeightPx}
      rowKey={({ source, id }) => `${source} ${id}`}
      pages={pages}
      stale={stale}
    />
  );
}
