import type { SearchSource } from '@rollcall/admin-contracts';
import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../ui/relative-time';
import classes from './search-box.module.css';

interface NeverReceivedProps {
  readonly text: string;
  readonly sources: readonly SearchSource[];
}

/** The answer when there is no trace at all: nobody sent it, when each provider was last heard, and where to look (C04). */
export function NeverReceived({ text, sources }: NeverReceivedProps) {
  const { t } = useTranslation();
  const provider = sources[0]?.provider;
  return (
    <div className={classes.never}>
      <Text fw={600}>{t('search.neverTitle', { text })}</Text>
      <Text size="sm" c="dimmed">
        {sources.length === 0 ? t('search.neverNothingConnected') : t('search.neverText')}
      </Text>
      {sources.length > 0 && (
        <List size="sm" c="dimmed" mt={6} spacing={2}>
          {sources.map((source) => (
            <List.Item key={source.id}>
              {source.name}:{' '}
              {source.lastRequestAt === undefined ? (
                t('search.neverHeard')
              ) : (
                <>
                  {t('search.lastHeard')} <RelativeTime at={source.lastRequestAt} />
                </>
              )}
            </List.Item>
          ))}
        </List>
      )}
      {provider !== undefined && (
        <Text size="sm" mt={6}>
          {provider === 'entra' ? t('search.adviceEntra') : t('search.advice')}
        </Text>
      )}
    </div>
  );
}
