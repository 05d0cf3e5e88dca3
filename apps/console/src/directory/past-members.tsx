import type { PastMember } from '@rollcall/admin-contracts';
import { Alert, Badge } from '@mantine/core';
import { IconHistory, IconUserOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pastMembersQuery } from '../api/directory';
import { DataTable } from '../ui/data-table';
import { EmptyFace } from '../ui/faces';
import type { ListColumn } from '../ui/list-column';
import { ListStates } from '../ui/list-states';
import { usePagesOf } from '../ui/pages-of';
import { exactTime } from '../ui/relative-time';
import { TwoLines } from '../ui/two-lines';
import { MemberLink } from './member-link';

/** Who was in a group at a moment, rebuilt from its changes; a page at a time. */
export function PastMembers({ groupId, at }: { readonly groupId: string; readonly at: string }) {
  const { t, i18n } = useTranslation();
  const members = useInfiniteQuery(pastMembersQuery(groupId, at));
  const { items, pages } = usePagesOf(members);
  const columns = useColumns();
  const when = exactTime(at, i18n.language);
  return (
    <ListStates
      loading={members.isPending}
      error={members.data === undefined ? members.error : null}
      empty={items.length === 0}
      onRetry={() => void members.refetch()}
      whenEmpty={<EmptyFace icon={<IconUserOff size={22} />} title={t('group.noneAsOf', { when })} />}
    >
      <Alert color="blue" variant="light" role="status" mb="md" icon={<IconHistory size={18} aria-hidden />}>
        {t('group.membersAsOf', { when })}
      </Alert>
      <DataTable
        label={t('group.tabs.members')}
        columns={columns}
        rows={items}
        rowKey={(member) => member.id}
        pages={pages}
      />
    </ListStates>
  );
}

function useColumns(): readonly ListColumn<PastMember>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('group.columns.name'),
        cell: (row) => (
          <TwoLines
            first={row.presence === 'purged' ? row.displayName : <MemberLink member={row} />}
            second={row.userName}
          />
        ),
      },
      {
        id: 'status',
        header: t('group.columns.status'),
        width: '9.75rem',
        cell: (row) => <Presence member={row} />,
      },
    ],
    [t],
  );
}

/** What has become of the member since. */
function Presence({ member: { presence, type } }: { readonly member: PastMember }) {
  const { t } = useTranslation();
  if (presence === 'deleted') return <Badge color="yellow">{t('group.memberDeleted')}</Badge>;
  if (presence === 'purged') return <Badge color="gray">{t('group.memberPurged')}</Badge>;
  return type === 'Group' ? <Badge color="gray">{t('group.nested')}</Badge> : null;
}
