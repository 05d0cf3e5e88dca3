import type { IntegrationView } from '@rollcall/admin-contracts';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/text-link';
import { CopyField } from '../ui/copy-field';
import { Panel } from '../ui/panel';
import { ChecklistSteps } from './checklist';
import { DownloadDiagnostics } from './download-diagnostics';
import { OverviewFacts } from './overview-facts';
import classes from './overview.module.css';
import { useProviderWords } from './provider-words';
import { Traffic } from './traffic';

export function Overview({ view }: { readonly view: IntegrationView }) {
  const { t } = useTranslation();
  const words = useProviderWords(view.provider);
  return (
    <div className={classes.columns}>
      <Stack gap="md" miw={0}>
        <ApiUrl view={view} />
        <Panel title={t('integration.checklist')} text={t('integration.checklistText', { provider: words.inSentence })}>
          <ChecklistSteps checklist={view.checklist} />
        </Panel>
        <Panel
          title={t('integration.traffic')}
          aside={
            <TextLink to="/requests" search={{ integrationId: view.id }} size="sm">
              {t('integration.seeRequests')}
            </TextLink>
          }
        >
          <Traffic traffic={view.traffic} />
        </Panel>
        <DownloadDiagnostics view={view} />
      </Stack>
      <Panel title={t('integration.details')}>
        <OverviewFacts view={view} />
      </Panel>
    </div>
  );
}

function ApiUrl({ view }: { readonly view: IntegrationView }) {
  const { t } = useTranslation();
  const words = useProviderWords(view.provider);
  return (
    <Panel
      title={t('integration.urlTitle')}
      text={t('integration.urlText', { provider: words.inSentence, label: words.urlLabel })}
    >
      <CopyField label={t('integration.urlTitle')} value={view.scimUrl} hideLabel />
      {view.otherScimUrls.length > 0 && (
        <Stack gap="xs" mt="sm">
          <Text size="sm" c="dimmed">
            {t('integration.otherUrls')}
          </Text>
          {view.otherScimUrls.map((url) => (
            <CopyField key={url} label={url} value={url} hideLabel />
          ))}
        </Stack>
      )}
    </Panel>
  );
}
