import { REQUEST_SPANS, type RequestFilter } from '@rollcall/admin-contracts';
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Times = Pick<RequestFilter, 'since' | 'from' | 'to'>;

interface TimeFilterProps {
  readonly filter: RequestFilter;
  readonly onChange: (times: { [Key in keyof Times]: Times[Key] | undefined }) => void;
}

const CUSTOM = 'custom';

/** A span back from now, which stays one when the address is shared, or two moments in the reader's zone. */
export function TimeFilter({ filter, onChange }: TimeFilterProps) {
  const { t } = useTranslation();
  const hasMoments = filter.from !== undefined || filter.to !== undefined;
  const [custom, setCustom] = useState(hasMoments);
  const spans = REQUEST_SPANS.map((span) => ({ value: span, label: t(`requests.spans.${span}`) }));
  return (
    <>
      <Select
        aria-label={t('requests.time')}
        placeholder={t('requests.timeAny')}
        data={[...spans, { value: CUSTOM, label: t('requests.timeCustom') }]}
        value={filter.since ?? (custom || hasMoments ? CUSTOM : null)}
        clearable
        comboboxProps={{ withinPortal: false }}
        clearButtonProps={{ 'aria-label': t('requests.timeAny') }}
        onChange={(value) => {
          setCustom(value === CUSTOM);
          onChange({ since: REQUEST_SPANS.find((span) => span === value), from: undefined, to: undefined });
        }}
      />
      {filter.since === undefined && (custom || hasMoments) && (
        <>
          <Moment
            label={t('requests.from')}
            value={filter.from}
            onChange={(from) => {
              onChange({ ...timesOf(filter), from });
            }}
          />
          <Moment
            label={t('requests.to')}
            value={filter.to}
            onChange={(to) => {
              onChange({ ...timesOf(filter), to });
            }}
          />
        </>
      )}
    </>
  );
}

function timesOf({ from, to }: RequestFilter) {
  return { since: undefined, from, to };
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
      value={value === undefined ? '' : localMoment(new Date(value))}
      onChange={(event) => {
        const moment = new Date(event.currentTarget.value);
        onChange(Number.isNaN(moment.getTime()) ? undefined : moment.toISOString());
      }}
    />
  );
}

/** As the browser's field wants it: "2026-03-01T09:30" in the reader's zone. */
function localMoment(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
