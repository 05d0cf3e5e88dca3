import { Button, Code } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyFace, FailedFace } from '../ui/faces';
import { ApiError } from '../api/api-error';

/** The error boundary: a refused or unreachable server can be tried again, a fault of the console needs a fresh page. */
export function CrashFace({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  if (error instanceof ApiError) return <FailedFace error={error} onRetry={reset} />;
  return (
    <div role="alert">
      <EmptyFace
        icon={<IconAlertTriangle size={22} />}
        title={t('common.crashTitle')}
        text={t('common.crashText')}
        action={
          <Button
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('common.reload')}
          </Button>
        }
      />
      <Code block mx="auto" maw={560}>
        {error instanceof Error ? error.message : String(error)}
      </Code>
    </div>
  );
}
