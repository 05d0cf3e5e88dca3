import { Box, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';
import { useErrorSentence } from '../api/error-sentence';
import classes from './faces.module.css';

interface EmptyFaceProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
}

/** Says why there is nothing, and what to do about it. */
export function EmptyFace({ icon, title, text, action }: EmptyFaceProps) {
  return (
    <Stack align="center" gap="xs" className={classes.face}>
      {icon !== undefined && (
        <Box className={classes.icon} aria-hidden>
          {icon}
        </Box>
      )}
      <Title order={2} ta="center">
        {title}
      </Title>
      {text !== undefined && (
        <Text c="dimmed" ta="center" maw={440}>
          {text}
        </Text>
      )}
      {action !== undefined && <Group mt="sm">{action}</Group>}
    </Stack>
  );
}

/** What failed, in a sentence, with a way to try again. */
export function FailedFace({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const sentence = useErrorSentence();
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <Stack align="center" gap="xs" className={classes.face} role="alert">
      <Box className={classes.icon} data-kind="failed" aria-hidden>
        <IconAlertTriangle size={22} />
      </Box>
      <Title order={2}>{t('common.failedTitle')}</Title>
      <Text c="dimmed" ta="center" maw={440}>
        {sentence(error)}
      </Text>
      {requestId !== undefined && (
        <Text c="dimmed" size="xs" ff="monospace">
          {t('common.requestId', { id: requestId })}
        </Text>
      )}
      <Button mt="sm" variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </Stack>
  );
}

/** Grey bars where text will be, so that nothing jumps when it arrives; the words are for a screen reader. */
export function LoadingFace({ rows = 6, height = 20 }: { readonly rows?: number; readonly height?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" className={classes.loading} role="status" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} width={`${String(96 - ((row * 17) % 40))}%`} />
      ))}
    </Stack>
  );
}
