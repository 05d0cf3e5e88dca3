import { EMAIL_MAX, INVITATION_HOURS, type InviteRequest, type IssuedInvitation } from '@rollcall/admin-contracts';
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';
import { teamCalls, teamKey } from '../api/team';
import { CopyField } from '../ui/copy-field';
import { Dialog } from '../ui/dialog';
import { DialogButtons, RefusedAlert } from '../ui/dialog-buttons';
import { useAction } from '../ui/use-action';
import { RoleChoice } from './role-choice';

interface InviteDialogProps {
  readonly opened: boolean;
  /** A link that was just made anew; the dialog then only shows it. */
  readonly renewed?: IssuedInvitation | undefined;
  readonly onClose: () => void;
}

/** The link is shown once, from this dialog's own state; while it is in view, only "Done" closes the dialog. */
export function InviteDialog({ opened, renewed, onClose }: InviteDialogProps) {
  const { t } = useTranslation();
  const [made, setMade] = useState<IssuedInvitation>();
  const issued = renewed ?? made;
  const close = (): void => {
    setMade(undefined);
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      title={issued === undefined ? t('team.inviteTitle') : t('team.linkTitle')}
      onClose={close}
      dismissible={issued === undefined}
    >
      {issued === undefined ? (
        <InviteForm onInvited={setMade} onCancel={close} />
      ) : (
        <LinkShownOnce issued={issued} onDone={close} />
      )}
    </Dialog>
  );
}

interface InviteFormProps {
  readonly onInvited: (issued: IssuedInvitation) => void;
  readonly onCancel: () => void;
}

function InviteForm({ onInvited, onCancel }: InviteFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm<InviteRequest>({
    initialValues: { email: '', role: 'support' },
    validate: {
      email: (value) =>
        /^\S+@\S+$/.test(value.trim()) && value.trim().length <= EMAIL_MAX ? null : t('setup.emailInvalid'),
    },
  });
  const invite = useAction(async ({ email, role }: InviteRequest) => {
    try {
      onInvited(await teamCalls.invite({ email: email.trim(), role }));
      await client.invalidateQueries({ queryKey: teamKey });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'alreadyMember') throw error;
      form.setFieldError('email', t('errors.alreadyMember'));
    }
  });
  return (
    <form onSubmit={form.onSubmit(invite.run)} noValidate>
      <Text c="dimmed" mb="md">
        {t('team.inviteText', { hours: INVITATION_HOURS })}
      </Text>
      <TextInput
        label={t('setup.email')}
        type="email"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('email')}
      />
      <RoleChoice
        label={t('team.columns.role')}
        value={form.values.role}
        onChange={(role) => {
          form.setFieldValue('role', role);
        }}
      />
      <RefusedAlert error={invite.error} />
      <DialogButtons submit={t('team.inviteSubmit')} busy={invite.busy} onCancel={onCancel} />
    </form>
  );
}

function LinkShownOnce({ issued, onDone }: { readonly issued: IssuedInvitation; readonly onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Text c="dimmed" mb="md">
        {t('team.linkText', { email: issued.invitation.email, hours: INVITATION_HOURS })}
      </Text>
      <CopyField label={t('team.link')} value={issued.link} />
      <Group justify="flex-end" mt="lg">
        <Button onClick={onDone}>{t('team.done.link')}</Button>
      </Group>
    </>
  );
}
