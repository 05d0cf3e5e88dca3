import type { IssuedInvitation, TeamMember, TeamView } from '@rollcall/admin-contracts';
import { Button, Stack } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { teamQuery } from '../api/team';
import { EmptyFace } from '../ui/faces';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { InvitationsTable } from './invitations-table';
import { InviteDialog } from './invite-dialog';
import { MemberDialog, type MemberAction } from './member-dialog';
import { MembersTable } from './members-table';

/** Who works in the console and as what (A31). */
export function TeamPage() {
  const { t } = useTranslation();
  const team = useQuery(teamQuery);
  const mayManage = useMay('manageTeam');
  const [inviting, setInviting] = useState(false);
  const [renewed, setRenewed] = useState<IssuedInvitation>();
  return (
    <Page
      title={t('team.title')}
      intro={t('team.intro')}
      actions={
        mayManage && (
          <Button
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={() => {
              setInviting(true);
            }}
          >
            {t('team.invite')}
          </Button>
        )
      }
    >
      <ListStates
        loading={team.isPending}
        error={team.data === undefined ? team.error : null}
        empty={team.data?.members.length === 0}
        onRetry={() => void team.refetch()}
        whenEmpty={<EmptyFace icon={<IconUsers size={22} />} title={t('team.emptyTitle')} />}
      >
        {team.data !== undefined && <Lists team={team.data} onRenewed={setRenewed} />}
      </ListStates>
      <InviteDialog
        opened={inviting || renewed !== undefined}
        renewed={renewed}
        onClose={() => {
          setInviting(false);
          setRenewed(undefined);
        }}
      />
    </Page>
  );
}

interface ListsProps {
  readonly team: TeamView;
  readonly onRenewed: (issued: IssuedInvitation) => void;
}

function Lists({ team, onRenewed }: ListsProps) {
  const [subject, setSubject] = useState<{ readonly action: MemberAction; readonly member: TeamMember }>();
  const [opened, setOpened] = useState(false);
  return (
    <Stack gap="xl">
      <MembersTable
        members={team.members}
        onAction={(action, member) => {
          setSubject({ action, member });
          setOpened(true);
        }}
      />
      {team.invitations.length > 0 && <InvitationsTable invitations={team.invitations} onRenewed={onRenewed} />}
      {subject !== undefined && (
        <MemberDialog
          key={`${subject.action} ${subject.member.id}`}
          opened={opened}
          action={subject.action}
          member={subject.member}
          onClose={() => {
            setOpened(false);
          }}
        />
      )}
    </Stack>
  );
}
