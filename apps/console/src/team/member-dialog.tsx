import type { Role, TeamMember } from '@rollcall/admin-contracts';
import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionKey } from '../api/session';
import { teamCalls, teamKey } from '../api/team';
import { Dialog } from '../ui/dialog';
import { DialogButtons, RefusedAlert } from '../ui/dialog-buttons';
import { useNotify } from '../ui/notify';
import { useAction } from '../ui/use-action';
import { RoleChoice } from './role-choice';

export type MemberAction = 'role' | 'suspend' | 'remove' | 'endSessions' | 'transfer';

interface MemberDialogProps {
  readonly opened: boolean;
  readonly action: MemberAction;
  readonly member: TeamMember;
  readonly onClose: () => void;
}

/** Says what follows before it is done. */
export function MemberDialog({ opened, action, member, onClose }: MemberDialogProps) {
  const { t } = useTranslation();
  const [role, setRole] = useState<Role>(member.role);
  const change = useChange(action, member, role, onClose);
  return (
    <Dialog opened={opened} title={t(`team.dialogs.${action}Title`, { name: member.name })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.run();
        }}
      >
        <Text c="dimmed">{t(`team.dialogs.${action}Text`, { name: member.name })}</Text>
        {action === 'role' && <RoleChoice label={t('team.columns.role')} value={role} onChange={setRole} />}
        <RefusedAlert error={change.error} />
        <DialogButtons
          submit={t(`team.dialogs.${action}Submit`)}
          busy={change.busy}
          danger={action === 'suspend' || action === 'remove' || action === 'transfer'}
          disabled={action === 'role' && role === member.role}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}

function useChange(action: MemberAction, member: TeamMember, role: Role, onClose: () => void) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  return useAction(async () => {
    await callFor(action, member.id, role);
    notify(t(`team.done.${action}`, { name: member.name, role: t(`shell.roles.${role}`) }));
    onClose();
    // Whoever hands ownership over has another role from now on.
    if (action === 'transfer') await client.invalidateQueries({ queryKey: sessionKey });
    await client.invalidateQueries({ queryKey: teamKey });
  });
}

function callFor(action: MemberAction, id: string, role: Role): Promise<undefined> {
  switch (action) {
    case 'role':
      return teamCalls.changeRole(id, role);
    case 'suspend':
      return teamCalls.suspend(id);
    case 'remove':
      return teamCalls.remove(id);
    case 'endSessions':
      return teamCalls.endSessions(id);
    case 'transfer':
      return teamCalls.transferOwnership(id);
  }
}
