import type { ChangeView } from '@rollcall/admin-contracts';
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/text-link';
import { RelativeTime } from '../ui/relative-time';
import classes from './history.module.css';

/** What changed, newest first, each with the request that caused it. */
export function History({ changes }: { readonly changes: readonly ChangeView[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <Text c="dimmed">{t('user.noHistory')}</Text>;
  return (
    <ol className={classes.history}>
      {changes.map((change) => (
        <li key={change.id} className={classes.change}>
          <Text>{change.summary}</Text>
          <Group gap="xs">
            <Text size="xs" c="dimmed">
              <RelativeTime at={change.at} />
            </Text>
            {change.requestId !== undefined && (
              <TextLink to="/requests/$requestId" params={{ requestId: change.requestId }} size="xs">
                {t('user.showRequest')}
              </TextLink>
            )}
          </Group>
        </li>
      ))}
    </ol>
  );
}
