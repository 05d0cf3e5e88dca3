import type { UserPage } from '@rollcall/admin-contracts';
import { useTranslation } from 'react-i18next';
import { CountedTabs } from './counted-tabs';

const TABS = ['all', 'active', 'inactive', 'deleted'] as const;
type Tab = (typeof TABS)[number];

interface StatusTabsProps {
  readonly counts: UserPage['counts'] | undefined;
  readonly status: Exclude<Tab, 'all'> | undefined;
  readonly onStatus: (status: Exclude<Tab, 'all'> | undefined) => void;
}

/** The counts ignore the tab itself, so that each says what a click would show. */
export function StatusTabs({ counts, status, onStatus }: StatusTabsProps) {
  const { t } = useTranslation();
  return (
    <CountedTabs
      label={t('users.tabsLabel')}
      tabs={TABS.map((key) => ({ key, title: t(`users.tabs.${key}`), count: counts?.[key] }))}
      chosen={status ?? 'all'}
      onChoose={(tab) => {
        onStatus(tab === 'all' ? undefined : tab);
      }}
    />
  );
}
