import type { DeletedSummary } from '@rollcall/admin-contracts';
import { Button } from '@mantine/core';
import { IconTrashOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deletedQuery, type DeletedKind } from '../api/directory';
import { useMay } from '../api/session';
import { DataTable } from '../ui/data-table';
import { EmptyFace } from '../ui/faces';
import type { ListColumn } from '../ui/list-column';
import { ListStates } from '../ui/list-states';
import { usePagesOf } from '../ui/pages-of';
import { RelativeTime } from '../ui/relative-time';
import { RowLink } from '../ui/row-link';
import { TextLink } from '../ui/text-link';
import { TwoLines } from '../ui/two-lines';
import { Removal } from '../ui/removal';
import { useTimeLeft } from './days-left';
import classes from './deleted-list.module.css';
import { RestoreDialog } from './restore-dialog';

interface DeletedListProps {
  readonly kind: DeletedKind;
  readonly search: string | undefined;
  readonly integrationId: string | undefined;
  readonly whenFilteredAway: React.ReactNode;
}

/** Who was deleted in the last 30 days: by which request, and how long there is left to bring them back (A19, C09). */
export function DeletedList({ kind, search, integrationId, whenFilteredAway }: DeletedListProps) {
  const { t } = useTranslation();
  const filter = {
    ...(search === undefined ? {} : { search }),
    ...(integrationId === undefined ? {} : { integrationId }),
  };
  const deleted = useInfiniteQuery(deletedQuery(kind, filter));
  const { items, pages } = usePagesOf(deleted);
  const [restoring, setRestoring] = useState<DeletedSummary>();
  const columns = useColumns(kind, setRestoring);
  const isFiltered = search !== undefined || integrationId !== undefined;
  return (
    <>
      <Removal />
      <ListStates
        loading={deleted.isPending}
        error={deleted.data === undefined ? deleted.error : null}
        empty={items.length === 0}
        onRetry={() => void deleted.refetch()}
        whenEmpty={
          isFiltered ? (
            whenFilteredAway
          ) : (
            <EmptyFace
              icon={<IconTrashOff size={22} />}
              title={t(kind === 'users' ? 'past.emptyUsersTitle' : 'past.emptyGroupsTitle')}
              text={t('past.emptyText')}
            />
          )
        }
      >
        <DataTable
          label={t('past.deletedBadge')}
          columns={columns}
          rows={items}
          rowKey={(row) => row.id}
          pages={pages}
          stale={deleted.isPlaceholderData}
        />
      </ListStates>
      <RestoreDialog
        kind={kind}
        record={restoring}
        onClose={() => {
          setRestoring(undefined);
        }}
      />
    </>
  );
}

function useColumns(
  kind: DeletedKind,
  onRestore: (record: DeletedSummary) => void,
): readonly ListColumn<DeletedSummary>[] {
  const { t } = useTranslation();
  const mayRestore = useMay('manageIntegrations');
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('past.columns.name'),
        cell: (row) => <TwoLines first={<NameLink kind={kind} row={row} />} second={row.email ?? row.userName} />,
      },
      {
        id: 'deleted',
        header: t('past.columns.deleted'),
        width: '9rem',
        visibleFrom: 'sm',
        cell: ({ deleted }) => <RelativeTime at={deleted.at} />,
      },
      {
        id: 'left',
        header: t('past.columns.left'),
        width: '9rem',
        visibleFrom: 'md',
        cell: ({ deleted }) => <TimeLeft until={deleted.restorableUntil} />,
      },
      {
        id: 'origin',
        header: t('past.columns.origin'),
        width: '16%',
        visibleFrom: 'md',
        cell: (row) => row.integrationName,
      },
      {
        id: 'request',
        header: t('past.columns.request'),
        width: '9rem',
        visibleFrom: 'lg',
        cell: ({ deleted: { requestId } }) =>
          requestId !== undefined && (
            <TextLink to="/requests/$requestId" params={{ requestId }} size="sm" className={classes.above ?? ''}>
              {t('user.showRequest')}
            </TextLink>
          ),
      },
      ...(mayRestore
        ? [
            {
              id: 'actions',
              header: t('past.columns.actions'),
              silent: true,
              width: '9.5rem',
              align: 'end' as const,
              cell: (row: DeletedSummary) => (
                <Button
                  size="xs"
                  variant="default"
                  className={classes.above}
                  aria-label={t('past.restoreNamed', { name: row.displayName })}
                  onClick={() => {
                    onRestore(row);
                  }}
                >
                  {t('past.restore')}
                </Button>
              ),
            },
          ]
        : []),
    ],
    [t, kind, mayRestore, onRestore],
  );
}

function TimeLeft({ until }: { readonly until: string }) {
  return useTimeLeft()(until);
}

function NameLink({ kind, row }: { readonly kind: DeletedKind; readonly row: DeletedSummary }) {
  if (kind === 'groups') {
    return (
      <RowLink to="/groups/$groupId" params={{ groupId: row.id }}>
        {row.displayName}
      </RowLink>
    );
  }
  return (
    <RowLink to="/users/$userId" params={{ userId: row.id }}>
      {row.displayName}
    </RowLink>
  );
}
