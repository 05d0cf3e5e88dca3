import type { HealthExample, HealthFinding } from '@rollcall/admin-contracts';
import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/text-link';
import { severityOf } from './finding-words';
import classes from './health.module.css';

interface FindingCardProps {
  readonly finding: HealthFinding;
  /** Of how many people or groups. */
  readonly total: number;
  readonly fix: string;
}

/** What was found, how often, who for example, and what to do about it. */
export function FindingCard({ finding, total, fix }: FindingCardProps) {
  const { t, i18n } = useTranslation();
  const severity = severityOf(finding.issue);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  const Icon = severity === 'gray' ? IconInfoCircle : IconAlertTriangle;
  return (
    <li className={classes.finding}>
      <Icon size={18} className={classes.sign} data-severity={severity} aria-hidden />
      <div className={classes.words}>
        <Group gap="xs" align="baseline">
          <Text fw={600}>{t(`health.issues.${finding.issue}`, { count: finding.count })}</Text>
          <Text size="xs" c="dimmed" className="tabular">
            {t('health.share', { percent: percent.format(finding.count / Math.max(total, 1)), total })}
          </Text>
        </Group>
        <Text size="sm" mt={2}>
          {fix}
        </Text>
        <Examples finding={finding} />
      </div>
    </li>
  );
}

function Examples({ finding }: { readonly finding: HealthFinding }) {
  const { t } = useTranslation();
  const more = finding.count - finding.examples.length;
  return (
    <Text size="sm" c="dimmed" mt={6} component="div">
      {t('health.examples')}:{' '}
      <ul className={classes.examples}>
        {finding.examples.map((example) => (
          <li key={example.id}>
            <ExampleLink example={example} />
            {example.value !== undefined && <span className={classes.value}> {example.value}</span>}
          </li>
        ))}
        {more > 0 && <li>{t('health.all', { count: more })}</li>}
      </ul>
    </Text>
  );
}

function ExampleLink({ example }: { readonly example: HealthExample }) {
  if (example.type === 'Group') {
    return (
      <TextLink to="/groups/$groupId" params={{ groupId: example.id }} underline="always">
        {example.name}
      </TextLink>
    );
  }
  return (
    <TextLink to="/users/$userId" params={{ userId: example.id }} underline="always">
      {example.name}
    </TextLink>
  );
}
