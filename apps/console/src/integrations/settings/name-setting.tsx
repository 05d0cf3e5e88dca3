import type { IntegrationView } from '@rollcall/admin-contracts';
import { Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RefusedAlert } from '../../ui/dialog-buttons';
import { Panel } from '../../ui/panel';
import { useRenameForm } from '../use-rename-form';

export function NameSetting({ view }: { readonly view: IntegrationView }) {
  const { t } = useTranslation();
  const { form, rename } = useRenameForm(view);
  return (
    <Panel title={t('settings.nameTitle')} text={t('settings.nameText')}>
      <form onSubmit={form.onSubmit(rename.run)} noValidate>
        <Group align="flex-start" gap="xs">
          <TextInput
            aria-label={t('settings.nameTitle')}
            autoComplete="off"
            flex={1}
            miw={200}
            maw={440}
            {...form.getInputProps('name')}
          />
          <Button type="submit" variant="default" loading={rename.busy} disabled={!form.isDirty()}>
            {t('common.save')}
          </Button>
        </Group>
        <RefusedAlert error={rename.error} />
      </form>
    </Panel>
  );
}
