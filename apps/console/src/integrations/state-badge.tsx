import type { IntegrationState, IntegrationSummary } from '@rollcall/admin-contracts';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShortMoment } from './moment';
import classes from './state-badge.module.css';

const COLORS: Readonly<Record<IntegrationState, string>> = {
  waiting: 'gray',
  connected: 'green',
  failing: 'red',
  quiet: 'yellow',
  paused: 'yellow',
  tokenExpiring: 'yellow',
  noToken: 'red',
};

export type StateFacts = Pick<IntegrationSummary, 'state' | 'pausedUntil' | 'lastRequestAt' | 'tokenEndsAt'>;

/** The word says it, with the moment where one matters; the colour only repeats it. */
export function StateBadge({ of }: { readonly of: StateFacts }) {
  const words = useStateWords(of);
  return (
    <Badge
      color={COLORS[of.state]}
      leftSection={<span className={classes.dot} data-pulsing={of.state === 'waiting' || undefined} />}
    >
      {words}
    </Badge>
  );
}

function useStateWords({ state, pausedUntil, lastRequestAt, tokenEndsAt }: StateFacts): string {
  const { t } = useTranslation();
  const moment = useShortMoment();
  if (state === 'paused' && pausedUntil !== undefined)
    return t('integrations.states.pausedUntil', { when: moment(pausedUntil) });
  if (state === 'quiet' && lastRequestAt !== undefined)
    return t('integrations.states.quietSince', { when: moment(lastRequestAt) });
  if (state === 'tokenExpiring' && tokenEndsAt !== undefined)
    return t('integrations.states.tokenExpires', { when: moment(tokenEndsAt) });
  return t(`integrations.states.${state}`);
}
