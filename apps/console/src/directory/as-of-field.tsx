import { Button, Group, Text, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { localMoment } from '../ui/local-moment';

interface AsOfFieldProps {
  /** ISO 8601 */
  readonly at: string | undefined;
  readonly onChange: (at: string | undefined) => void;
}

/** A moment in the reader's own zone; empty is now. */
export function AsOfField({ at, onChange }: AsOfFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Group gap="xs">
      <Text component="label" htmlFor={id} size="sm" c="dimmed">
        {t('past.asOf')}
      </Text>
      <TextInput
        id={id}
        type="datetime-local"
        title={t('past.asOfHint')}
        value={at === undefined ? '' : localMoment(at)}
        max={localMoment(new Date().toISOString())}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const chosen = new Date(value);
          onChange(value === '' || Number.isNaN(chosen.getTime()) ? undefined : chosen.toISOString());
        }}
      />
      {at !== undefined && (
        <Button
          variant="default"
          onClick={() => {
            onChange(undefined);
          }}
        >
          {t('past.asOfNow')}
        </Button>
      )}
    </Group>
  );
}
