import { Tabs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './counted-tabs.module.css';

interface CountedTabsProps<Key extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly key: Key; readonly title: string; readonly count?: number | undefined }[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
}

/** Tabs above a list, each with how many rows it would show. */
export function CountedTabs<Key extends string>({ label, tabs, chosen, onChoose }: CountedTabsProps<Key>) {
  const { i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Tabs
      value={chosen}
      mb="md"
      onChange={(value) => {
        const tab = tabs.find(({ key }) => key === value);
        if (tab !== undefined) onChoose(tab.key);
      }}
    >
      <Tabs.List aria-label={label} className={classes.list}>
        {tabs.map(({ key, title, count }) => (
          <Tabs.Tab
            key={key}
            value={key}
            rightSection={
              count === undefined ? null : (
                <Text component="span" size="xs" c="dimmed" className="tabular">
                  {number.format(count)}
                </Text>
              )
            }
          >
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ key }) => (
        <Tabs.Panel key={key} value={key}>
          {null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
