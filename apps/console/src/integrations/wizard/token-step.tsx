import type { GeneratedToken, Provider } from '@rollcall/admin-contracts';
import { Alert, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { integrationQuery } from '../../api/integrations';
import { Panel } from '../../ui/panel';
import { ChecklistSteps } from '../checklist';
import { useProviderWords } from '../provider-words';
import { SecretShownOnce } from '../tokens/secret-shown-once';
import classes from './wizard.module.css';

interface TokenStepProps {
  readonly provider: Provider;
  readonly generated: GeneratedToken;
  readonly onDone: () => void;
}

/** URL and token together, then what to do with them, while the steps tick themselves. */
export function TokenStep({ provider, generated, onDone }: TokenStepProps) {
  const { t } = useTranslation();
  const words = useProviderWords(provider);
  const view = useQuery(integrationQuery(generated.integrationId));
  const steps = t(`guide.providers.${provider}.steps`, { returnObjects: true });
  return (
    <Stack gap="md">
      <Panel title={t('wizard.tokenTitle', { provider: words.inSentence })} text={t('wizard.tokenText')}>
        <SecretShownOnce generated={generated} words={words} onDone={onDone} />
      </Panel>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Panel title={t('wizard.next', { provider: words.inSentence })}>
          <ol className={classes.steps}>
            {steps.map((step) => (
              <Text key={step} component="li" size="sm">
                {step}
              </Text>
            ))}
          </ol>
        </Panel>
        <Stack gap="md">
          <Panel
            title={t('integration.checklist')}
            text={t('integration.checklistText', { provider: words.inSentence })}
          >
            <ChecklistSteps checklist={view.data?.checklist ?? {}} />
          </Panel>
          <GoodToKnow provider={provider} />
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}

/** What people stumble over, while they can still avoid it. */
function GoodToKnow({ provider }: { readonly provider: Provider }) {
  const { t } = useTranslation();
  const notes = t(`guide.providers.${provider}.notes`, { returnObjects: true });
  return (
    <Alert variant="light" color="yellow" icon={<IconBulb aria-hidden />} title={t('guide.notesTitle')} role="note">
      <List size="sm" spacing={6}>
        {notes.map((note) => (
          <List.Item key={note}>{note}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
