import { REVEAL_REASON_MAX, type RequestView } from '@rollcall/admin-contracts';
import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revealRequest } from '../api/requests';
import { useMay } from '../api/session';
import { Dialog } from '../ui/dialog';
import { DialogButtons, RefusedAlert } from '../ui/dialog-buttons';
import { useAction } from '../ui/use-action';

interface RevealProps {
  /** As it is shown at the moment, hidden values or not. */
  readonly request: RequestView;
  readonly revealed: boolean;
  readonly onRevealed: (view: RequestView) => void;
}

/** Says that values are hidden, and shows them to whoever may ask for them (SEC-54). */
export function Reveal({ request, revealed, onRevealed }: RevealProps) {
  const { t } = useTranslation();
  const mayReveal = useMay('revealValues');
  const [opened, setOpened] = useState(false);
  const close = () => {
    setOpened(false);
  };
  if (!request.masked && !revealed) return null;
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
          requestId={request.id}
          onCancel={close}
          onRevealed={(view) => {
            close();
            onRevealed(view);
          }}
        />
      </Dialog>
    </Alert>
  );
}

interface RevealFormProps {
  readonly requestId: string;
  readonly onCancel: () => void;
  readonly onRevealed: (view: RequestView) => void;
}

function RevealForm({ requestId, onCancel, onRevealed }: RevealFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const reveal = useAction(async () => {
    onRevealed(await revealRequest(requestId, reason.trim()));
  });
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
