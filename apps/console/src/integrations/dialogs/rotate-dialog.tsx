import {
  ROTATION_OVERLAPS,
  type GeneratedToken,
  type IntegrationSummary,
  type RotationOverlap,
} from '@rollcall/admin-contracts';
import { Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { integrationCalls, refreshAll } from '../../api/integrations';
import { Dialog } from '../../ui/dialog';
import { DialogButtons, RefusedAlert } from '../../ui/dialog-buttons';
import { useAction } from '../../ui/use-action';
import { useProviderWords } from '../provider-words';
import { SecretShownOnce } from '../tokens/secret-shown-once';
import { endOfDay } from '../tokens/token-end';
import { TokenEndField } from '../tokens/token-end-field';

interface RotateDialogProps {
  readonly opened: boolean;
  readonly integration: IntegrationSummary;
  readonly onClose: () => void;
}

/** A11. While the new token is in view, only "Done" closes the dialog, and closing forgets the token. */
export function RotateDialog({ opened, integration, onClose }: RotateDialogProps) {
  const { t } = useTranslation();
  const words = useProviderWords(integration.provider);
  const [generated, setGenerated] = useState<GeneratedToken>();
  const close = (): void => {
    setGenerated(undefined);
    onClose();
  };
  const question = useQuestion(integration);
  const title = generated === undefined ? question : t('dialogs.rotatedTitle', { provider: words.inSentence });
  return (
    <Dialog opened={opened} title={title} onClose={close} dismissible={generated === undefined} size="lg">
      {generated === undefined ? (
        <RotateForm key={integration.id} integration={integration} onGenerated={setGenerated} onCancel={close} />
      ) : (
        <>
          <Text c="dimmed" mb="md">
            {t('wizard.tokenText')}
          </Text>
          <SecretShownOnce generated={generated} words={words} onDone={close} />
        </>
      )}
    </Dialog>
  );
}

function useQuestion({ name, state }: IntegrationSummary): string {
  const { t } = useTranslation();
  return state === 'noToken' ? t('dialogs.generateTitle', { name }) : t('dialogs.rotateTitle', { name });
}

interface RotateFormProps {
  readonly integration: IntegrationSummary;
  readonly onGenerated: (generated: GeneratedToken) => void;
  readonly onCancel: () => void;
}

function RotateForm({ integration, onGenerated, onCancel }: RotateFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const words = useProviderWords(integration.provider);
  // Without a live token there is nothing whose end could be chosen.
  const isFirst = integration.state === 'noToken';
  const [overlap, setOverlap] = useState<RotationOverlap>('24h');
  const [endDate, setEndDate] = useState('');
  const rotate = useAction(async () => {
    const expiresAt = endOfDay(endDate);
    const ends = expiresAt === undefined ? {} : { expiresAt };
    onGenerated(await integrationCalls.rotate(integration.id, { overlap, ...ends }));
    await refreshAll(client);
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        rotate.run();
      }}
    >
      <Text c="dimmed" mb="md">
        {isFirst ? t('dialogs.generateText', { provider: words.inSentence }) : t('dialogs.rotateText')}
      </Text>
      <Stack gap="lg">
        {!isFirst && <OverlapChoice overlap={overlap} onChoose={setOverlap} />}
        <TokenEndField label={t('tokenEnd.labelNew')} date={endDate} onChange={setEndDate} />
      </Stack>
      <RefusedAlert error={rotate.error} />
      <DialogButtons
        submit={t('dialogs.rotateSubmit')}
        busy={rotate.busy}
        danger={!isFirst && overlap === 'now'}
        onCancel={onCancel}
      />
    </form>
  );
}

interface OverlapChoiceProps {
  readonly overlap: RotationOverlap;
  readonly onChoose: (overlap: RotationOverlap) => void;
}

function OverlapChoice({ overlap, onChoose }: OverlapChoiceProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('dialogs.rotateQuestion')}
      value={overlap}
      onChange={(value) => {
        onChoose(ROTATION_OVERLAPS.find((candidate) => candidate === value) ?? overlap);
      }}
    >
      <Stack gap="sm" mt="sm">
        {[...ROTATION_OVERLAPS].reverse().map((choice) => (
          <Radio
            key={choice}
            value={choice}
            label={t(`dialogs.overlaps.${choice}.label`)}
            description={t(`dialogs.overlaps.${choice}.hint`)}
            data-autofocus={choice === overlap || undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
