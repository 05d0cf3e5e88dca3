import type { IntegrationState } from '@rollcall/admin-contracts';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './state-badge.module.css';

const COLORS: Readonly<Record<IntegrationState, string>> = {
  waiting: 'gray',
  connected: 'green',
  failing: 'red',
  quiet: 'yellow',
  paused: 'gray',
  tokenExpiring: 'yellow',
  noToken: 'red',
};

/** The word says it; the colour only repeats it. */
export function StateBadge({ state }: { readonly state: IntegrationState }) {
  const { t } = useTranslation();
  return (
    <Badge
      color={COLORS[state]}
      leftSection={<span className={classes.dot} data-pulsing={state === 'waiting' || undefined} />}
    >
      {t(`integrations.states.${state}`)}
    </Badge>
  );
}
