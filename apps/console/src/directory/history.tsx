import type { ChangeView } from '@rollcall/admin-contracts';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../ui/relative-time';
import { TextLink } from '../ui/text-link';
import { visibleText } from '../ui/visible-text';
import { sayChange } from './change-words';
import classes from './history.module.css';
import type { Earlier } from './use-history';

interface HistoryProps {
  readonly changes: readonly ChangeView[];
  readonly earlier: Earlier;
  /** Shows the record as it was right after a change. */
  readonly onAsOf?: (at: string) => void;
}

/** What changed, newest first, each with the request that caused it; what is further back comes when it is asked for. */
export function History({ changes, earlier, onAsOf }: HistoryProps) {
  const { t } = useTranslation();
  if (changes.length === 0) return <Text c="dimmed">{t('user.noHistory')}</Text>;
  return (
    <>
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
      <ShowEarlier earlier={earlier} />
    </>
  );
}

function ShowEarlier({ earlier: { more, loading, failed, onMore } }: { readonly earlier: Earlier }) {
  const { t } = useTranslation();
  if (!more) return null;
  return (
    <Group gap="sm" mt="md">
      <Button variant="default" size="xs" loading={loading} onClick={onMore}>
        {failed ? t('common.retry') : t('user.earlier')}
      </Button>
      {failed && (
        <Text size="sm" c="red" role="alert">
          {t('user.earlierFailed')}
        </Text>
      )}
    </Group>
  );
}

/** The name of a group that was joined or left leads to it. */
function Summary({ change }: { readonly change: ChangeView }) {
  const { t } = useTranslation();
  const { group } = change;
  const summary = sayChange(change, t);
  const [before = '', after] = group === undefined ? [summary] : summary.split(group.displayName, 2);
  if (group === undefined || after === undefined) return <Text>{visibleText(summary)}</Text>;
  return (
    <Text>
      {before}
      <TextLink to="/groups/$groupId" params={{ groupId: group.id }}>
        {visibleText(group.displayName)}
      </TextLink>
      {after}
    </Text>
  );
}
