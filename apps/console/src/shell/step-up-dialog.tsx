import type { ConfirmRequest, SessionView } from '@rollcall/admin-contracts';
import { PasswordInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';
import { api } from '../api/client';
import { askForPasswordWith } from '../api/step-up';
import { Dialog } from '../ui/dialog';
import { DialogButtons, RefusedAlert } from '../ui/dialog-buttons';
import { useAction } from '../ui/use-action';

type Settle = (confirmed: boolean) => void;

/** Asks for the password wherever the server wants it first (SEC-49), above whatever the person was doing. */
export function StepUpDialog({ member }: { readonly member: SessionView['member'] }) {
  const { t } = useTranslation();
  const { opened, settle } = useQuestion();
  return (
    <Dialog
      opened={opened}
      title={t('stepUp.title')}
      size="sm"
      onTop
      onClose={() => {
        settle(false);
      }}
    >
      <StepUpForm member={member} settle={settle} />
    </Dialog>
  );
}

function StepUpForm({ member, settle }: { readonly member: SessionView['member']; readonly settle: Settle }) {
  const { t } = useTranslation();
  const form = useForm<ConfirmRequest>({
    initialValues: { password: '' },
    validate: { password: (value) => (value === '' ? t('signIn.required') : null) },
  });
  const confirm = useAction(async (request: ConfirmRequest) => {
    try {
      await api.post('/session/confirm', request);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'wrongPassword') throw error;
      form.setFieldError('password', t('errors.wrongPassword'));
      return;
    }
    settle(true);
  });
  return (
    <form onSubmit={form.onSubmit(confirm.run)} noValidate>
      <Text c="dimmed" mb="md">
        {t('stepUp.text', { name: member.name })}
      </Text>
      {/* For password managers: whose password this is. */}
      <input type="text" autoComplete="username" value={member.email} readOnly hidden />
      <PasswordInput
        label={t('stepUp.password')}
        autoComplete="current-password"
        data-autofocus
        aria-invalid={form.errors.password !== undefined}
        {...form.getInputProps('password')}
      />
      <RefusedAlert error={confirm.error} />
      <DialogButtons
        submit={t('stepUp.submit')}
        busy={confirm.busy}
        onCancel={() => {
          settle(false);
        }}
      />
    </form>
  );
}

function useQuestion(): { readonly opened: boolean; readonly settle: Settle } {
  const [opened, setOpened] = useState(false);
  const waiting = useRef<Settle>(undefined);
  const settle: Settle = (confirmed) => {
    waiting.current?.(confirmed);
    waiting.current = undefined;
    setOpened(false);
  };

  useEffect(
    () =>
      askForPasswordWith(
        () =>
          new Promise((resolve) => {
            waiting.current = resolve;
            setOpened(true);
          }),
      ),
    [],
  );
  useEscapeFirst(waiting, settle);
  return { opened, settle };
}

/** Escape takes the question away and not the dialog below it. */
function useEscapeFirst(waiting: { readonly current: Settle | undefined }, settle: Settle): void {
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  // Before the effects in which dialogs, this one's own among them, begin to listen.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || waiting.current === undefined) return;
      event.stopImmediatePropagation();
      latest.current(false);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [waiting]);
}
