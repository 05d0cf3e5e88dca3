import { PROVIDERS, type Provider } from '@rollcall/admin-contracts';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ProviderChoiceProps {
  readonly provider: Provider;
  readonly onChoose: (provider: Provider) => void;
}

export function ProviderChoice({ provider, onChoose }: ProviderChoiceProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('integration.provider')}
      data={PROVIDERS.map((candidate) => ({ value: candidate, label: t(`providers.${candidate}.name`) }))}
      value={provider}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      onChange={(value) => {
        onChoose(PROVIDERS.find((candidate) => candidate === value) ?? provider);
      }}
    />
  );
}
