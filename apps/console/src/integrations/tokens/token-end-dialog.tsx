import type { IntegrationView, TokenView } from '@rollcall/admin-contracts';
import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { integrationCalls, refreshAll } from '../../api/integrations';
import { Dialog } from '../../ui/dialog';
import { DialogButtons, RefusedAlert } from '../../ui/dialog-buttons';
import { useNotify } from '../../ui/notify';
import { useAction } from '../../ui/use-action';
import { dateOf, endOfDay } from './token-end';
import { TokenEndField } from './token-end-field';

interface TokenEndDialogProps {
  readonly opened: boolean;
  readonly integration: IntegrationView;
  readonly token: TokenView;
  readonly onClose: () => void;
}

/** Another end for a live token, or none. */
export function TokenEndDialog({ opened, integration, token, onClose }: TokenEndDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} title={t('tokenEnd.title', { lastFour: token.lastFour })} onClose={onClose}>
      <TokenEndForm key={token.id} integration={integration} token={token} onClose={onClose} />
    </Dialog>
  );
}

function TokenEndForm({ integration, token, onClose }: Omit<TokenEndDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  const [date, setDate] = useState(token.expiresAt === undefined ? '' : dateOf(new Date(token.expiresAt)));
  const save = useAction(async () => {
    await integrationCalls.setTokenEnd(integration.id, token.id, { expiresAt: endOfDay(date) ?? null });
    notify(date === '' ? t('tokenEnd.removed') : t('tokenEnd.saved'));
    onClose();
    await refreshAll(client);
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.run();
      }}
    >
      <Text c="dimmed" mb="md">
        {t('tokenEnd.text')}
      </Text>
      <TokenEndField label={t('tokenEnd.label')} date={date} onChange={setDate} />
      <RefusedAlert error={save.error} />
      <DialogButtons submit={t('common.save')} busy={save.busy} onCancel={onClose} />
    </form>
  );
}
