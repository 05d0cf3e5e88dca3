import type { UserPage } from '@rollcall/admin-contracts';
import { Tabs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface StatusTabsProps {
  readonly counts: UserPage['counts'] | undefined;
  readonly status: 'active' | 'inactive' | undefined;
  readonly onStatus: (status: 'active' | 'inactive' | undefined) => void;
}

const TABS = ['all', 'active', 'inactive'] as const;

/** The counts ignore the tab itself, so that each says what a click would show. */
export function StatusTabs({ counts, status, onStatus }: StatusTabsProps) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Tabs
      value={status ?? 'all'}
      mb="md"
      onChange={(chosen) => {
        onStatus(chosen === 'active' || chosen === 'inactive' ? chosen : undefined);
      }}
    >
      <Tabs.List aria-label={t('users.tabsLabel')}>
        {TABS.map((tab) => (
          <Tabs.Tab
            key={tab}
            value={tab}
            rightSection={
              counts === undefined ? null : (
                <Text component="span" size="xs" c="dimmed" className="tabular">
                  {number.format(counts[tab])}
                </Text>
              )
            }
          >
            {t(`users.tabs.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {TABS.map((tab) => (
        <Tabs.Panel key={tab} value={tab}>
          {null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
