import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel';
import { switchShortcuts, useShortcutsOn } from '../ui/shortcuts';

/** Of this browser, as theme and language are. */
export function ShortcutsPanel() {
  const { t } = useTranslation();
  return (
    <Panel title={t('account.shortcutsTitle')} text={t('account.shortcutsText')}>
      <Switch
        label={t('account.shortcuts')}
        checked={useShortcutsOn()}
        onChange={(event) => {
          switchShortcuts(event.currentTarget.checked);
        }}
      />
    </Panel>
  );
}
