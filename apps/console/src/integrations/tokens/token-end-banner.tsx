import type { IntegrationView } from '@rollcall/admin-contracts';
import { Alert, Button, Group } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session';
import { TextLink } from '../../ui/text-link';
import type { IntegrationAction } from '../dialogs/use-integration-dialogs';
import { useShortMoment } from '../moment';
import { useProviderWords } from '../provider-words';
import { daysToEnd } from './token-end';

interface TokenEndBannerProps {
  readonly view: IntegrationView;
  readonly onAction: (action: IntegrationAction, integration: IntegrationView) => void;
}

/** Above everything in the last 30 days before the last live token ends: no token expires silently (SEC-06). */
export function TokenEndBanner({ view, onAction }: TokenEndBannerProps) {
  const { t } = useTranslation();
  const words = useProviderWords(view.provider);
  const moment = useShortMoment();
  const mayManage = useMay('manageIntegrations');
  const days = daysToEnd(view.tokenEndsAt, new Date());
  if (days === undefined || view.tokenEndsAt === undefined) return null;
  return (
    <Alert
      mb="lg"
      variant="light"
      color={days < 7 ? 'red' : 'yellow'}
      icon={<IconClockExclamation aria-hidden />}
      title={days === 0 ? t('tokenEnd.bannerToday') : t('tokenEnd.banner', { count: days })}
      role="status"
    >
      {t('tokenEnd.bannerText', { at: moment(view.tokenEndsAt), provider: words.inSentence })}
      {mayManage && (
        <Group gap="md" mt="sm">
          <Button
            size="xs"
            onClick={() => {
              onAction('rotate', view);
            }}
          >
            {t('integrations.rotate')}
          </Button>
          <TextLink
            to="/integrations/$integrationId"
            params={{ integrationId: view.id }}
            search={{ tab: 'tokens' }}
            size="sm"
          >
            {t('tokenEnd.bannerChange')}
          </TextLink>
        </Group>
      )}
    </Alert>
  );
}
