import {
  PASSWORD_MAX,
  PASSWORD_MIN,
  PERSON_NAME_MAX,
  type AcceptInvitationRequest,
  type InvitationView,
} from '@rollcall/admin-contracts';
import { Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';
import { useFieldErrors } from '../api/field-errors';
import { enterSession } from '../api/session';
import { invitationCalls } from '../api/team';
import { RefusedAlert } from '../ui/dialog-buttons';
import { FailedFace } from '../ui/faces';
import { useAction } from '../ui/use-action';
import { Entrance } from './entrance';
import { passwordFaults, PasswordRules } from './password-rules';

/** Where an invitation's link leads. The secret stands after the #, so that it is in no server's log. */
export function InvitationPage() {
  const { t } = useTranslation();
  const token = useRouterState({ select: (state) => state.location.hash });
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => invitationCalls.open(token),
    enabled: token !== '',
    retry: false,
    gcTime: 0,
  });
  if (token === '' || isInvalid(invitation.error)) return <DeadLink />;
  if (invitation.isError) {
    return (
      <Entrance title={t('invitation.title')}>
        <FailedFace error={invitation.error} onRetry={() => void invitation.refetch()} />
      </Entrance>
    );
  }
  if (invitation.isPending) {
    return (
      <Entrance title={t('invitation.title')}>
        <Stack mt="lg" gap="md" role="status" aria-label={t('common.loading')}>
          <Skeleton height={36} />
          <Skeleton height={36} />
        </Stack>
      </Entrance>
    );
  }
  const { tenantName, invitedBy, role } = invitation.data;
  return (
    <Entrance
      title={t('invitation.join', { organisation: tenantName })}
      intro={t('invitation.intro', { name: invitedBy, role: t(`shell.roles.${role}`) })}
    >
      <AcceptForm token={token} invitation={invitation.data} />
    </Entrance>
  );
}

function DeadLink() {
  const { t } = useTranslation();
  return (
    <Entrance title={t('invitation.deadTitle')} intro={t('invitation.deadText')}>
      <Button component={Link} to="/sign-in" mt="lg" fullWidth>
        {t('setup.usedAction')}
      </Button>
    </Entrance>
  );
}

interface AcceptFormProps {
  readonly token: string;
  readonly invitation: InvitationView;
}

function AcceptForm({ token, invitation }: AcceptFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { tenantName, email } = invitation;
  const form = useForm<Omit<AcceptInvitationRequest, 'invitationToken'>>({
    initialValues: { name: '', password: '' },
    validate: {
      name: (value) =>
        value.trim() === ''
          ? t('setup.required')
          : value.trim().length > PERSON_NAME_MAX
            ? t('setup.tooLong', { max: PERSON_NAME_MAX })
            : null,
      password: (password, { name }) => {
        const [fault] = passwordFaults({ password, name, email, tenantName });
        return fault === undefined ? null : t(`setup.${fault}`, { min: PASSWORD_MIN, max: PASSWORD_MAX });
      },
    },
  });
  const fieldErrors = useFieldErrors();
  const accept = useAction(async ({ name, password }: { name: string; password: string }) => {
    try {
      const session = await invitationCalls.accept({ invitationToken: token, name: name.trim(), password });
      enterSession(client, session);
      await navigate({ to: '/users', replace: true });
    } catch (error) {
      if (error instanceof ApiError) form.setErrors(fieldErrors(error));
      if (!isField(error)) throw error;
    }
  });
  return (
    <form onSubmit={form.onSubmit(accept.run)} noValidate>
      <Stack mt="lg" gap="md">
        <TextInput label={t('setup.email')} type="email" autoComplete="username" value={email} readOnly />
        <TextInput label={t('setup.name')} autoComplete="name" autoFocus {...form.getInputProps('name')} />
        <PasswordInput
          label={t('setup.password')}
          autoComplete="new-password"
          aria-describedby="password-rules"
          aria-invalid={form.errors.password !== undefined}
          {...form.getInputProps('password')}
        />
        <PasswordRules id="password-rules" values={{ ...form.values, email, tenantName }} />
        <RefusedAlert error={accept.error} />
        <Button type="submit" loading={accept.busy} mt="xs" size="md">
          {t('invitation.submit')}
        </Button>
      </Stack>
    </form>
  );
}

function isInvalid(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'invitationInvalid';
}

function isField(error: unknown): boolean {
  return error instanceof ApiError && Object.keys(error.fields).length > 0;
}
