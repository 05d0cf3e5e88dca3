import type { IntegrationView } from '@rollcall/admin-contracts';
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readerLocale } from '../i18n/reader-locale';
import { Sparkline } from '../ui/sparkline';

/** The last day at a glance: is it calling, and is it being refused? */
export function Traffic({ traffic }: { readonly traffic: IntegrationView['traffic'] }) {
  const { t, i18n } = useTranslation();
  const requests = traffic.reduce((sum, hour) => sum + hour.requests, 0);
  const errors = traffic.reduce((sum, hour) => sum + hour.errors, 0);
  if (requests === 0) return <Text c="dimmed">{t('integration.trafficNone')}</Text>;

  const hours = new Intl.DateTimeFormat(readerLocale(i18n.language), {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <>
      <Group gap="md" mb="xs" align="baseline">
        <Text size="xl" fw={600} className="tabular">
          {number.format(requests)}
        </Text>
        {errors > 0 && (
          <Text size="sm" c="var(--mantine-color-error)">
            {t('integration.trafficFailed', { errors })}
          </Text>
        )}
      </Group>
      <Sparkline
        label={t('integration.trafficLabel', { count: requests, errors })}
        points={traffic.map((hour) => ({
          key: hour.hour,
          title: `${hours.format(new Date(hour.hour))}: ${number.format(hour.requests)} / ${number.format(hour.errors)}`,
          total: hour.requests,
          bad: hour.errors,
        }))}
      />
    </>
  );
}
