import type { IssuedInvitation, PendingInvitation } from '@rollcall/admin-contracts';
import { Badge, Button, Group, Stack, Title } from '@mantine/core';
import { IconRefresh, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { teamCalls, teamKey } from '../api/team';
import { DataTable } from '../ui/data-table';
import { RefusedAlert } from '../ui/dialog-buttons';
import type { ListColumn } from '../ui/list-column';
import { useNotify } from '../ui/notify';
import { RelativeTime } from '../ui/relative-time';
import { TwoLines } from '../ui/two-lines';
import { useAction } from '../ui/use-action';
import classes from './invitations-table.module.css';
import { mayTouch } from './member-menu';

interface InvitationsTableProps {
  readonly invitations: readonly PendingInvitation[];
  readonly onRenewed: (issued: IssuedInvitation) => void;
}

export function InvitationsTable({ invitations, onRenewed }: InvitationsTableProps) {
  const { t } = useTranslation();
  const columns = useMemo<readonly ListColumn<PendingInvitation>[]>(
    () => [
      {
        id: 'email',
        header: t('team.columns.email'),
        cell: (row) => <TwoLines first={row.email} second={t('team.invitedBy', { name: row.invitedBy })} />,
      },
      {
        id: 'role',
        header: t('team.columns.role'),
        width: '7rem',
        visibleFrom: 'sm',
        cell: (row) => t(`shell.roles.${row.role}`),
      },
      {
        id: 'expires',
        header: t('team.columns.expires'),
        width: '9rem',
        visibleFrom: 'xs',
        cell: (row) =>
          row.expired ? (
            <Badge color="yellow" variant="light">
              {t('team.expired')}
            </Badge>
          ) : (
            <RelativeTime at={row.expiresAt} />
          ),
      },
      {
        id: 'actions',
        header: t('team.columns.actions'),
        silent: true,
        width: 'var(--actions-width)',
        align: 'end',
        cell: (row) => <InvitationActions invitation={row} onRenewed={onRenewed} />,
      },
    ],
    [t, onRenewed],
  );
  return (
    <Stack gap="sm">
      <Title order={2}>{t('team.invitations')}</Title>
      <div className={classes.list}>
        <DataTable label={t('team.invitations')} columns={columns} rows={invitations} rowKey={({ id }) => id} />
      </div>
    </Stack>
  );
}

interface InvitationActionsProps {
  readonly invitation: PendingInvitation;
  readonly onRenewed: (issued: IssuedInvitation) => void;
}

function InvitationActions({ invitation, onRenewed }: InvitationActionsProps) {
  const { t } = useTranslation();
  const role = useSession()?.member.role ?? 'auditor';
  const notify = useNotify();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: teamKey });
  const resend = useAction(async () => {
    onRenewed(await teamCalls.resend(invitation.id));
    await refresh();
  });
  const revoke = useAction(async () => {
    await teamCalls.revoke(invitation.id);
    notify(t('team.done.revoke', { email: invitation.email }));
    await refresh();
  });
  if (!mayTouch(role, invitation.role)) return null;
  return (
    <>
      <Group gap="xs" justify="flex-end" wrap="nowrap">
        <Button
          variant="default"
          size="xs"
          loading={resend.busy}
          aria-label={t('team.resendNamed', { email: invitation.email })}
          onClick={resend.run}
        >
          <IconRefresh size={16} aria-hidden className={classes.icon} />
          <span className={classes.word}>{t('team.resend')}</span>
        </Button>
        <Button
          variant="default"
          size="xs"
          loading={revoke.busy}
          aria-label={t('team.revokeNamed', { email: invitation.email })}
          onClick={revoke.run}
        >
          <IconX size={16} aria-hidden className={classes.icon} />
          <span className={classes.word}>{t('team.revoke')}</span>
        </Button>
      </Group>
      <RefusedAlert error={resend.error ?? revoke.error} />
    </>
  );
}
