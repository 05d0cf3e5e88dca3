import { Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usersQuery } from '../api/directory';
import { readUserSearch, type UserSearch } from '../search-params';
import { IntegrationFilter } from '../ui/integration-filter';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { usePagesOf } from '../ui/pages-of';
import { SearchField } from '../ui/search-field';
import { DeletedList } from './deleted-list';
import { ExportButton } from './export-button';
import { NoUsers } from './no-users';
import { StatusTabs } from './status-tabs';
import { UsersTable } from './users-table';
import { GroupFilter, WorkFilter } from './value-filter';

const route = getRouteApi('/app/users');

/** The whole filter lives in the address: a link shows the same list, and Back returns to it. */
export function UsersPage() {
  const { t } = useTranslation();
  const filter = route.useSearch({ select: readUserSearch, structuralSharing: true });
  const navigate = route.useNavigate();
  const narrow = (change: Partial<Record<keyof UserSearch, string | undefined>>): void => {
    void navigate({ search: (before) => ({ ...before, ...change }) as UserSearch, replace: true });
  };
  const clear = (): void => {
    void navigate({ search: filter.status === 'deleted' ? { status: 'deleted' } : {}, replace: true });
  };
  const { status, ...rest } = filter;
  // Behind the Deleted tab, too: the tabs show the counts of all.
  const shown = status === undefined || status === 'deleted' ? rest : { status, ...rest };
  const { sort: _sort, direction: _direction, ...exported } = shown;
  const users = useInfiniteQuery(usersQuery(shown));
  const { items, pages } = usePagesOf(users);
  return (
    <Page
      title={t('users.title')}
      intro={t('users.intro')}
      actions={
        status !== 'deleted' && <ExportButton wish={{ list: 'users', path: '/users/export', filter: exported }} />
      }
    >
      <StatusTabs
        counts={users.data?.pages.at(0)?.counts}
        status={filter.status}
        onStatus={(status) => {
          narrow({ status });
        }}
      />
      <Filters filter={filter} onNarrow={narrow} />
      {filter.status === 'deleted' ? (
        <DeletedList
          kind="users"
          search={filter.search}
          integrationId={filter.integrationId}
          whenFilteredAway={<NoUsers filter={filter} onClear={clear} />}
        />
      ) : (
        <ListStates
          loading={users.isPending}
          error={users.data === undefined ? users.error : null}
          empty={items.length === 0}
          onRetry={() => void users.refetch()}
          whenEmpty={<NoUsers filter={filter} onClear={clear} />}
        >
          <UsersTable users={items} pages={pages} filter={shown} stale={users.isPlaceholderData} onSort={narrow} />
        </ListStates>
      )}
    </Page>
  );
}

type Narrow = (change: Partial<Record<keyof UserSearch, string | undefined>>) => void;

function Filters({ filter, onNarrow }: { readonly filter: UserSearch; readonly onNarrow: Narrow }) {
  const { t } = useTranslation();
  const on = (name: keyof UserSearch) => (value: string | undefined) => {
    onNarrow({ [name]: value });
  };
  return (
    <Group gap="sm" mb="md">
      <SearchField
        label={t('users.search')}
        value={filter.search ?? ''}
        onSearch={(search) => {
          onNarrow({ search: search === '' ? undefined : search });
        }}
      />
      <IntegrationFilter label={t('users.origin')} value={filter.integrationId} onChange={on('integrationId')} />
      {filter.status !== 'deleted' && (
        <>
          <WorkFilter field="department" value={filter.department} onChange={on('department')} />
          <WorkFilter field="title" value={filter.title} onChange={on('title')} />
          <GroupFilter value={filter.groupId} onChange={on('groupId')} />
        </>
      )}
    </Group>
  );
}
