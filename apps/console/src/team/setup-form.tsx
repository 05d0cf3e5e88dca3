import {
  EMAIL_MAX,
  PASSWORD_MAX,
  PASSWORD_MIN,
  PERSON_NAME_MAX,
  TENANT_NAME_MAX,
  type SessionView,
  type SetupRequest,
} from '@rollcall/admin-contracts';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';
import { useFieldErrors } from '../api/field-errors';
import { api } from '../api/client';
import { enterSession } from '../api/session';
import { RefusedAlert } from '../ui/dialog-buttons';
import { useAction } from '../ui/use-action';
import { passwordFaults, PasswordRules } from './password-rules';

type SetupValues = Omit<SetupRequest, 'setupToken'>;

interface SetupFormProps {
  readonly setupToken: string;
  readonly onRefused: (code: 'setupDone' | 'setupLinkInvalid') => void;
}

export function SetupForm({ setupToken, onRefused }: SetupFormProps) {
  const { t } = useTranslation();
  const form = useSetupForm();
  const create = useCreateOrganisation(setupToken, onRefused, form.setErrors);

  return (
    <form onSubmit={form.onSubmit(create.run)} noValidate>
      <Stack mt="lg" gap="md">
        <TextInput
          label={t('setup.organisation')}
          description={t('setup.organisationHint')}
          autoComplete="organization"
          data-autofocus
          autoFocus
          required
          withAsterisk={false}
          {...form.getInputProps('tenantName')}
        />
        <TextInput
          label={t('setup.name')}
          autoComplete="name"
          required
          withAsterisk={false}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('setup.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('setup.password')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          aria-describedby="password-rules"
          aria-invalid={form.errors.password !== undefined}
          {...form.getInputProps('password')}
        />
        <PasswordRules id="password-rules" values={form.values} />
        <RefusedAlert error={isField(create.error) ? undefined : create.error} />
        <Button type="submit" loading={create.busy} mt="xs" size="md">
          {t('setup.submit')}
        </Button>
      </Stack>
    </form>
  );
}

function useSetupForm() {
  const { t } = useTranslation();
  const named = (max: number) => (value: string) =>
    value.trim() === '' ? t('setup.required') : value.trim().length > max ? t('setup.tooLong', { max }) : null;
  return useForm<SetupValues>({
    initialValues: { tenantName: '', name: '', email: '', password: '' },
    validateInputOnBlur: false,
    validate: {
      tenantName: named(TENANT_NAME_MAX),
      name: named(PERSON_NAME_MAX),
      email: (value) => named(EMAIL_MAX)(value) ?? (/^\S+@\S+$/.test(value.trim()) ? null : t('setup.emailInvalid')),
      password: (value, values) => {
        const [fault] = passwordFaults({ ...values, password: value });
        return fault === undefined ? null : t(`setup.${fault}`, { min: PASSWORD_MIN, max: PASSWORD_MAX });
      },
    },
  });
}

function useCreateOrganisation(
  setupToken: string,
  onRefused: SetupFormProps['onRefused'],
  setErrors: (errors: Record<string, string>) => void,
) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const fieldErrors = useFieldErrors();
  return useAction(async (values: SetupValues) => {
    try {
      const session = await api.post<SessionView>('/setup', { ...trimmed(values), setupToken } satisfies SetupRequest);
      enterSession(client, session);
      await navigate({ to: '/users', replace: true });
    } catch (error) {
      if (error instanceof ApiError) {
        if (error.code === 'setupDone' || error.code === 'setupLinkInvalid') {
          onRefused(error.code);
          return;
        }
        setErrors(fieldErrors(error));
      }
      throw error;
    }
  });
}

/** The password goes as it was typed: a space may be part of it. */
function trimmed(values: SetupValues): SetupValues {
  return { ...values, tenantName: values.tenantName.trim(), name: values.name.trim(), email: values.email.trim() };
}

function isField(error: unknown): boolean {
  return error instanceof ApiError && Object.keys(error.fields).length > 0;
}
