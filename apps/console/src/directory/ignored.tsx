import type { UserView } from '@rollcall/admin-contracts';
import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTell } from '../i18n/told/use-tell';
import { Panel } from '../ui/panel';
import { RelativeTime } from '../ui/relative-time';
import { TextLink } from '../ui/text-link';
import { visibleText } from '../ui/visible-text';

/** What the identity provider sent and Rollcall did not keep (B07). */
export function Ignored({ user: { ignored } }: { readonly user: UserView }) {
  const { t } = useTranslation();
  const tell = useTell();
  if (ignored.length === 0) return null;
  return (
    <Panel title={t('user.ignored')} text={t('user.ignoredText')}>
      <List listStyleType="none" spacing={6}>
        {ignored.map(({ message, at, requestId }) => (
          <List.Item key={message}>
            <Text size="sm">{visibleText(tell(message))}</Text>
            <Text size="xs" c="dimmed">
              <RelativeTime at={at} />{' '}
              <TextLink to="/requests/$requestId" params={{ requestId }} size="xs">
                {t('user.showRequest')}
              </TextLink>
            </Text>
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}
