import type { IntegrationView, PauseView } from '@rollcall/admin-contracts';
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session';
import { readerLocale } from '../../i18n/reader-locale';
import { relativeTime } from '../../ui/relative-time';
import type { IntegrationAction } from '../dialogs/use-integration-dialogs';
import { useShortMoment } from '../moment';
import { useProviderWords } from '../provider-words';
import { clockOf, givesUpAt, pauseAge } from './pause-clock';
import { useResume } from './use-resume';

interface PauseBannerProps {
  readonly view: IntegrationView;
  readonly onAction: (action: IntegrationAction, integration: IntegrationView) => void;
}

/** Stands above everything while the integration is paused, and grows louder as the provider's patience ends. */
export function PauseBanner({ view, onAction }: PauseBannerProps) {
  const { t } = useTranslation();
  const moment = useShortMoment();
  if (view.pause === undefined) return null;
  const loud = pauseAge(view.pause, new Date()) === 'week';
  return (
    <Alert
      mb="lg"
      variant="light"
      color={loud ? 'red' : 'yellow'}
      icon={<IconPlayerPause aria-hidden />}
      title={t('pause.bannerTitle', { until: moment(view.pause.until) })}
      role="status"
    >
      <PauseWords view={view} pause={view.pause} />
      <PauseButtons view={view} onAction={onAction} />
    </Alert>
  );
}

function PauseWords({ view, pause }: { readonly view: IntegrationView; readonly pause: PauseView }) {
  const { t, i18n } = useTranslation();
  const words = useProviderWords(view.provider);
  const now = new Date();
  const age = pauseAge(pause, now);
  const since = relativeTime(new Date(pause.since), now, i18n.language) ?? t('common.justNow');
  const date = new Intl.DateTimeFormat(readerLocale(i18n.language), { dateStyle: 'long' }).format(givesUpAt(pause));
  return (
    <>
      <Text size="sm">{t('pause.bannerBy', { name: pause.by, since })}</Text>
      {age !== 'fresh' && (
        <Text size="sm" fw={500} mt={4}>
          {t(`pause.age.${age}.${clockOf(view.provider)}`, { date, provider: words.inSentence })}
        </Text>
      )}
    </>
  );
}

function PauseButtons({ view, onAction }: PauseBannerProps) {
  const { t } = useTranslation();
  const mayManage = useMay('manageIntegrations');
  const resume = useResume();
  if (!mayManage) return null;
  return (
    <Group gap="xs" mt="sm">
      <Button
        size="xs"
        onClick={() => {
          resume(view);
        }}
      >
        {t('pause.resume')}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          onAction('pause', view);
        }}
      >
        {t('pause.renew')}
      </Button>
    </Group>
  );
}
