import type { GroupMemberSummary } from '@rollcall/admin-contracts';
import { Badge, Group } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { groupMembersQuery } from '../api/directory';
import { DataTable } from '../ui/data-table';
import type { ListColumn } from '../ui/list-column';
import { EmptyFace } from '../ui/faces';
import { ListStates } from '../ui/list-states';
import { usePagesOf } from '../ui/pages-of';
import { SearchField } from '../ui/search-field';
import { TwoLines } from '../ui/two-lines';
import { ExportButton } from './export-button';
import { MemberLink } from './member-link';
import { StatusBadge } from './status-badge';

interface GroupMembersProps {
  readonly groupId: string;
  readonly search: string | undefined;
  readonly onSearch: (search: string) => void;
}

/** Paged and searched on the server: a group may have a hundred thousand members. */
export function GroupMembers({ groupId, search, onSearch }: GroupMembersProps) {
  const { t } = useTranslation();
  const members = useInfiniteQuery(groupMembersQuery(groupId, search));
  const { items, pages } = usePagesOf(members);
  const columns = useColumns();
  return (
    <>
      <Group mb="md">
        <SearchField label={t('group.search')} value={search ?? ''} onSearch={onSearch} />
        <ExportButton
          wish={{
            list: 'members',
            path: `/groups/${groupId}/members/export`,
            filter: search === undefined ? {} : { search },
          }}
        />
      </Group>
      <ListStates
        loading={members.isPending}
        error={members.data === undefined ? members.error : null}
        empty={items.length === 0}
        onRetry={() => void members.refetch()}
        whenEmpty={
          search === undefined ? (
            <EmptyFace icon={<IconUserOff size={22} />} title={t('group.emptyTitle')} text={t('group.emptyText')} />
          ) : (
            <EmptyFace icon={<IconUserOff size={22} />} title={t('group.noHitsTitle')} text={t('users.noHitsText')} />
          )
        }
      >
        <DataTable
          label={t('group.tabs.members')}
          columns={columns}
          rows={items}
          rowKey={(member) => member.id}
          pages={pages}
          stale={members.isPlaceholderData}
        />
      </ListStates>
    </>
  );
}

function useColumns(): readonly ListColumn<GroupMemberSummary>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('group.columns.name'),
        cell: (row) => <TwoLines first={<MemberLink member={row} />} second={row.userName} />,
      },
      {
        id: 'status',
        header: t('group.columns.status'),
        width: '8rem',
        cell: (row) =>
          row.type === 'Group' ? (
            <Badge color="gray">{t('group.nested')}</Badge>
          ) : (
            <StatusBadge active={row.active !== false} />
          ),
      },
    ],
    [t],
  );
}
