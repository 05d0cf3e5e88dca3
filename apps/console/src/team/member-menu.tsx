import type { Role, TeamMember } from '@rollcall/admin-contracts';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCrown,
  IconDots,
  IconLogout,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
  IconUserCog,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { teamCalls, teamKey } from '../api/team';
import { useNotify } from '../ui/notify';
import { useAction } from '../ui/use-action';
import type { MemberAction } from './member-dialog';
import classes from './member-menu.module.css';

interface MemberMenuProps {
  readonly member: TeamMember;
  readonly onAction: (action: MemberAction, member: TeamMember) => void;
}

/** What the reader may do with this member; nothing at all where they may do nothing. Owners alone touch Owners. */
export function MemberMenu({ member, onAction }: MemberMenuProps) {
  const { t } = useTranslation();
  const self = useSession()?.member;
  const reinstate = useReinstate(member);
  if (self === undefined || self.id === member.id || !mayTouch(self.role, member.role)) return null;
  const act = (action: MemberAction) => () => {
    onAction(action, member);
  };
  const suspended = member.status === 'suspended';
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon size="lg" variant="subtle" color="gray" aria-label={t('team.menu', { name: member.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUserCog size={16} aria-hidden />} onClick={act('role')}>
          {t('team.actions.role')}
        </Menu.Item>
        {self.role === 'owner' && !suspended && (
          <Menu.Item leftSection={<IconCrown size={16} aria-hidden />} onClick={act('transfer')}>
            {t('team.actions.transfer')}
          </Menu.Item>
        )}
        {self.role === 'owner' && member.sessionCount > 0 && (
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={act('endSessions')}>
            {t('team.actions.endSessions')}
          </Menu.Item>
        )}
        {suspended ? (
          <Menu.Item leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={reinstate}>
            {t('team.actions.reinstate')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={act('suspend')}>
            {t('team.actions.suspend')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item className={classes.danger} leftSection={<IconTrash size={16} aria-hidden />} onClick={act('remove')}>
          {t('team.actions.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The server decides in the same way, and again (A31). */
export function mayTouch(actor: Role, target: Role): boolean {
  return actor === 'owner' || (actor === 'admin' && target !== 'owner');
}

/** Gives back what was taken, so it asks nothing. */
function useReinstate(member: TeamMember): () => void {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  return useAction(async () => {
    await teamCalls.reinstate(member.id);
    notify(t('team.done.reinstate', { name: member.name }));
    await client.invalidateQueries({ queryKey: teamKey });
  }).run;
}
