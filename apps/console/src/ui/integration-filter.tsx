import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { integrationsQuery } from '../api/integrations';

interface IntegrationFilterProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (integrationId: string | undefined) => void;
}

/** Not drawn while there is nothing to choose between. */
export function IntegrationFilter({ label, value, onChange }: IntegrationFilterProps) {
  const { t } = useTranslation();
  const integrations = useQuery(integrationsQuery).data ?? [];
  if (integrations.length < 2 && value === undefined) return null;
  return (
    <Select
      aria-label={label}
      placeholder={t('users.originAll')}
      data={integrations.map((integration) => ({ value: integration.id, label: integration.name }))}
      value={value ?? null}
      clearable
      w={220}
      comboboxProps={{ withinPortal: false }}
      clearButtonProps={{ 'aria-label': t('users.originAll') }}
      onChange={(chosen) => {
        onChange(chosen ?? undefined);
      }}
    />
  );
}
