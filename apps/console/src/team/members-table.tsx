import type { TeamMember } from '@rollcall/admin-contracts';
import { Badge, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { DataTable } from '../ui/data-table';
import type { ListColumn } from '../ui/list-column';
import { RelativeTime } from '../ui/relative-time';
import { TwoLines } from '../ui/two-lines';
import type { MemberAction } from './member-dialog';
import { MemberMenu } from './member-menu';

interface MembersTableProps {
  readonly members: readonly TeamMember[];
  readonly onAction: (action: MemberAction, member: TeamMember) => void;
}

export function MembersTable({ members, onAction }: MembersTableProps) {
  const { t } = useTranslation();
  const ownId = useSession()?.member.id;
  const columns = useMemo<readonly ListColumn<TeamMember>[]>(
    () => [
      {
        id: 'name',
        header: t('team.columns.name'),
        cell: (row) => (
          <TwoLines
            first={
              <>
                {row.name}
                {row.id === ownId && (
                  <Text component="span" c="dimmed" size="sm">
                    {' '}
                    {t('team.you')}
                  </Text>
                )}
              </>
            }
            second={row.email}
          />
        ),
      },
      {
        id: 'role',
        header: t('team.columns.role'),
        width: '7rem',
        cell: (row) => (
          <>
            {t(`shell.roles.${row.role}`)}
            {row.status === 'suspended' && (
              <Text size="xs" c="dimmed" hiddenFrom="sm">
                {t('team.statuses.suspended')}
              </Text>
            )}
          </>
        ),
      },
      {
        id: 'status',
        header: t('team.columns.status'),
        width: '9rem',
        visibleFrom: 'sm',
        cell: (row) => (
          <Badge color={row.status === 'active' ? 'green' : 'yellow'} variant="light">
            {t(`team.statuses.${row.status}`)}
          </Badge>
        ),
      },
      {
        id: 'lastSignIn',
        header: t('team.columns.lastSignIn'),
        width: '11rem',
        visibleFrom: 'md',
        cell: (row) => (row.lastSignInAt === undefined ? t('common.never') : <RelativeTime at={row.lastSignInAt} />),
      },
      {
        id: 'menu',
        header: t('team.columns.actions'),
        silent: true,
        width: '3.5rem',
        align: 'end',
        cell: (row) => <MemberMenu member={row} onAction={onAction} />,
      },
    ],
    [t, ownId, onAction],
  );
  return <DataTable label={t('team.members')} columns={columns} rows={members} rowKey={(member) => member.id} />;
}
