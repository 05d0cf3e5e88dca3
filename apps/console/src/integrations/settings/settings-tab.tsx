import type { IntegrationView } from '@rollcall/admin-contracts';
import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel';
import type { IntegrationAction } from '../dialogs/use-integration-dialogs';
import { useShortMoment } from '../moment';
import { useResume } from '../pause/use-resume';
import { NameSetting } from './name-setting';
import { ProviderSetting } from './provider-setting';

interface SettingsTabProps {
  readonly view: IntegrationView;
  readonly onAction: (action: IntegrationAction, integration: IntegrationView) => void;
}

/** What an admin may change of an integration, from the harmless to the grave. */
export function SettingsTab({ view, onAction }: SettingsTabProps) {
  return (
    <Stack gap="md">
      <NameSetting key={view.name} view={view} />
      <ProviderSetting view={view} />
      <PauseSetting view={view} onAction={onAction} />
      <DeleteSetting view={view} onAction={onAction} />
    </Stack>
  );
}

function PauseSetting({ view, onAction }: SettingsTabProps) {
  const { t } = useTranslation();
  const moment = useShortMoment();
  const resume = useResume();
  const { pause } = view;
  return (
    <Panel
      title={t('settings.pauseTitle')}
      text={pause === undefined ? t('settings.pauseText') : t('settings.pausedText', { until: moment(pause.until) })}
      aside={
        <Button
          variant="default"
          onClick={() => {
            if (pause === undefined) onAction('pause', view);
            else resume(view);
          }}
        >
          {pause === undefined ? t('pause.action') : t('pause.resume')}
        </Button>
      }
    />
  );
}

function DeleteSetting({ view, onAction }: SettingsTabProps) {
  const { t } = useTranslation();
  return (
    <Panel
      title={t('settings.deleteTitle')}
      text={t('settings.deleteText')}
      aside={
        <Button
          color="red.9"
          onClick={() => {
            onAction('delete', view);
          }}
        >
          {t('settings.deleteAction')}
        </Button>
      }
    />
  );
}
