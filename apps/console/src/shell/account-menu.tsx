import type { SessionView } from '@rollcall/admin-contracts';
import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconBell, IconLogout, IconPlug, IconSelector, IconUserCircle, IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MenuLink } from '../ui/menu-link';
import { api } from '../api/client';
import { enterSession } from '../api/session';
import { useAction } from '../ui/use-action';
import { initials } from './initials';
import { LanguageChoice, ThemeChoice } from './preferences';
import classes from './navigation.module.css';

/** The person's name at the bottom of the navigation opens what belongs to them and to the organisation's set-up (A01). */
export function AccountMenu({ member }: { readonly member: SessionView['member'] }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Menu position="top-start" width="target" offset={6} keepMounted={false}>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={t('shell.account', { name: member.name })}>
          <Avatar size={30} radius="xl" color="pine" aria-hidden>
            {initials(member.name)}
          </Avatar>
          <span className={classes.person}>
            <Text component="span" display="block" size="sm" fw={500} truncate>
              {member.name}
            </Text>
            <Text component="span" display="block" size="xs" c="dimmed" truncate>
              {t(`shell.roles.${member.role}`)}
            </Text>
          </span>
          <IconSelector size={16} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuLink to="/integrations" leftSection={<IconPlug size={16} aria-hidden />}>
          {t('shell.integrations')}
        </MenuLink>
        <MenuLink to="/team" leftSection={<IconUsers size={16} aria-hidden />}>
          {t('shell.team')}
        </MenuLink>
        <MenuLink to="/notifications" leftSection={<IconBell size={16} aria-hidden />}>
          {t('shell.notifications')}
        </MenuLink>
        <MenuLink to="/account" leftSection={<IconUserCircle size={16} aria-hidden />}>
          {t('shell.ownAccount')}
        </MenuLink>
        <Menu.Divider />
        <LanguageChoice />
        <ThemeChoice />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const action = useAction(async () => {
    await api.delete('/session');
    await navigate({ to: '/sign-in', replace: true });
    enterSession(client, null);
  });
  return action.run;
}
