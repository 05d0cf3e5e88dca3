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
import { CountedTabs } from './counted-tabs';
import { DeletedList } from './deleted-list';
import { ExportButton } from './export-button';
import { GroupsTable } from './groups-table';

const route = getRouteApi('/app/groups');

export function GroupsPage() {
  const { t } = useTranslation();
  const filter = route.useSearch({ select: readGroupSearch, structuralSharing: true });
  const navigate = route.useNavigate();
  const { status, ...shown } = filter;
  const groups = useInfiniteQuery(groupsQuery(shown));
  const { items, pages } = usePagesOf(groups);
  const narrow = (change: { [Key in keyof GroupSearch]?: GroupSearch[Key] | undefined }): void => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const clear = (): void => {
    void navigate({ search: status === undefined ? {} : { status }, replace: true });
  };
  return (
    <Page
      title={t('groups.title')}
      intro={t('groups.intro')}
      actions={
        status !== 'deleted' && <ExportButton wish={{ list: 'groups', path: '/groups/export', filter: shown }} />
      }
    >
      <CountedTabs
        label={t('groups.tabsLabel')}
        tabs={[
          { key: 'all', title: t('groups.tabs.all'), count: groups.data?.pages.at(0)?.total },
          { key: 'deleted', title: t('groups.tabs.deleted') },
        ]}
        chosen={status ?? 'all'}
        onChoose={(tab) => {
          narrow({ status: tab === 'deleted' ? tab : undefined });
        }}
      />
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
      {status === 'deleted' ? (
        <DeletedList
          kind="groups"
          search={filter.search}
          integrationId={filter.integrationId}
          whenFilteredAway={<NoGroups filtered onClear={clear} />}
        />
      ) : (
        <ListStates
          loading={groups.isPending}
          error={groups.data === undefined ? groups.error : null}
          empty={items.length === 0}
          onRetry={() => void groups.refetch()}
          whenEmpty={
            <NoGroups filtered={shown.search !== undefined || shown.integrationId !== undefined} onClear={clear} />
          }
        >
          <GroupsTable groups={items} pages={pages} stale={groups.isPlaceholderData} />
        </ListStates>
      )}
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
