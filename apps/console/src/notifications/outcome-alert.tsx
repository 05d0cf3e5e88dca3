import { Alert } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TestOutcome } from './test-outcome';

interface OutcomeAlertProps {
  readonly outcome: TestOutcome | undefined;
  readonly onClose: () => void;
}

/** Says whether the test message has gone out, else why not and what to do. */
export function OutcomeAlert({ outcome, onClose }: OutcomeAlertProps) {
  const { t } = useTranslation();
  if (outcome === undefined) return null;
  const { name, result } = outcome;
  const close = { withCloseButton: true, closeButtonLabel: t('common.close'), onClose };
  if (result.delivered) {
    return (
      <Alert role="status" mb="md" color="green" variant="light" icon={<IconCheck aria-hidden />} {...close}>
        {t('notifications.testArrived', { name })}
      </Alert>
    );
  }
  const status = result.status === undefined ? '' : ` (${String(result.status)})`;
  return (
    <Alert
      role="alert"
      mb="md"
      color="red"
      variant="light"
      icon={<IconX aria-hidden />}
      title={t('notifications.testFailed', { name })}
      {...close}
    >
      {t(`notifications.faults.${result.fault ?? 'unreachable'}`)}
      {status}
    </Alert>
  );
}
