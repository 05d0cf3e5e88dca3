import type { BrakeOutcome } from '@rollcall/admin-contracts';
import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const FIGURES = [
  'released',
  'restored',
  'reactivated',
  'identities',
  'groups',
  'memberships',
  'unchanged',
  'refused',
] as const;
const REFUSALS_NAMED = 5;

/** What a decision does, line by line; whoever cannot come back is named. */
export function OutcomeList({ outcome }: { readonly outcome: BrakeOutcome }) {
  const { t } = useTranslation();
  const lines = FIGURES.filter((figure) => outcome[figure] > 0);
  if (lines.length === 0) return <Text>{t('brake.outcome.nothing')}</Text>;
  return (
    <List spacing={4} size="sm">
      {lines.map((figure) => (
        <List.Item key={figure}>
          {t(`brake.outcome.${figure}`, { count: outcome[figure] })}
          {figure === 'refused' && <Refusals outcome={outcome} />}
        </List.Item>
      ))}
    </List>
  );
}

function Refusals({ outcome }: { readonly outcome: BrakeOutcome }) {
  const { t } = useTranslation();
  const named = outcome.refusals.slice(0, REFUSALS_NAMED);
  const more = outcome.refused - named.length;
  return (
    <List size="sm" c="dimmed" withPadding>
      {named.map(({ id, displayName: name, reason, holder }) => (
        <List.Item key={id}>
          {reason === 'nameTaken'
            ? t('brake.refusalNameTaken', { name, holder: holder?.displayName ?? '' })
            : t('brake.refusalExpired', { name })}
        </List.Item>
      ))}
      {more > 0 && <List.Item>{t('brake.more', { count: more })}</List.Item>}
    </List>
  );
}
