import type { DeletedIntegration } from '@rollcall/admin-contracts';
import { Box, Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deletedIntegrationsQuery } from '../../api/integrations';
import { useMay } from '../../api/session';
import { DataTable } from '../../ui/data-table';
import type { ListColumn } from '../../ui/list-column';
import { Removal } from '../../ui/removal';
import { RelativeTime } from '../../ui/relative-time';
import { TwoLines } from '../../ui/two-lines';
import { ProviderMark } from '../provider-mark';
import { RestoreDialog } from './restore-dialog';

const DAY_MS = 86_400_000;

/** What was deleted and can come back (A12); nothing at all while there is none, so that it is in nobody's way. */
export function DeletedIntegrations() {
  const { t } = useTranslation();
  const list = useQuery(deletedIntegrationsQuery);
  const [subject, setSubject] = useState<DeletedIntegration>();
  const [opened, setOpened] = useState(false);
  const columns = useColumns((integration) => {
    setSubject(integration);
    setOpened(true);
  });
  const rows = list.data ?? [];
  if (rows.length === 0 && subject === undefined) return null;
  return (
    <Box mt="xl">
      {rows.length > 0 && (
        <>
          <Title order={2}>{t('deleted.title')}</Title>
          <Text c="dimmed" size="sm" mb="sm">
            {t('deleted.text')}
          </Text>
          <Removal />
          <DataTable
            label={t('deleted.title')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            rowHeightPx={60}
          />
        </>
      )}
      {subject !== undefined && (
        <RestoreDialog
          opened={opened}
          integration={subject}
          onClose={() => {
            setOpened(false);
          }}
        />
      )}
    </Box>
  );
}

function useColumns(onRestore: (row: DeletedIntegration) => void): readonly ListColumn<DeletedIntegration>[] {
  const { t } = useTranslation();
  const mayManage = useMay('manageIntegrations');
  return useMemo(
    () => [
      { id: 'name', header: t('deleted.columns.name'), cell: (row) => <NameCell row={row} /> },
      {
        id: 'deleted',
        header: t('deleted.columns.deleted'),
        width: '11rem',
        visibleFrom: 'sm',
        cell: (row) => <TwoLines first={<RelativeTime at={row.deletedAt} />} second={row.deletedBy} />,
      },
      {
        id: 'holds',
        header: t('deleted.columns.holds'),
        width: '15rem',
        visibleFrom: 'lg',
        cell: (row) => t('deleted.holds', { users: row.userCount, groups: row.groupCount }),
      },
      {
        id: 'left',
        header: t('deleted.columns.left'),
        width: '10rem',
        visibleFrom: 'md',
        cell: (row) => <DaysLeft row={row} />,
      },
      ...(mayManage ? [restoreColumn(t('deleted.columns.actions'), onRestore)] : []),
    ],
    [t, mayManage, onRestore],
  );
}

function restoreColumn(header: string, onRestore: (row: DeletedIntegration) => void): ListColumn<DeletedIntegration> {
  return {
    id: 'actions',
    header,
    width: '9rem',
    align: 'end',
    silent: true,
    cell: (row) => <RestoreButton row={row} onRestore={onRestore} />,
  };
}

function RestoreButton({ row, onRestore }: { row: DeletedIntegration; onRestore: (row: DeletedIntegration) => void }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={t('deleted.restoreNamed', { name: row.name })}
      onClick={() => {
        onRestore(row);
      }}
    >
      {t('deleted.restore')}
    </Button>
  );
}

function NameCell({ row }: { readonly row: DeletedIntegration }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <ProviderMark provider={row.provider} />
      <TwoLines
        first={row.name}
        second={
          <Box component="span" hiddenFrom="md">
            <DaysLeft row={row} />
          </Box>
        }
      />
    </Group>
  );
}

function DaysLeft({ row }: { readonly row: DeletedIntegration }) {
  const { t } = useTranslation();
  const days = Math.floor((Date.parse(row.restorableUntil) - Date.now()) / DAY_MS);
  if (days < 0) return t('removal.kept');
  return days < 1 ? t('deleted.lastDay') : t('deleted.daysLeft', { count: days });
}
