import { PASSWORD_MAX, PASSWORD_MIN, type ChangePasswordRequest, type SessionView } from '@rollcall/admin-contracts';
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';
import { useFieldErrors } from '../api/field-errors';
import { accountCalls, ownSessionsQuery } from '../api/team';
import { RefusedAlert } from '../ui/dialog-buttons';
import { useNotify } from '../ui/notify';
import { Panel } from '../ui/panel';
import { useAction } from '../ui/use-action';
import { passwordFaults, PasswordRules } from './password-rules';

export function PasswordPanel({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation();
  const about = { name: session.member.name, email: session.member.email, tenantName: session.tenant.name };
  const form = useForm<ChangePasswordRequest>({
    initialValues: { password: '', newPassword: '' },
    validate: {
      password: (value) => (value === '' ? t('setup.required') : null),
      newPassword: (password) => {
        const [fault] = passwordFaults({ ...about, password });
        return fault === undefined ? null : t(`setup.${fault}`, { min: PASSWORD_MIN, max: PASSWORD_MAX });
      },
    },
  });
  const change = useChangePassword(form.reset, form.setErrors);
  return (
    <Panel title={t('account.passwordTitle')} text={t('account.passwordText')}>
      <form onSubmit={form.onSubmit(change.run)} noValidate>
        <Stack gap="md" maw={420}>
          <input type="text" autoComplete="username" value={about.email} readOnly hidden />
          <PasswordInput
            label={t('account.passwordNow')}
            autoComplete="current-password"
            aria-invalid={form.errors.password !== undefined}
            {...form.getInputProps('password')}
          />
          <PasswordInput
            label={t('account.passwordNew')}
            autoComplete="new-password"
            aria-describedby="password-rules"
            aria-invalid={form.errors.newPassword !== undefined}
            {...form.getInputProps('newPassword')}
          />
          <PasswordRules id="password-rules" values={{ ...about, password: form.values.newPassword }} />
          <RefusedAlert error={change.error} />
          <Button type="submit" variant="default" loading={change.busy} style={{ alignSelf: 'flex-start' }}>
            {t('account.passwordSubmit')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}

function useChangePassword(onChanged: () => void, setErrors: (errors: Record<string, string>) => void) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  const fieldErrors = useFieldErrors();
  return useAction(async (request: ChangePasswordRequest) => {
    try {
      await accountCalls.changePassword(request);
    } catch (error) {
      if (!(error instanceof ApiError) || Object.keys(error.fields).length === 0) throw error;
      setErrors(error.code === 'wrongPassword' ? { password: t('errors.wrongPassword') } : fieldErrors(error));
      return;
    }
    onChanged();
    notify(t('account.passwordChanged'));
    await client.invalidateQueries(ownSessionsQuery);
  });
}
