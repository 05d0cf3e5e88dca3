import { CHANNEL_TYPES, type Channel } from '@rollcall/admin-contracts';
import { Checkbox, Radio, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { integrationsQuery } from '../api/integrations';
import { DialogButtons, RefusedAlert } from '../ui/dialog-buttons';
import { KindsChoice } from '../ui/kinds-choice';
import { useChannelForm, useSaveChannel, type ChannelFormState } from './use-channel-form';

interface ChannelFormProps {
  readonly channel: Channel | undefined;
  readonly onClose: () => void;
}

export function ChannelForm({ channel, onClose }: ChannelFormProps) {
  const { t } = useTranslation();
  const form = useChannelForm(channel);
  const save = useSaveChannel(channel, form, onClose);
  return (
    <form onSubmit={form.onSubmit(save.run)} noValidate>
      <Stack gap="lg">
        {channel === undefined && <TypeChoice form={form} />}
        <TextInput
          label={t('notifications.name')}
          autoComplete="off"
          data-autofocus={channel !== undefined || undefined}
          {...form.getInputProps('name')}
        />
        <AddressField channel={channel} form={form} />
        <KindsChoice
          label={t('notifications.kindsLabel')}
          kinds={form.values.kinds}
          error={form.errors.kinds}
          onChange={(kinds) => {
            form.setFieldValue('kinds', kinds);
          }}
        />
        <IntegrationsChoice form={form} />
      </Stack>
      <RefusedAlert error={save.error} />
      <DialogButtons
        submit={channel === undefined ? t('notifications.addSubmit') : t('common.save')}
        busy={save.busy}
        onCancel={onClose}
      />
    </form>
  );
}

function TypeChoice({ form }: { readonly form: ChannelFormState }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('notifications.type')}
      fullWidth
      value={form.values.type}
      data={['slack', 'teams', 'email'].map((value) => ({
        value,
        label: t(`notifications.types.${value as 'slack' | 'teams' | 'email'}`),
      }))}
      onChange={(value) => {
        form.setFieldValue('type', CHANNEL_TYPES.find((type) => type === value) ?? form.values.type);
        form.clearFieldError('address');
      }}
    />
  );
}

/** No password field: browsers would offer to keep the address. */
function AddressField({ channel, form }: { readonly channel: Channel | undefined; readonly form: ChannelFormState }) {
  const { t } = useTranslation();
  const { type } = form.values;
  const kept = channel?.hint === undefined ? undefined : t('notifications.addressKept', { hint: channel.hint });
  return (
    <TextInput
      label={t(`notifications.address.${type}`)}
      description={kept ?? t(`notifications.addressHint.${type}`)}
      placeholder={kept === undefined ? '' : t('notifications.addressNew')}
      type={type === 'email' ? 'email' : 'url'}
      autoComplete="off"
      spellCheck={false}
      {...form.getInputProps('address')}
    />
  );
}

function IntegrationsChoice({ form }: { readonly form: ChannelFormState }) {
  const { t } = useTranslation();
  const integrations = useQuery(integrationsQuery).data ?? [];
  const { which, integrationIds } = form.values;
  if (integrations.length === 0 && which === 'all') return null;
  return (
    <div>
      <Radio.Group
        label={t('notifications.which')}
        value={which}
        onChange={(value) => {
          form.setFieldValue('which', value === 'some' ? 'some' : 'all');
        }}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={t('notifications.whichAll')} />
          <Radio value="some" label={t('notifications.whichSome')} />
        </Stack>
      </Radio.Group>
      {which === 'some' && (
        <Checkbox.Group
          aria-label={t('notifications.which')}
          ml={28}
          mt="xs"
          value={[...integrationIds]}
          onChange={(values) => {
            form.setFieldValue('integrationIds', values);
          }}
        >
          <Stack gap="xs">
            {integrations.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {form.errors.integrationIds !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" mt={4} role="alert">
          {form.errors.integrationIds}
        </Text>
      )}
    </div>
  );
}
