import { PAUSE_HOURS, type IntegrationSummary, type PauseHours } from '@rollcall/admin-contracts';
import { Alert, Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { integrationCalls, refreshAll } from '../../api/integrations';
import { Dialog } from '../../ui/dialog';
import { DialogButtons, RefusedAlert } from '../../ui/dialog-buttons';
import { useNotify } from '../../ui/notify';
import { useNotifyUndoable } from '../../ui/notify-undoable';
import { useAction } from '../../ui/use-action';
import { clockOf } from '../pause/pause-clock';
import { useProviderWords } from '../provider-words';

interface PauseDialogProps {
  readonly opened: boolean;
  readonly integration: IntegrationSummary;
  readonly onClose: () => void;
}

/** A15: what a pause does and what its clock is, before it begins; the same dialog renews it. */
export function PauseDialog({ opened, integration, onClose }: PauseDialogProps) {
  const { t } = useTranslation();
  const name = integration.name;
  const title = integration.state === 'paused' ? t('pause.renewTitle', { name }) : t('pause.title', { name });
  return (
    <Dialog opened={opened} title={title} onClose={onClose}>
      <PauseForm key={integration.id} integration={integration} onClose={onClose} />
    </Dialog>
  );
}

function PauseForm({ integration, onClose }: Omit<PauseDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const words = useProviderWords(integration.provider);
  const [hours, setHours] = useState<PauseHours>(24);
  const pause = usePause(integration, onClose);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        pause.run(hours);
      }}
    >
      <Text c="dimmed" mb="md">
        {t('pause.text', { provider: words.inSentence })} {t('pause.endsByItself')}
      </Text>
      <HoursChoice hours={hours} onChoose={setHours} />
      <Alert color="yellow" variant="light" mt="md">
        {t(`pause.clock.${clockOf(integration.provider)}`)}
      </Alert>
      <RefusedAlert error={pause.error} />
      <DialogButtons
        submit={integration.state === 'paused' ? t('pause.renewSubmit') : t('pause.submit')}
        busy={pause.busy}
        onCancel={onClose}
      />
    </form>
  );
}

function HoursChoice({ hours, onChoose }: { hours: PauseHours; onChoose: (hours: PauseHours) => void }) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('pause.question')}
      value={String(hours)}
      onChange={(value) => {
        onChoose(PAUSE_HOURS.find((candidate) => String(candidate) === value) ?? hours);
      }}
    >
      <Stack gap="sm" mt="sm">
        {PAUSE_HOURS.map((choice) => (
          <Radio
            key={choice}
            value={String(choice)}
            label={t(`pause.hours.h${choice}.label`)}
            description={t(`pause.hours.h${choice}.hint`)}
            data-autofocus={choice === hours || undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** A pause can be taken back; a renewal cannot, because that would end the pause. */
function usePause({ id, name, state }: IntegrationSummary, onClose: () => void) {
  const { t } = useTranslation();
  const notify = useNotify();
  const notifyUndoable = useNotifyUndoable();
  const client = useQueryClient();
  return useAction(async (hours: PauseHours) => {
    await integrationCalls.pause(id, { hours });
    const message = t('pause.paused', { name });
    if (state === 'paused') notify(message);
    else {
      notifyUndoable(message, async () => {
        await integrationCalls.resume(id);
        await refreshAll(client);
      });
    }
    onClose();
    await refreshAll(client);
  });
}
