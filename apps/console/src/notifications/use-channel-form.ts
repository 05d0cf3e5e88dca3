import {
  CHANNEL_NAME_MAX,
  NOTIFICATION_KINDS,
  type Channel,
  type ChannelType,
  type NotificationKind,
} from '@rollcall/admin-contracts';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';
import { notificationCalls, notificationsKey } from '../api/notifications';
import { useNotify } from '../ui/notify';
import { useAction } from '../ui/use-action';

export interface ChannelValues {
  type: ChannelType;
  name: string;
  address: string;
  kinds: readonly NotificationKind[];
  which: 'all' | 'some';
  integrationIds: readonly string[];
}

export type ChannelFormState = UseFormReturnType<ChannelValues>;

/** The address of a channel that exists is not known here; empty means that it stays. */
export function useChannelForm(channel: Channel | undefined): ChannelFormState {
  const { t } = useTranslation();
  return useForm<ChannelValues>({
    initialValues: {
      type: channel?.type ?? 'slack',
      name: channel?.name ?? '',
      address: '',
      kinds: channel?.kinds ?? NOTIFICATION_KINDS,
      which: channel?.integrationIds === undefined ? 'all' : 'some',
      integrationIds: channel?.integrationIds ?? [],
    },
    validate: {
      name: (value) => {
        if (value.trim() === '') return t('notifications.nameRequired');
        const tooLong = value.trim().length > CHANNEL_NAME_MAX;
        return tooLong ? t('notifications.nameTooLong', { max: CHANNEL_NAME_MAX }) : null;
      },
      address: (value, { type }) => {
        if (value.trim() === '' && channel !== undefined) return null;
        const plausible = type === 'email' ? /^\S+@\S+$/ : /^https:\/\/\S+$/;
        return plausible.test(value.trim()) ? null : t(`notifications.addressWrong.${type}`);
      },
      kinds: (value) => (value.length === 0 ? t('notifications.kindsNone') : null),
      integrationIds: (value, { which }) =>
        which === 'some' && value.length === 0 ? t('notifications.whichNone') : null,
    },
  });
}

/** What the server says about the address stands at its field: it alone knows the providers' hosts. */
export function useSaveChannel(channel: Channel | undefined, form: ChannelFormState, onSaved: () => void) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  return useAction(async (values: ChannelValues) => {
    try {
      const { name } = await send(channel, values);
      notify(channel === undefined ? t('notifications.added', { name }) : t('notifications.saved', { name }));
    } catch (error) {
      if (!(error instanceof ApiError) || error.fields['address'] === undefined) throw error;
      form.setFieldError('address', t(`notifications.addressWrong.${values.type}`));
      return;
    }
    onSaved();
    await client.invalidateQueries({ queryKey: notificationsKey });
  });
}

function send(channel: Channel | undefined, values: ChannelValues): Promise<Channel> {
  const { type, name, address, kinds, which, integrationIds } = values;
  const common = { name: name.trim(), kinds };
  const given = address.trim();
  if (channel === undefined) {
    return notificationCalls.create({
      ...common,
      type,
      address: given,
      ...(which === 'all' ? {} : { integrationIds }),
    });
  }
  return notificationCalls.update(channel.id, {
    ...common,
    ...(given === '' ? {} : { address: given }),
    integrationIds: which === 'all' ? null : integrationIds,
  });
}
