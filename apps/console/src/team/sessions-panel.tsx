import type { MemberSession } from '@rollcall/admin-contracts';
import { Badge, Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { accountCalls, ownSessionsQuery } from '../api/team';
import { DataTable } from '../ui/data-table';
import { RefusedAlert } from '../ui/dialog-buttons';
import { EmptyFace } from '../ui/faces';
import type { ListColumn } from '../ui/list-column';
import { ListStates } from '../ui/list-states';
import { Panel } from '../ui/panel';
import { RelativeTime } from '../ui/relative-time';
import { TwoLines } from '../ui/two-lines';
import { useAction } from '../ui/use-action';
import { browserOf } from './browser-name';

/** Where one is signed in, and the way to end what one does not know (SEC-42). */
export function SessionsPanel() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const sessions = useQuery(ownSessionsQuery);
  const refresh = () => client.invalidateQueries(ownSessionsQuery);
  const end = useAction(async (id: string) => {
    await accountCalls.endSession(id);
    await refresh();
  });
  const endOthers = useAction(async () => {
    await accountCalls.endOtherSessions();
    await refresh();
  });
  const rows = sessions.data ?? [];
  return (
    <Panel
      title={t('account.sessionsTitle')}
      text={t('account.sessionsText')}
      aside={
        rows.length > 1 && (
          <Button variant="default" size="xs" loading={endOthers.busy} onClick={endOthers.run}>
            {t('account.endOthers')}
          </Button>
        )
      }
      flush
    >
      <RefusedAlert error={end.error ?? endOthers.error} />
      <ListStates
        loading={sessions.isPending}
        error={sessions.data === undefined ? sessions.error : null}
        empty={rows.length === 0}
        onRetry={() => void sessions.refetch()}
        whenEmpty={<EmptyFace title={t('account.noSessions')} />}
      >
        <SessionsTable sessions={rows} onEnd={end.run} />
      </ListStates>
    </Panel>
  );
}

interface SessionsTableProps {
  readonly sessions: readonly MemberSession[];
  readonly onEnd: (id: string) => void;
}

function SessionsTable({ sessions, onEnd }: SessionsTableProps) {
  const { t } = useTranslation();
  const columns = useMemo<readonly ListColumn<MemberSession>[]>(
    () => [
      {
        id: 'client',
        header: t('account.columns.browser'),
        cell: (row) => (
          <TwoLines
            first={
              <Group gap="xs" wrap="nowrap">
                {browserOf(row.userAgent) ?? t('account.unknownBrowser')}
                {row.current && (
                  <Badge color="green" variant="light">
                    {t('account.thisOne')}
                  </Badge>
                )}
              </Group>
            }
            second={row.address}
          />
        ),
      },
      {
        id: 'seen',
        header: t('account.columns.lastSeen'),
        width: '10rem',
        visibleFrom: 'xs',
        cell: (row) => <RelativeTime at={row.lastSeenAt} />,
      },
      {
        id: 'end',
        header: t('account.columns.actions'),
        silent: true,
        width: '7rem',
        align: 'end',
        cell: (row) =>
          !row.current && (
            <Button
              variant="default"
              size="xs"
              aria-label={t('account.endNamed', { name: browserOf(row.userAgent) ?? t('account.unknownBrowser') })}
              onClick={() => {
                onEnd(row.id);
              }}
            >
              {t('account.end')}
            </Button>
          ),
      },
    ],
    [t, onEnd],
  );
  return (
    <DataTable
      label={t('account.sessionsTitle')}
      columns={columns}
      rows={sessions}
      rowKey={(session) => session.id}
      inPanel
    />
  );
}
