import type { IntegrationSummary, TokenView } from '@rollcall/admin-contracts';
import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotify } from '../../ui/notify';
import { integrationCalls, integrationQuery, refreshAll } from '../../api/integrations';
import { Dialog } from '../../ui/dialog';
import { DialogButtons, RefusedAlert } from '../../ui/dialog-buttons';
import { FailedFace, LoadingFace } from '../../ui/faces';
import { useAction } from '../../ui/use-action';
import { useProviderWords } from '../provider-words';
import { isLive } from '../tokens/token-state';

interface RevokeDialogProps {
  readonly opened: boolean;
  readonly integration: IntegrationSummary;
  /** The token already chosen, from the list of tokens. */
  readonly tokenId?: string | undefined;
  readonly onClose: () => void;
}

export function RevokeDialog({ opened, integration, tokenId, onClose }: RevokeDialogProps) {
  const { t } = useTranslation();
  const view = useQuery({ ...integrationQuery(integration.id), enabled: opened });
  return (
    <Dialog opened={opened} title={t('dialogs.revokeTitle')} onClose={onClose}>
      {view.isPending && <LoadingFace rows={3} />}
      {view.isError && view.data === undefined && <FailedFace error={view.error} onRetry={() => void view.refetch()} />}
      {view.data !== undefined && (
        <RevokeForm
          key={tokenId ?? integration.id}
          integration={integration}
          tokens={view.data.tokens.filter(isLive)}
          tokenId={tokenId}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface RevokeFormProps extends Omit<RevokeDialogProps, 'opened'> {
  readonly tokens: readonly TokenView[];
}

function RevokeForm({ integration, tokens, tokenId, onClose }: RevokeFormProps) {
  const { t } = useTranslation();
  const words = useProviderWords(integration.provider);
  const [chosenId, setChosenId] = useState(tokenId ?? tokens.at(-1)?.id);
  const chosen = tokens.find((token) => token.id === chosenId);
  const revoke = useRevoke(integration.id, onClose);

  if (tokens.length === 0) return <NothingToRevoke onClose={onClose} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) revoke.run(chosen);
      }}
    >
      <Text c="dimmed">{t('dialogs.revokeText')}</Text>
      <TokenChoice tokens={tokens} chosenId={chosenId} onChoose={setChosenId} />
      {tokens.length === 1 && (
        <Alert color="yellow" variant="light" mt="md">
          {t('dialogs.revokeOnly', { provider: words.inSentence })}
        </Alert>
      )}
      <RefusedAlert error={revoke.error} />
      <DialogButtons
        submit={t('dialogs.revokeSubmit')}
        busy={revoke.busy}
        danger
        disabled={chosen === undefined}
        onCancel={onClose}
      />
    </form>
  );
}

function useRevoke(integrationId: string, onClose: () => void) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  return useAction(async (token: TokenView) => {
    await integrationCalls.revoke(integrationId, token.id);
    notify(t('integrations.revoked', { lastFour: token.lastFour }));
    onClose();
    await refreshAll(client);
  });
}

interface TokenChoiceProps {
  readonly tokens: readonly TokenView[];
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
}

function TokenChoice({ tokens, chosenId, onChoose }: TokenChoiceProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t('dialogs.revokeWhich')} value={chosenId ?? ''} onChange={onChoose} mt="md">
      <Stack gap="xs" mt="xs">
        {tokens.map((token) => (
          <Radio
            key={token.id}
            value={token.id}
            label={t('dialogs.tokenEnding', { lastFour: token.lastFour })}
            description={t(`tokens.states.${token.state}`)}
            data-autofocus={token.id === chosenId || undefined}
            autoFocus={token.id === chosenId}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function NothingToRevoke({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Text>{t('dialogs.revokeNone')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
      </Group>
    </>
  );
}
