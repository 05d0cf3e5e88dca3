import type { Deletion } from '@rollcall/admin-contracts';
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeletedKind } from '../api/directory';
import { useMay } from '../api/session';
import { exactTime } from '../ui/relative-time';
import { TextLink } from '../ui/text-link';
import { useTimeLeft } from './days-left';
import { RestoreDialog, type RestorableRecord } from './restore-dialog';

interface DeletedBannerProps {
  readonly kind: DeletedKind;
  readonly record: RestorableRecord;
  readonly deletion: Deletion;
}

/** On the page of a deleted record: when, by which request, and how to bring it back. */
export function DeletedBanner({ kind, record, deletion }: DeletedBannerProps) {
  const { t, i18n } = useTranslation();
  const mayRestore = useMay('manageIntegrations');
  const timeLeft = useTimeLeft();
  const [restoring, setRestoring] = useState(false);
  const until = exactTime(deletion.restorableUntil, i18n.language);
  return (
    <Alert
      color="yellow"
      variant="light"
      mb="md"
      icon={<IconTrash size={18} aria-hidden />}
      title={t('past.deletedTitle', { origin: record.integrationName, when: exactTime(deletion.at, i18n.language) })}
    >
      <Text size="sm">{t(kind === 'users' ? 'past.deletedUser' : 'past.deletedGroup', { until })}</Text>
      <Group gap="md" mt="sm">
        {mayRestore && (
          <Button
            size="xs"
            onClick={() => {
              setRestoring(true);
            }}
          >
            {t('past.restore')}
          </Button>
        )}
        <Text size="sm">{timeLeft(deletion.restorableUntil)}</Text>
        {deletion.requestId !== undefined && (
          <TextLink to="/requests/$requestId" params={{ requestId: deletion.requestId }} size="sm">
            {t('user.showRequest')}
          </TextLink>
        )}
      </Group>
      <RestoreDialog
        kind={kind}
        record={restoring ? record : undefined}
        onClose={() => {
          setRestoring(false);
        }}
      />
    </Alert>
  );
}
