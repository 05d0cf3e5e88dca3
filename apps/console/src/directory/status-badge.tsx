import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function StatusBadge({ active }: { readonly active: boolean }) {
  const { t } = useTranslation();
  return <Badge color={active ? 'green' : 'gray'}>{active ? t('users.active') : t('users.inactive')}</Badge>;
}
