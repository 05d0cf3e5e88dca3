import type { ChangeView } from '@rollcall/admin-contracts';
import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/text-link';
import { RelativeTime } from '../ui/relative-time';
import classes from './history.module.css';

interface HistoryProps {
  readonly changes: readonly ChangeView[];
  /** Shows the record as it was right after a change. */
  readonly onAsOf?: (at: string) => void;
}

/** What changed, newest first, each with the request that caused it. */
export function History({ changes, onAsOf }: HistoryProps) {
  const { t } = useTranslation();
  if (changes.length === 0) return <Text c="dimmed">{t('user.noHistory')}</Text>;
  return (
    <ol className={classes.history}>
      {changes.map((change) => (
        <li key={change.id} className={classes.change}>
          <Summary change={change} />
          <Group gap="xs">
            <Text size="xs" c="dimmed">
              <RelativeTime at={change.at} />
            </Text>
            {change.requestId !== undefined && (
              <TextLink to="/requests/$requestId" params={{ requestId: change.requestId }} size="xs">
                {t('user.showRequest')}
              </TextLink>
            )}
            {onAsOf !== undefined && (
              <Anchor
                component="button"
                type="button"
                size="xs"
                onClick={() => {
                  onAsOf(change.at);
                }}
              >
                {t('past.asOfThis')}
              </Anchor>
            )}
          </Group>
        </li>
      ))}
    </ol>
  );
}

/** The name of a group that was joined or left leads to it. */
function Summary({ change: { summary, group } }: { readonly change: ChangeView }) {
  const [before = '', after] = group === undefined ? [summary] : summary.split(group.displayName, 2);
  if (group === undefined || after === undefined) return <Text>{summary}</Text>;
  return (
    <Text>
      {before}
      <TextLink to="/groups/$groupId" params={{ groupId: group.id }}>
        {group.displayName}
      </TextLink>
      {after}
    </Text>
  );
}
