import { ActionIcon, AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/session';
import { safeReturnPath } from '../return-path';
import { Brand } from '../ui/brand';
import { setQuickSearchOpened } from '../ui/quick-search';
import { Navigation } from './navigation';
import { OwnerAlerts } from './owner-alerts';
import { StepUpDialog } from './step-up-dialog';
import classes from './app-layout.module.css';

/** Navigation at the left; a drawer behind a burger where the window is narrow. */
export function AppLayout({ banner }: { readonly banner: ReactNode }) {
  const { t } = useTranslation();
  const [opened, drawer] = useDisclosure(false);
  const session = useWatchedSession();
  useOnNavigation(drawer.close);
  if (session === null) return null;

  return (
    <AppShell
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 244, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      transitionDuration={150}
    >
      <a href="#content" className="skip-link">
        {t('common.skip')}
      </a>
      <AppShell.Header hiddenFrom="sm" className={classes.header}>
        <Group h="100%" px="md" gap="sm">
          <Burger
            size="sm"
            opened={opened}
            onClick={drawer.toggle}
            aria-expanded={opened}
            aria-label={opened ? t('shell.closeNavigation') : t('shell.openNavigation')}
          />
          <Brand name={session.tenant.name} />
          <ActionIcon
            size="lg"
            ms="auto"
            aria-label={t('search.button')}
            onClick={() => {
              setQuickSearchOpened(true);
            }}
          >
            <IconSearch size={20} aria-hidden />
          </ActionIcon>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label={t('shell.navigation')}>
        <Navigation session={session} />
      </AppShell.Navbar>
      <AppShell.Main id="content">
        {banner}
        <OwnerAlerts />
        <Outlet />
      </AppShell.Main>
      <StepUpDialog member={session.member} />
    </AppShell>
  );
}

/** A session that ends while a page is open (signed out elsewhere, expired) leads to sign-in and back to the same page. */
function useWatchedSession() {
  const { data } = useQuery(sessionQuery);
  const navigate = useNavigate();
  const router = useRouter();
  const signedOut = data === null;
  useEffect(() => {
    if (!signedOut) return;
    const to = safeReturnPath(router.state.location.href);
    void navigate({ to: '/sign-in', search: to === undefined ? {} : { to }, replace: true, ignoreBlocker: true });
  }, [signedOut, navigate, router]);
  return data ?? null;
}

function useOnNavigation(close: () => void): void {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    close();
  }, [pathname, close]);
}
