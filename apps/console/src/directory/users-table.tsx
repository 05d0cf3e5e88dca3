import type { UserSummary } from '@rollcall/admin-contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserSearch } from '../search-params';
import { DataTable } from '../ui/data-table';
import type { ListColumn } from '../ui/list-column';
import type { MorePages } from '../ui/list-foot';
import { RelativeTime } from '../ui/relative-time';
import { RowLink } from '../ui/row-link';
import { TwoLines } from '../ui/two-lines';
import { StatusBadge } from './status-badge';

interface UsersTableProps {
  readonly users: readonly UserSummary[];
  readonly pages: MorePages;
  readonly filter: UserSearch;
  readonly stale: boolean;
  readonly onSort: (change: { sort: string; direction: string }) => void;
}

export function UsersTable({ users, pages, filter, stale, onSort }: UsersTableProps) {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <DataTable
      label={t('users.title')}
      columns={columns}
      rows={users}
      rowKey={(user) => user.id}
      pages={pages}
      stale={stale}
      sort={{
        key: filter.sort ?? 'displayName',
        direction: filter.direction ?? 'asc',
        onSort: (sort, direction) => {
          onSort({ sort, direction });
        },
      }}
    />
  );
}

function useColumns(): readonly ListColumn<UserSummary>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('users.columns.name'),
        sortKey: 'displayName',
        cell: (row) => (
          <TwoLines
            first={
              <RowLink to="/users/$userId" params={{ userId: row.id }}>
                {row.displayName}
              </RowLink>
            }
            second={row.email ?? row.userName}
          />
        ),
      },
      {
        id: 'userName',
        header: t('users.columns.userName'),
        sortKey: 'userName',
        visibleFrom: 'md',
        cell: (row) => row.userName,
      },
      {
        id: 'department',
        header: t('users.columns.department'),
        visibleFrom: 'lg',
        width: '14%',
        cell: (row) => <TwoLines first={row.department} second={row.title} />,
      },
      {
        id: 'status',
        header: t('users.columns.status'),
        width: '7rem',
        cell: (row) => <StatusBadge active={row.active} />,
      },
      {
        id: 'origin',
        header: t('users.columns.origin'),
        visibleFrom: 'sm',
        width: '16%',
        cell: (row) => row.integrationName,
      },
      {
        id: 'changed',
        header: t('users.columns.changed'),
        sortKey: 'lastModified',
        visibleFrom: 'md',
        width: '9rem',
        cell: (row) => <RelativeTime at={row.lastModified} />,
      },
    ],
    [t],
  );
}
