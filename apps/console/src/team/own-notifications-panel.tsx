import { LANGUAGES, type NotificationKind, type OwnNotifications, type SessionView } from '@rollcall/admin-contracts';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notificationCalls, notificationsKey, ownNotificationsQuery } from '../api/notifications';
import { useMay, useSession } from '../api/session';
import { RefusedAlert } from '../ui/dialog-buttons';
import { FailedFace, LoadingFace } from '../ui/faces';
import { KindsChoice } from '../ui/kinds-choice';
import { useNotify } from '../ui/notify';
import { Panel } from '../ui/panel';
import { useAction } from '../ui/use-action';

/** What an Owner or Admin gets by e-mail; others get none, so they are not asked. */
export function OwnNotificationsPanel({ member }: { readonly member: SessionView['member'] }) {
  const mayManage = useMay('manageIntegrations');
  return mayManage ? <OwnNotificationsOf email={member.email} /> : null;
}

function OwnNotificationsOf({ email }: { readonly email: string }) {
  const { t } = useTranslation();
  const own = useQuery(ownNotificationsQuery);
  return (
    <Panel title={t('notifications.ownTitle')} text={t('notifications.ownText', { email })}>
      {own.data !== undefined ? (
        <OwnForm own={own.data} />
      ) : own.error === null ? (
        <LoadingFace rows={3} />
      ) : (
        <FailedFace error={own.error} onRetry={() => void own.refetch()} />
      )}
    </Panel>
  );
}

function OwnForm({ own }: { readonly own: OwnNotifications }) {
  const { t } = useTranslation();
  const [kinds, setKinds] = useState<readonly NotificationKind[]>(own.kinds);
  const [language, setLanguage] = useState(own.language);
  const save = useSave();
  const isOwner = useSession()?.member.role === 'owner';
  const asOrganisation = t('notifications.ownLanguageOrganisation', {
    language: t(`notifications.languages.${own.organisationLanguage}`),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.run({ kinds, language: language ?? null });
      }}
    >
      <Stack gap="md">
        {!own.mailConfigured && (
          <Text size="sm" c="dimmed">
            {t('notifications.ownOff')}
          </Text>
        )}
        <KindsChoice label={t('notifications.kindsLabel')} kinds={kinds} onChange={setKinds} />
        {isOwner && (
          <Text size="sm" c="dimmed">
            {t('notifications.ownAlways')}
          </Text>
        )}
        <NativeSelect
          label={t('notifications.ownLanguage')}
          maw={420}
          value={language ?? ''}
          data={[
            { value: '', label: asOrganisation },
            ...LANGUAGES.map((value) => ({ value, label: t(`notifications.languages.${value}`) })),
          ]}
          onChange={(event) => {
            setLanguage(LANGUAGES.find((known) => known === event.currentTarget.value));
          }}
        />
        <Group>
          <Button type="submit" variant="default" loading={save.busy}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
      <RefusedAlert error={save.error} />
    </form>
  );
}

function useSave() {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  return useAction(async (request: Parameters<typeof notificationCalls.updateOwn>[0]) => {
    client.setQueryData(ownNotificationsQuery.queryKey, await notificationCalls.updateOwn(request));
    notify(t('notifications.ownSaved'));
    await client.invalidateQueries({ queryKey: notificationsKey });
  });
}
