import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateIn, END_PRESETS, endOfDay } from './token-end';

interface TokenEndFieldProps {
  readonly label: string;
  /** "2026-03-05", or empty for no end. */
  readonly date: string;
  readonly onChange: (date: string) => void;
}

const CUSTOM = 'custom';

/** No end unless somebody chooses one: a token that expires stops the identity provider (SEC-06). */
export function TokenEndField({ label, date, onChange }: TokenEndFieldProps) {
  const { t } = useTranslation();
  const now = new Date();
  const preset = END_PRESETS.find((days) => dateIn(days, now) === date);
  const chosen = date === '' ? '' : preset === undefined ? CUSTOM : String(preset);
  return (
    <Stack gap="xs" maw={440}>
      <NativeSelect
        label={label}
        description={date === '' ? t('tokenEnd.none') : t('tokenEnd.some')}
        value={chosen}
        data={[
          { value: '', label: t('tokenEnd.never') },
          ...END_PRESETS.map((days) => ({ value: String(days), label: t('tokenEnd.inDays', { days }) })),
          { value: CUSTOM, label: t('tokenEnd.custom') },
        ]}
        onChange={({ currentTarget: { value } }) => {
          onChange(value === '' ? '' : dateIn(value === CUSTOM ? 30 : Number(value), now));
        }}
      />
      {chosen !== '' && (
        <TextInput
          type="date"
          label={t('tokenEnd.date')}
          value={date}
          min={dateIn(0, now)}
          max={dateIn(3649, now)}
          required
          withAsterisk={false}
          onChange={(event) => {
            if (endOfDay(event.currentTarget.value) !== undefined) onChange(event.currentTarget.value);
          }}
        />
      )}
    </Stack>
  );
}
