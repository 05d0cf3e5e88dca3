import type { PurgePause, PurgeView } from '@rollcall/admin-contracts';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { purgeQuery } from '../api/purge';
import { useMay } from '../api/session';
import { readerLocale } from '../i18n/reader-locale';
import { relativeTime } from './relative-time';
import { PauseRemovalDialog, ResumeRemovalDialog } from './removal-dialogs';
import { isNone, useRemovalCounts } from './removal-counts';
import { visibleText } from './visible-text';

/** What was deleted and leaves for good next, and how to hold that back; nothing at all while nothing would leave. */
export function RemovalNote() {
  const { data: view } = useQuery(purgeQuery);
  if (view === undefined) return null;
  if (view.paused !== undefined) return <PausedNote view={view} paused={view.paused} />;
  if (isNone(view.due) && view.next === undefined && view.held === 0) return null;
  return <OutlookNote view={view} />;
}

function OutlookNote({ view }: { readonly view: PurgeView }) {
  const { t, i18n } = useTranslation();
  const counts = useRemovalCounts();
  const mayManage = useMay('manageIntegrations');
  const [asking, setAsking] = useState(false);
  const { due, next, held } = view;
  const when = (at: string): string =>
    new Intl.DateTimeFormat(readerLocale(i18n.language), { dateStyle: 'long', timeStyle: 'short' }).format(
      new Date(at),
    );
  return (
    <Group justify="space-between" align="flex-start" gap="sm" mb="md">
      <Stack gap={2} flex="1 1 20rem" c="dimmed" fz="sm">
        {!isNone(due) && <Text inherit>{t('removal.due', { what: counts(due) })}</Text>}
        {next !== undefined && <Text inherit>{t('removal.next', { when: when(next.at), what: counts(next) })}</Text>}
        {held > 0 && <Text inherit>{t('removal.held', { count: held })}</Text>}
      </Stack>
      {mayManage && (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('removal.pause')}
        </Button>
      )}
      <PauseRemovalDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
      />
    </Group>
  );
}

function PausedNote({ view, paused }: { readonly view: PurgeView; readonly paused: PurgePause }) {
  const { t, i18n } = useTranslation();
  const counts = useRemovalCounts();
  const mayManage = useMay('manageIntegrations');
  const [asking, setAsking] = useState(false);
  const since = relativeTime(new Date(paused.at), new Date(), i18n.language) ?? t('common.justNow');
  return (
    <Alert
      mb="md"
      variant="light"
      color="yellow"
      role="status"
      icon={<IconPlayerPause aria-hidden />}
      title={t('removal.pausedTitle')}
    >
      <Text size="sm">
        {t('removal.pausedBy', { name: visibleText(paused.by), since, reason: visibleText(paused.reason) })}
      </Text>
      <Text size="sm" mt={4}>
        {t('removal.pausedText')}{' '}
        {isNone(view.due) ? t('removal.growsLater') : t('removal.grows', { what: counts(view.due) })}
      </Text>
      {mayManage && (
        <Button
          size="xs"
          mt="sm"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('removal.resume')}
        </Button>
      )}
      <ResumeRemovalDialog
        opened={asking}
        due={view.due}
        onClose={() => {
          setAsking(false);
        }}
      />
    </Alert>
  );
}
