import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localMoment } from './local-moment';

/** A span back from now, or two moments in ISO 8601. */
interface Times<Span extends string> {
  readonly since?: Span | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface TimeFilterProps<Span extends string> {
  readonly spans: readonly { readonly value: Span; readonly label: string }[];
  readonly filter: Times<Span>;
  readonly onChange: (times: Record<'from' | 'to', string | undefined> & { since: Span | undefined }) => void;
}

const CUSTOM = 'custom';

/** A span back from now, which stays one when the address is shared, or two moments in the reader's zone. */
export function TimeFilter<Span extends string>({ spans, filter, onChange }: TimeFilterProps<Span>) {
  const { t } = useTranslation();
  const { since, from, to } = filter;
  const hasMoments = from !== undefined || to !== undefined;
  const [custom, setCustom] = useState(hasMoments);
  return (
    <>
      <Select
        aria-label={t('requests.time')}
        placeholder={t('requests.timeAny')}
        data={[...spans, { value: CUSTOM, label: t('requests.timeCustom') }]}
        value={since ?? (custom || hasMoments ? CUSTOM : null)}
        clearable
        comboboxProps={{ withinPortal: false }}
        clearButtonProps={{ 'aria-label': t('requests.timeAny') }}
        onChange={(value) => {
          setCustom(value === CUSTOM);
          const span = spans.find((candidate) => candidate.value === value)?.value;
          onChange({ since: span, from: undefined, to: undefined });
        }}
      />
      {since === undefined && (custom || hasMoments) && (
        <>
          <Moment
            label={t('requests.from')}
            value={from}
            onChange={(next) => {
              onChange({ since: undefined, from: next, to });
            }}
          />
          <Moment
            label={t('requests.to')}
            value={to}
            onChange={(next) => {
              onChange({ since: undefined, from, to: next });
            }}
          />
        </>
      )}
    </>
  );
}

interface MomentProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function Moment({ label, value, onChange }: MomentProps) {
  return (
    <TextInput
      type="datetime-local"
      aria-label={label}
      value={value === undefined ? '' : localMoment(value)}
      onChange={(event) => {
        const moment = new Date(event.currentTarget.value);
        onChange(Number.isNaN(moment.getTime()) ? undefined : moment.toISOString());
      }}
    />
  );
}
