import { PROVIDERS, type Provider } from '@rollcall/admin-contracts';
import { Button, Group, Radio, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel';
import { ProviderMark } from '../provider-mark';
import classes from './wizard.module.css';

interface StartStepProps {
  readonly provider: Provider;
  readonly onChoose: (provider: Provider) => void;
  readonly onNext: () => void;
}

/** The provider is chosen already, so that whoever uses the most common one needs a single click. */
export function StartStep({ provider, onChoose, onNext }: StartStepProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('wizard.startTitle')} text={t('wizard.startText')}>
      <Radio.Group
        value={provider}
        aria-label={t('wizard.startTitle')}
        onChange={(value) => {
          onChoose(PROVIDERS.find((candidate) => candidate === value) ?? provider);
        }}
      >
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          {PROVIDERS.map((candidate) => (
            <label key={candidate} className={classes.choice}>
              <ProviderMark provider={candidate} />
              <span className={classes.choiceName}>{t(`providers.${candidate}.name`)}</span>
              <Radio value={candidate} aria-label={t(`providers.${candidate}.name`)} />
            </label>
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Group justify="flex-end" mt="lg">
        <Button onClick={onNext}>{t('wizard.start')}</Button>
      </Group>
    </Panel>
  );
}
