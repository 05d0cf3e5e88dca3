import type { Language, NotificationsView } from '@rollcall/admin-contracts';
import { LANGUAGES } from '@rollcall/admin-contracts';
import { Alert, Button, Code, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notificationCalls, notificationsQuery } from '../api/notifications';
import { useMay, useSession } from '../api/session';
import { RefusedAlert } from '../ui/dialog-buttons';
import { useNotify } from '../ui/notify';
import { Panel } from '../ui/panel';
import { TextLink } from '../ui/text-link';
import { useAction } from '../ui/use-action';
import classes from './table.module.css';
import type { TestOutcome } from './test-outcome';

interface MailPanelProps {
  readonly view: NotificationsView;
  readonly onTested: (outcome: TestOutcome) => void;
}

/** Whether people are told by e-mail, and where they choose what. */
export function MailPanel({ view, onTested }: MailPanelProps) {
  const { t } = useTranslation();
  const mayManage = useMay('manageIntegrations');
  const { mail, mailRecipients } = view;
  return (
    <Panel
      title={t('notifications.mailTitle')}
      text={mail.configured && t('notifications.mailOn', { from: mail.from ?? '', count: mailRecipients })}
    >
      <Stack gap="md">
        {!mail.configured && <NotConfigured />}
        {mayManage && mail.configured && <TestMail onTested={onTested} />}
        {mayManage && <LanguageOfMessages language={view.language} />}
      </Stack>
    </Panel>
  );
}

function NotConfigured() {
  const { t } = useTranslation();
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconMail aria-hidden />}
      title={t('notifications.mailOff')}
      role="note"
    >
      <Text size="sm">{t('notifications.mailOffWhat')}</Text>
      <Code block mt="xs" className={classes.code ?? ''}>
        {
          'ROLLCALL_SMTP_URL=smtps://user:password@mail.example.com:465\nROLLCALL_SMTP_FROM=Rollcall <rollcall@example.com>'
        }
      </Code>
    </Alert>
  );
}

function TestMail({ onTested }: Pick<MailPanelProps, 'onTested'>) {
  const { t } = useTranslation();
  const email = useSession()?.member.email ?? '';
  const test = useAction(async () => {
    onTested({ name: email, result: await notificationCalls.testMail() });
  });
  return (
    <div>
      <Group gap="md">
        <Button variant="default" loading={test.busy} onClick={test.run}>
          {t('notifications.testMail')}
        </Button>
        <TextLink to="/account" size="sm">
          {t('notifications.own')}
        </TextLink>
      </Group>
      <RefusedAlert error={test.error} />
    </div>
  );
}

function LanguageOfMessages({ language }: { readonly language: Language }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  const choose = useAction(async (chosen: Language) => {
    client.setQueryData(notificationsQuery.queryKey, await notificationCalls.setLanguage(chosen));
    notify(t('notifications.languageChanged'));
  });
  return (
    <div>
      <NativeSelect
        label={t('notifications.language')}
        description={t('notifications.languageText')}
        maw={420}
        value={language}
        disabled={choose.busy}
        data={LANGUAGES.map((value) => ({ value, label: t(`notifications.languages.${value}`) }))}
        onChange={(event) => {
          choose.run(LANGUAGES.find((known) => known === event.currentTarget.value) ?? language);
        }}
      />
      <RefusedAlert error={choose.error} />
    </div>
  );
}
