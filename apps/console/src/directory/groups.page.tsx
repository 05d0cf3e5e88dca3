import { Button, Group } from '@mantine/core';
import { IconSearchOff, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { groupsQuery } from '../api/directory';
import { readGroupSearch, type GroupSearch } from '../search-params';
import { EmptyFace } from '../ui/faces';
import { IntegrationFilter } from '../ui/integration-filter';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { usePagesOf } from '../ui/pages-of';
import { SearchField } from '../ui/search-field';
import { GroupsTable } from './groups-table';

const route = getRouteApi('/app/groups');

export function GroupsPage() {
  const { t } = useTranslation();
  const filter = route.useSearch({ select: readGroupSearch, structuralSharing: true });
  const navigate = route.useNavigate();
  const groups = useInfiniteQuery(groupsQuery(filter));
  const { items, pages } = usePagesOf(groups);
  const narrow = (change: { [Key in keyof GroupSearch]?: GroupSearch[Key] | undefined }): void => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  return (
    <Page title={t('groups.title')} intro={t('groups.intro')}>
      <Group gap="sm" mb="md">
        <SearchField
          label={t('groups.search')}
          value={filter.search ?? ''}
          onSearch={(search) => {
            narrow({ search: search === '' ? undefined : search });
          }}
        />
        <IntegrationFilter
          label={t('users.origin')}
          value={filter.integrationId}
          onChange={(integrationId) => {
            narrow({ integrationId });
          }}
        />
      </Group>
      <ListStates
        loading={groups.isPending}
        error={groups.data === undefined ? groups.error : null}
        empty={items.length === 0}
        onRetry={() => void groups.refetch()}
        whenEmpty={
          <NoGroups
            filtered={filter.search !== undefined || filter.integrationId !== undefined}
            onClear={() => {
              void navigate({ search: {}, replace: true });
            }}
          />
        }
      >
        <GroupsTable groups={items} pages={pages} stale={groups.isPlaceholderData} />
      </ListStates>
    </Page>
  );
}

function NoGroups({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation();
  if (!filtered)
    return (
      <EmptyFace icon={<IconUsersGroup size={22} />} title={t('groups.emptyTitle')} text={t('groups.emptyText')} />
    );
  return (
    <EmptyFace
      icon={<IconSearchOff size={22} />}
      title={t('groups.noHitsTitle')}
      text={t('users.noHitsText')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('users.noHitsClear')}
        </Button>
      }
    />
  );
}
