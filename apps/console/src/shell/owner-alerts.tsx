import { Alert, Button, Group, Text } from '@mantine/core';
import { IconKeyOff } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { alertCalls, alertsKey, alertsQuery } from '../api/team';
import { RelativeTime } from '../ui/relative-time';
import { TextLink } from '../ui/text-link';
import { useAction } from '../ui/use-action';
import classes from './owner-alerts.module.css';

/** Tokens that Support has revoked, above every page of an Owner until put away (SEC-17). */
export function OwnerAlerts() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const isOwner = useSession()?.member.role === 'owner';
  const alerts = useQuery({ ...alertsQuery, enabled: isOwner }).data ?? [];
  const [newest] = alerts;
  const putAway = useAction(async (id: string) => {
    await alertCalls.seen(id);
    await client.invalidateQueries({ queryKey: alertsKey });
  });
  if (!isOwner || newest === undefined) return null;
  return (
    <Alert
      className={classes.alert}
      color="yellow"
      variant="light"
      role="status"
      icon={<IconKeyOff aria-hidden />}
      title={t('alerts.title', { count: alerts.length })}
    >
      {alerts.slice(0, 3).map((alert) => (
        <Text key={alert.id} size="sm">
          {t('alerts.revoked', { name: alert.by, lastFour: alert.tokenLastFour ?? '????' })}{' '}
          <TextLink
            to="/integrations/$integrationId"
            params={{ integrationId: alert.integrationId }}
            size="sm"
            underline="always"
          >
            {alert.integrationName}
          </TextLink>
          {', '}
          <RelativeTime at={alert.at} />
        </Text>
      ))}
      <Group mt="xs">
        <Button
          size="xs"
          variant="default"
          loading={putAway.busy}
          onClick={() => {
            putAway.run(newest.id);
          }}
        >
          {t('alerts.seen')}
        </Button>
      </Group>
    </Alert>
  );
}
