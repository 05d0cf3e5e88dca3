import type { SessionView } from '@rollcall/admin-contracts';
import { Box } from '@mantine/core';
import { IconListDetails, IconUser, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './account-menu';
import { Brand } from '../ui/brand';
import classes from './navigation.module.css';

const PLACES = [
  { to: '/users', key: 'users', Icon: IconUser },
  { to: '/groups', key: 'groups', Icon: IconUsersGroup },
  { to: '/requests', key: 'requests', Icon: IconListDetails },
] as const;

/** The directory on top, the person at the bottom. */
export function Navigation({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation();
  return (
    <Box className={classes.column}>
      <Box className={classes.brand} visibleFrom="sm">
        <Brand name={session.tenant.name} />
      </Box>
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
