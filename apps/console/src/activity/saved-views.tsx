import { ACTIVITY_VIEW_NAME_MAX, type ActivityFilter, type ActivityView } from '@rollcall/admin-contracts';
import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconBookmarkPlus, IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';
import { activityCalls, activityViewsQuery } from '../api/activity';
import { Dialog } from '../ui/dialog';
import { DialogButtons, RefusedAlert } from '../ui/dialog-buttons';
import { useAction } from '../ui/use-action';

interface SavedViewsProps {
  readonly filter: ActivityFilter;
  readonly onChoose: (filter: ActivityFilter) => void;
}

/** Filters that the reader saved, one press each; kept on the server, so that they are there on every device. */
export function SavedViews({ filter, onChoose }: SavedViewsProps) {
  const { t } = useTranslation();
  const views = useQuery(activityViewsQuery).data ?? [];
  const [saving, setSaving] = useState(false);
  const filtered = Object.keys(filter).length > 0;
  if (views.length === 0 && !filtered) return null;
  return (
    <Group gap="xs" mb="sm" role="group" aria-label={t('activity.views')}>
      {views.map((view) => (
        <SavedView key={view.id} view={view} chosen={isSame(view.filter, filter)} onChoose={onChoose} />
      ))}
      {filtered && !views.some((view) => isSame(view.filter, filter)) && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconBookmarkPlus size={15} aria-hidden />}
          onClick={() => {
            setSaving(true);
          }}
        >
          {t('activity.saveView')}
        </Button>
      )}
      <Dialog
        opened={saving}
        title={t('activity.saveViewTitle')}
        size="sm"
        onClose={() => {
          setSaving(false);
        }}
      >
        <SaveForm
          filter={filter}
          onClose={() => {
            setSaving(false);
          }}
        />
      </Dialog>
    </Group>
  );
}

interface SavedViewProps {
  readonly view: ActivityView;
  readonly chosen: boolean;
  readonly onChoose: (filter: ActivityFilter) => void;
}

function SavedView({ view, chosen, onChoose }: SavedViewProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const remove = useAction(async () => {
    await activityCalls.deleteView(view.id);
    await client.invalidateQueries(activityViewsQuery);
  });
  return (
    <Button.Group>
      <Button
        variant={chosen ? 'light' : 'default'}
        size="xs"
        aria-pressed={chosen}
        onClick={() => {
          onChoose(view.filter);
        }}
      >
        {view.name}
      </Button>
      <ActionIcon
        variant={chosen ? 'light' : 'default'}
        size={30}
        loading={remove.busy}
        aria-label={t('activity.deleteView', { name: view.name })}
        onClick={remove.run}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </Button.Group>
  );
}

function SaveForm({ filter, onClose }: { readonly filter: ActivityFilter; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: '' },
    validate: {
      name: (value) =>
        value.trim() === ''
          ? t('setup.required')
          : value.trim().length > ACTIVITY_VIEW_NAME_MAX
            ? t('setup.tooLong', { max: ACTIVITY_VIEW_NAME_MAX })
            : null,
    },
  });
  const save = useAction(async ({ name }: { name: string }) => {
    try {
      await activityCalls.saveView({ name: name.trim(), filter });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'conflict') throw error;
      form.setFieldError('name', t('activity.viewNameUsed'));
      return;
    }
    onClose();
    await client.invalidateQueries(activityViewsQuery);
  });
  return (
    <form onSubmit={form.onSubmit(save.run)} noValidate>
      <TextInput label={t('activity.viewName')} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
      <RefusedAlert error={save.error} />
      <DialogButtons submit={t('common.save')} busy={save.busy} onCancel={onClose} />
    </form>
  );
}

function isSame(one: ActivityFilter, other: ActivityFilter): boolean {
  const entries = (filter: ActivityFilter) => JSON.stringify(Object.entries(filter).sort());
  return entries(one) === entries(other);
}
