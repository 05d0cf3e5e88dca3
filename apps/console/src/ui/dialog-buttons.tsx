import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../api/error-sentence';

interface DialogButtonsProps {
  readonly submit: string;
  readonly busy: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onCancel: () => void;
}

export function DialogButtons({ submit, busy, danger = false, disabled = false, onCancel }: DialogButtonsProps) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="xs" mt="lg">
      <Button variant="default" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" loading={busy} disabled={disabled} {...(danger ? { color: 'red.9' } : {})}>
        {submit}
      </Button>
    </Group>
  );
}

/** Why the server refused, above the buttons; nothing while there is nothing to say. */
export function RefusedAlert({ error }: { readonly error: unknown }) {
  const sentence = useErrorSentence();
  if (error === undefined || error === null) return null;
  return (
    <Alert color="red" variant="light" role="alert" mt="md">
      {sentence(error)}
    </Alert>
  );
}
