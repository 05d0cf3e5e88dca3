import { ACTIVITY_VIEW_NAME_MAX, type ActivityFilter, type ActivityView } from '@rollcall/admin-contracts';
import { ActionIcon, Button, Group, Menu, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconBookmarkPlus, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
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
  const [naming, setNaming] = useState<ActivityView | 'new'>();
  const filtered = Object.keys(filter).length > 0;
  const close = () => {
    setNaming(undefined);
  };
  if (views.length === 0 && !filtered) return null;
  return (
    <Group gap="xs" mb="sm" role="group" aria-label={t('activity.views')}>
      {views.map((view) => (
        <SavedView
          key={view.id}
          view={view}
          chosen={isSame(view.filter, filter)}
          onChoose={onChoose}
          onRename={setNaming}
        />
      ))}
      {filtered && !views.some((view) => isSame(view.filter, filter)) && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconBookmarkPlus size={15} aria-hidden />}
          onClick={() => {
            setNaming('new');
          }}
        >
          {t('activity.saveView')}
        </Button>
      )}
      <Dialog
        opened={naming !== undefined}
        title={t(naming === 'new' ? 'activity.saveViewTitle' : 'activity.renameViewTitle')}
        size="sm"
        onClose={close}
      >
        {naming !== undefined && (
          <NameForm
            name={naming === 'new' ? '' : naming.name}
            onSave={(name) =>
              naming === 'new'
                ? activityCalls.saveView({ name, filter })
                : activityCalls.renameView(naming.id, { name })
            }
            onClose={close}
          />
        )}
      </Dialog>
    </Group>
  );
}

interface SavedViewProps {
  readonly view: ActivityView;
  readonly chosen: boolean;
  readonly onChoose: (filter: ActivityFilter) => void;
  readonly onRename: (view: ActivityView) => void;
}

function SavedView({ view, chosen, onChoose, onRename }: SavedViewProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const remove = useAction(async () => {
    await activityCalls.deleteView(view.id);
    await client.invalidateQueries(activityViewsQuery);
  });
  const variant = chosen ? 'light' : 'default';
  return (
    <Button.Group>
      <Button
        variant={variant}
        size="xs"
        aria-pressed={chosen}
        onClick={() => {
          onChoose(view.filter);
        }}
      >
        {view.name}
      </Button>
      <Menu position="bottom-start" width={180}>
        <Menu.Target>
          <ActionIcon
            variant={variant}
            size={30}
            loading={remove.busy}
            aria-label={t('activity.viewMenu', { name: view.name })}
          >
            <IconDots size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => {
              onRename(view);
            }}
          >
            {t('activity.renameView')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={remove.run}>
            {t('activity.deleteView')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}

interface NameFormProps {
  readonly name: string;
  readonly onSave: (name: string) => Promise<unknown>;
  readonly onClose: () => void;
}

function NameForm({ name: before, onSave, onClose }: NameFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: before },
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
      await onSave(name.trim());
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
