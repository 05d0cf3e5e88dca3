import type { DecisionTrail } from '@rollcall/admin-contracts';
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Why it was refused and what to change in the identity provider, before anything else on the page. */
export function Refusal({ error }: { readonly error: NonNullable<DecisionTrail['error']> }) {
  const { t } = useTranslation();
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={20} aria-hidden />}
      title={error.scimType === undefined ? t('request.refused') : `${t('request.refused')} (${error.scimType})`}
    >
      <Text>{error.detail}</Text>
      {error.remedy !== undefined && (
        <Text mt="xs">
          <strong>{t('request.remedy')}:</strong> {error.remedy}
        </Text>
      )}
    </Alert>
  );
}
