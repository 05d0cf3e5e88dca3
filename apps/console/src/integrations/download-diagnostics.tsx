import type { IntegrationView } from '@rollcall/admin-contracts';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { integrationCalls } from '../api/integrations';
import { RefusedAlert } from '../ui/dialog-buttons';
import { Panel } from '../ui/panel';
import { saveFile } from '../ui/save-file';
import { useAction } from '../ui/use-action';

/** C07: one file for whoever helps from afar. */
export function DownloadDiagnostics({ view }: { readonly view: IntegrationView }) {
  const { t } = useTranslation();
  const download = useAction(async () => {
    const bundle = await integrationCalls.diagnostics(view.id);
    saveFile(fileName(view.name, bundle.takenAt), JSON.stringify(bundle, null, 2), 'application/json');
  });
  return (
    <Panel
      title={t('diagnostics.title')}
      text={t('diagnostics.text')}
      aside={
        <Button
          variant="default"
          loading={download.busy}
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={download.run}
        >
          {t('diagnostics.download')}
        </Button>
      }
    >
      {download.error !== undefined && <RefusedAlert error={download.error} />}
    </Panel>
  );
}

function fileName(name: string, takenAt: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `rollcall-${plain === '' ? 'integration' : plain}-${takenAt.slice(0, 10)}.json`;
}
