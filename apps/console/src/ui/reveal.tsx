import { REVEAL_REASON_MAX } from '@rollcall/admin-contracts';
import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { Dialog } from './dialog';
import { DialogButtons, RefusedAlert } from './dialog-buttons';
import { useAction } from './use-action';

interface RevealProps {
  /** What is shown at the moment hides values. */
  readonly masked: boolean;
  /** What is shown at the moment has been revealed. */
  readonly revealed: boolean;
  /** Fetches the values for the view's own state, never for a cache. */
  readonly onReveal: (reason: string) => Promise<void>;
}

/** Says that values are hidden, and shows them to whoever may ask for them (A30, SEC-54). */
export function Reveal({ masked, revealed, onReveal }: RevealProps) {
  const { t } = useTranslation();
  const mayReveal = useMay('revealValues');
  const [opened, setOpened] = useState(false);
  const close = () => {
    setOpened(false);
  };
  if (!masked && !revealed) return null;
  return (
    <Alert color="gray" variant="light" icon={revealed ? <IconEye size={20} /> : <IconEyeOff size={20} />}>
      <Group justify="space-between" gap="sm">
        <Text role="status">{revealed ? t('request.revealed') : t('request.hidden')}</Text>
        {!revealed && mayReveal && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setOpened(true);
            }}
          >
            {t('request.reveal')}
          </Button>
        )}
      </Group>
      <Dialog opened={opened} title={t('request.revealTitle')} onClose={close}>
        <RevealForm
          onCancel={close}
          onReveal={async (reason) => {
            await onReveal(reason);
            close();
          }}
        />
      </Dialog>
    </Alert>
  );
}

interface RevealFormProps {
  readonly onCancel: () => void;
  readonly onReveal: (reason: string) => Promise<void>;
}

function RevealForm({ onCancel, onReveal }: RevealFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const reveal = useAction(() => onReveal(reason.trim()));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        reveal.run();
      }}
    >
      <Text c="dimmed" mb="md">
        {t('request.revealText')}
      </Text>
      <TextInput
        label={t('request.revealReason')}
        description={t('request.revealReasonHint')}
        maxLength={REVEAL_REASON_MAX}
        autoComplete="off"
        data-autofocus
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <RefusedAlert error={reveal.error} />
      <DialogButtons submit={t('request.reveal')} busy={reveal.busy} onCancel={onCancel} />
    </form>
  );
}
