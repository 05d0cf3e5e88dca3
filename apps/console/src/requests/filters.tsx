import {
  PROVIDERS,
  REQUEST_KINDS,
  REQUEST_METHODS,
  REQUEST_SPANS,
  type RequestFilter,
} from '@rollcall/admin-contracts';
import { Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { integrationsQuery } from '../api/integrations';
import { AboutOne } from '../ui/about-one';
import { IntegrationFilter } from '../ui/integration-filter';
import { SearchField } from '../ui/search-field';
import { TimeFilter } from '../ui/time-filter';
import classes from './filters.module.css';

export type Narrow = (change: { [Key in keyof RequestFilter]?: RequestFilter[Key] | undefined }) => void;

interface FiltersProps {
  readonly filter: RequestFilter;
  readonly onNarrow: Narrow;
}

/** Everything that the list can be narrowed by; the address keeps it. */
export function Filters({ filter, onNarrow }: FiltersProps) {
  return (
    <Stack gap="sm" mb="md">
      <Texts filter={filter} onNarrow={onNarrow} />
      <Choices filter={filter} onNarrow={onNarrow} />
    </Stack>
  );
}

function Texts({ filter, onNarrow }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <SearchField
        label={t('requests.person')}
        value={filter.person ?? ''}
        onSearch={(person) => {
          onNarrow({ person: person === '' ? undefined : person });
        }}
      />
      <SearchField
        label={t('requests.search')}
        value={filter.search ?? ''}
        onSearch={(search) => {
          onNarrow({ search: search === '' ? undefined : search });
        }}
      />
      <SegmentedControl
        className={classes.result ?? ''}
        aria-label={t('requests.result')}
        data={[
          { value: 'all', label: t('requests.resultAll') },
          { value: 'success', label: t('requests.resultSuccess') },
          { value: 'refused', label: t('requests.resultRefused') },
          { value: 'failed', label: t('requests.resultFailed') },
        ]}
        value={filter.result ?? 'all'}
        onChange={(value) => {
          onNarrow({ result: (['success', 'refused', 'failed'] as const).find((result) => result === value) });
        }}
      />
    </Group>
  );
}

function Choices({ filter, onNarrow }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.choices}>
      <Choice
        label={t('requests.kind')}
        any={t('requests.kindAll')}
        options={REQUEST_KINDS.map((kind) => ({ value: kind, label: t(`requests.kinds.${kind}`) }))}
        value={filter.kind}
        onChange={(kind) => {
          onNarrow({ kind });
        }}
      />
      <TimeFilter
        spans={REQUEST_SPANS.map((span) => ({ value: span, label: t(`requests.spans.${span}`) }))}
        filter={filter}
        onChange={onNarrow}
      />
      <Choice
        label={t('requests.method')}
        any={t('requests.methodAll')}
        options={REQUEST_METHODS.map((method) => ({ value: method, label: method }))}
        value={filter.method}
        onChange={(method) => {
          onNarrow({ method });
        }}
      />
      <ProviderChoice filter={filter} onNarrow={onNarrow} />
      <IntegrationFilter
        label={t('requests.integration')}
        value={filter.integrationId}
        onChange={(integrationId) => {
          onNarrow({ integrationId });
        }}
      />
      {filter.resourceId !== undefined && (
        <AboutOne
          text={t('requests.about')}
          onClear={() => {
            onNarrow({ resourceId: undefined });
          }}
        />
      )}
    </div>
  );
}

/** Not drawn while all integrations are of one provider. */
function ProviderChoice({ filter, onNarrow }: FiltersProps) {
  const { t } = useTranslation();
  const integrations = useQuery(integrationsQuery).data ?? [];
  const present = PROVIDERS.filter((provider) => integrations.some((each) => each.provider === provider));
  if (present.length < 2 && filter.provider === undefined) return null;
  return (
    <Choice
      label={t('requests.provider')}
      any={t('requests.providerAll')}
      options={present.map((provider) => ({ value: provider, label: t(`providers.${provider}.name`) }))}
      value={filter.provider}
      onChange={(provider) => {
        onNarrow({ provider });
      }}
    />
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

function Choice<Value extends string>({ label, any, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <Select
      aria-label={label}
      placeholder={any}
      data={options.map((option) => ({ value: option.value, label: option.label }))}
      value={value ?? null}
      clearable
      comboboxProps={{ withinPortal: false }}
      clearButtonProps={{ 'aria-label': any }}
      onChange={(chosen) => {
        onChange(options.find((option) => option.value === chosen)?.value);
      }}
    />
  );
}
