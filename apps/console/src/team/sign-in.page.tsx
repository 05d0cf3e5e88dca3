import type { SessionView, SetupState, SignInRequest } from '@rollcall/admin-contracts';
import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readSignInSearch } from '../search-params';
import { api } from '../api/client';
import { enterSession } from '../api/session';
import { RefusedAlert } from '../ui/dialog-buttons';
import { useAction } from '../ui/use-action';
import { Entrance } from './entrance';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTranslation();
  const setup = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => api.get<SetupState>('/setup', {}, signal) });
  const form = useForm<SignInRequest>({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('signIn.required') : null),
      password: (value) => (value === '' ? t('signIn.required') : null),
    },
  });
  const signIn = useSignIn();

  return (
    <Entrance title={t('signIn.title')} intro={t('signIn.intro')}>
      {setup.data?.needed === true && (
        <Alert mt="md" title={t('setup.missingTitle')} variant="light" color="yellow">
          {t('setup.missingText')}
        </Alert>
      )}
      <form onSubmit={form.onSubmit(signIn.run)} noValidate>
        <Stack mt="lg" gap="md">
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            aria-invalid={form.errors.password !== undefined}
            {...form.getInputProps('password')}
          />
          <RefusedAlert error={signIn.error} />
          <Button type="submit" loading={signIn.busy} mt="xs" size="md">
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}

function useSignIn() {
  const client = useQueryClient();
  const router = useRouter();
  const { to } = route.useSearch({ select: readSignInSearch, structuralSharing: true });
  return useAction(async (values: SignInRequest) => {
    const session = await api.post<SessionView>('/session', { ...values, email: values.email.trim() });
    enterSession(client, session);
    router.history.replace(to ?? '/');
  });
}
