import { PERSON_NAME_MAX, type SessionView } from '@rollcall/admin-contracts';
import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionKey } from '../api/session';
import { accountCalls, teamKey } from '../api/team';
import { RefusedAlert } from '../ui/dialog-buttons';
import { useNotify } from '../ui/notify';
import { Panel } from '../ui/panel';
import { useAction } from '../ui/use-action';

export function NamePanel({ member }: { readonly member: SessionView['member'] }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: member.name },
    validate: {
      name: (value) =>
        value.trim() === ''
          ? t('setup.required')
          : value.trim().length > PERSON_NAME_MAX
            ? t('setup.tooLong', { max: PERSON_NAME_MAX })
            : null,
    },
  });
  const rename = useAction(async ({ name }: { name: string }) => {
    client.setQueryData(sessionKey, await accountCalls.rename(name.trim()));
    notify(t('account.renamed'));
    await client.invalidateQueries({ queryKey: teamKey });
  });
  return (
    <Panel title={t('account.nameTitle')} text={t('account.nameText')}>
      <form onSubmit={form.onSubmit(rename.run)} noValidate>
        <Group align="flex-start" gap="sm">
          <TextInput
            aria-label={t('setup.name')}
            autoComplete="name"
            flex="1 1 16rem"
            maw={420}
            {...form.getInputProps('name')}
          />
          <Button type="submit" variant="default" loading={rename.busy}>
            {t('common.save')}
          </Button>
        </Group>
        <RefusedAlert error={rename.error} />
      </form>
    </Panel>
  );
}
