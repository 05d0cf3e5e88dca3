import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { Page } from '../ui/page';
import { NamePanel } from './name-panel';
import { OwnNotificationsPanel } from './own-notifications-panel';
import { PasswordPanel } from './password-panel';
import { SessionsPanel } from './sessions-panel';
import { ShortcutsPanel } from './shortcuts-panel';

/** What people change about themselves. */
export function AccountPage() {
  const { t } = useTranslation();
  const session = useSession();
  if (session === null) return null;
  return (
    <Page title={t('account.title')} intro={session.member.email} width="reading">
      <Stack gap="md">
        <NamePanel member={session.member} />
        <OwnNotificationsPanel member={session.member} />
        <PasswordPanel session={session} />
        <ShortcutsPanel />
        <SessionsPanel />
      </Stack>
    </Page>
  );
}
