import type { IntegrationView, Provider } from '@rollcall/admin-contracts';
import { List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../ui/copy-field';
import { Panel } from '../../ui/panel';
import { ProviderChoice } from '../provider-choice';
import { useProviderWords } from '../provider-words';
import { isLive } from '../tokens/token-state';
import { AttributeTable } from './attribute-table';
import { ATTRIBUTE_TABLES } from './attribute-tables';
import classes from './setup-guide.module.css';

/** A20: the provider's screens in order, with this integration's own values filled in. */
export function SetupGuide({ view }: { readonly view: IntegrationView }) {
  const { t } = useTranslation();
  const [provider, setProvider] = useState<Provider>(view.provider);
  const words = useProviderWords(provider);
  const steps = t(`guide.providers.${provider}.steps`, { returnObjects: true });
  const notes = t(`guide.providers.${provider}.notes`, { returnObjects: true });
  const tables = ATTRIBUTE_TABLES[provider];
  return (
    <Stack gap="md">
      <Panel title={t('guide.valuesTitle')} aside={<ProviderChoice provider={provider} onChoose={setProvider} />}>
        <Stack gap="md">
          <CopyField label={words.urlLabel} value={view.scimUrl} />
          <TokenReminder view={view} label={words.tokenLabel} />
        </Stack>
      </Panel>
      <Panel title={t('guide.title', { provider: words.inSentence })}>
        <ol className={classes.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Panel>
      <Panel title={t('guide.notesTitle')}>
        <List spacing={6}>
          {notes.map((note) => (
            <List.Item key={note}>{note}</List.Item>
          ))}
        </List>
      </Panel>
      <Panel title={t('guide.attributesTitle')} text={t('guide.attributesIntro')}>
        <Stack gap="lg">
          <AttributeTable caption={t('guide.attributesUsers')} provider={words.name} rows={tables.users} />
          <AttributeTable caption={t('guide.attributesGroups')} provider={words.name} rows={tables.groups} />
        </Stack>
      </Panel>
    </Stack>
  );
}

function TokenReminder({ view, label }: { readonly view: IntegrationView; readonly label: string }) {
  const { t } = useTranslation();
  const live = view.tokens.find(isLive);
  return (
    <div>
      <Text fw={500} size="sm">
        {label}
      </Text>
      <Text c="dimmed" size="sm">
        {live === undefined ? t('guide.tokenNone') : t('guide.tokenValue', { lastFour: live.lastFour })}
      </Text>
    </div>
  );
}
