import type { SessionView } from '@rollcall/admin-contracts';
import { Box, Kbd, UnstyledButton } from '@mantine/core';
import { IconHistory, IconListDetails, IconSearch, IconUser, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './account-menu';
import { Brand } from '../ui/brand';
import { quickSearchKeys, setQuickSearchOpened } from '../ui/quick-search';
import classes from './navigation.module.css';

const PLACES = [
  { to: '/users', key: 'users', Icon: IconUser },
  { to: '/groups', key: 'groups', Icon: IconUsersGroup },
  { to: '/requests', key: 'requests', Icon: IconListDetails },
  { to: '/activity', key: 'activity', Icon: IconHistory },
] as const;

/** The directory on top, the person at the bottom. */
export function Navigation({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation();
  return (
    <Box className={classes.column}>
      <Box className={classes.brand} visibleFrom="sm">
        <Brand name={session.tenant.name} />
      </Box>
      <SearchButton />
      <Box className={classes.places}>
        {PLACES.map(({ to, key, Icon }) => (
          <Link
            key={to}
            to={to}
            className={classes.place}
            activeProps={{ 'data-active': true }}
            activeOptions={{ includeSearch: false }}
          >
            <Icon size={18} stroke={1.75} aria-hidden />
            {t(`shell.${key}`)}
          </Link>
        ))}
      </Box>
      <AccountMenu member={session.member} />
    </Box>
  );
}

function SearchButton() {
  const { t } = useTranslation();
  return (
    <UnstyledButton
      className={classes.search}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => {
        setQuickSearchOpened(true);
      }}
    >
      <IconSearch size={16} stroke={1.75} aria-hidden />
      <span className={classes.person}>{t('search.button')}</span>
      <Kbd size="xs" aria-hidden visibleFrom="sm">
        {quickSearchKeys()}
      </Kbd>
    </UnstyledButton>
  );
}
