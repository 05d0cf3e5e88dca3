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
import { NoUsers } from './no-users';
import { StatusTabs } from './status-tabs';
import { UsersTable } from './users-table';

const route = getRouteApi('/app/users');

/** The whole filter lives in the address: a link shows the same list, and Back returns to it. */
export function UsersPage() {
  const { t } = useTranslation();
  const filter = route.useSearch({ select: readUserSearch, structuralSharing: true });
  const navigate = route.useNavigate();
  const users = useInfiniteQuery(usersQuery(filter));
  const { items, pages } = usePagesOf(users);
  const narrow = (change: Partial<Record<keyof UserSearch, string | undefined>>): void => {
    void navigate({ search: (before) => ({ ...before, ...change }) as UserSearch, replace: true });
  };

  return (
    <Page title={t('users.title')} intro={t('users.intro')}>
      <StatusTabs
        counts={users.data?.pages.at(0)?.counts}
        status={filter.status}
        onStatus={(status) => {
          narrow({ status });
        }}
      />
      <Group gap="sm" mb="md">
        <SearchField
          label={t('users.search')}
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
        loading={users.isPending}
        error={users.data === undefined ? users.error : null}
        empty={items.length === 0}
        onRetry={() => void users.refetch()}
        whenEmpty={
          <NoUsers
            filter={filter}
            onClear={() => {
              void navigate({ search: {}, replace: true });
            }}
          />
        }
      >
        <UsersTable users={items} pages={pages} filter={filter} stale={users.isPlaceholderData} onSort={narrow} />
      </ListStates>
    </Page>
  );
}
