import type { Checklist } from '@rollcall/admin-contracts';
import { Group, List, Loader, Text } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../ui/relative-time';
import classes from './checklist.module.css';

const STEPS = [
  { key: 'testConnection', at: 'testConnectionAt' },
  { key: 'firstUser', at: 'firstUserAt' },
  { key: 'firstGroup', at: 'firstGroupAt' },
] as const;

/** Ticks itself as real traffic arrives; announced politely, so that nobody has to look. */
export function ChecklistSteps({ checklist }: { readonly checklist: Checklist }) {
  const { t } = useTranslation();
  const awaited = STEPS.find(({ at }) => checklist[at] === undefined)?.key;
  return (
    <List listStyleType="none" className={classes.steps} aria-live="polite" aria-label={t('integration.checklist')}>
      {STEPS.map(({ key, at }) => (
        <Step key={key} label={t(`integration.steps.${key}`)} at={checklist[at]} awaited={key === awaited} />
      ))}
    </List>
  );
}

interface StepProps {
  readonly label: string;
  readonly at: string | undefined;
  /** The next one to come; only it is seen to be waited for. */
  readonly awaited: boolean;
}

function Step({ label, at, awaited }: StepProps) {
  const { t } = useTranslation();
  const done = at !== undefined;
  return (
    <List.Item>
      <Group gap="sm" wrap="nowrap">
        {done && <IconCircleCheckFilled size={20} className={classes.done} aria-hidden />}
        {!done && awaited && <Loader size={16} m={2} aria-hidden />}
        {!done && !awaited && <IconCircleDashed size={20} className={classes.later} aria-hidden />}
        <Text component="span" c={done ? undefined : 'dimmed'} className={classes.label}>
          {label}
        </Text>
        <Text component="span" size="sm" c="dimmed">
          {done ? <RelativeTime at={at} /> : t('integration.stepWaiting')}
        </Text>
      </Group>
    </List.Item>
  );
}
