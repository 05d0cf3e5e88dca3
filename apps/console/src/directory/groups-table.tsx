import type { GroupSummary } from '@rollcall/admin-contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table';
import type { ListColumn } from '../ui/list-column';
import type { MorePages } from '../ui/list-foot';
import { RelativeTime } from '../ui/relative-time';
import { RowLink } from '../ui/row-link';

interface GroupsTableProps {
  readonly groups: readonly GroupSummary[];
  readonly pages: MorePages;
  readonly stale: boolean;
}

export function GroupsTable({ groups, pages, stale }: GroupsTableProps) {
  const { t, i18n } = useTranslation();
  const columns = useMemo<readonly ListColumn<GroupSummary>[]>(() => {
    const number = new Intl.NumberFormat(i18n.language);
    return [
      {
        id: 'name',
        header: t('groups.columns.name'),
        cell: (row) => (
          <RowLink to="/groups/$groupId" params={{ groupId: row.id }}>
            {row.displayName}
          </RowLink>
        ),
      },
      {
        id: 'members',
        header: t('groups.columns.members'),
        align: 'end',
        width: '7rem',
        cell: (row) => number.format(row.memberCount),
      },
      {
        id: 'externalId',
        header: t('groups.columns.externalId'),
        visibleFrom: 'lg',
        cell: (row) => row.externalId ?? '',
      },
      {
        id: 'origin',
        header: t('groups.columns.origin'),
        visibleFrom: 'sm',
        width: '18%',
        cell: (row) => row.integrationName,
      },
      {
        id: 'changed',
        header: t('groups.columns.changed'),
        visibleFrom: 'md',
        width: '9rem',
        cell: (row) => <RelativeTime at={row.lastModified} />,
      },
    ];
  }, [t, i18n.language]);
  return (
    <DataTable
      label={t('groups.title')}
      columns={columns}
      rows={groups}
      rowKey={(group) => group.id}
      rowHeightPx={44}
      pages={pages}
      stale={stale}
    />
  );
}
