import type { RequestSummary } from '@rollcall/admin-contracts';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './answer-badge.module.css';

const COLORS = { done: 'gray', refused: 'yellow', failed: 'red' } as const;

/** The status with its meaning: an ordinary no is the provider's to take, a failure needs a hand. */
export function AnswerBadge({ status, outcome }: Pick<RequestSummary, 'status' | 'outcome'>) {
  const { t } = useTranslation();
  return (
    <Badge color={COLORS[outcome]} className={classes.badge}>
      {status}
      {outcome !== 'done' && <span className={classes.word}> {t(`requests.outcomes.${outcome}`)}</span>}
    </Badge>
  );
}
