import { Badge, Button, CloseButton, Group, SegmentedControl, Select } from '@mantine/core';
import { IconListDetails, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { requestsQuery } from '../api/requests';
import { readRequestSearch, REQUEST_METHODS, type RequestSearch } from '../search-params';
import { EmptyFace } from '../ui/faces';
import { IntegrationFilter } from '../ui/integration-filter';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { usePagesOf } from '../ui/pages-of';
import { SearchField } from '../ui/search-field';
import { RequestsTable } from './requests-table';

const route = getRouteApi('/app/requests');

type Narrow = (change: { [Key in keyof RequestSearch]?: RequestSearch[Key] | undefined }) => void;

export function RequestsPage() {
  const { t } = useTranslation();
  const filter = route.useSearch({ select: readRequestSearch, structuralSharing: true });
  const navigate = route.useNavigate();
  const requests = useInfiniteQuery(requestsQuery(filter));
  const { items, pages } = usePagesOf(requests);
  const narrow: Narrow = (change) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  return (
    <Page title={t('requests.title')} intro={t('requests.intro')}>
      <Filters filter={filter} onNarrow={narrow} />
      <ListStates
        loading={requests.isPending}
        error={requests.data === undefined ? requests.error : null}
        empty={items.length === 0}
        onRetry={() => void requests.refetch()}
        whenEmpty={
          <NoRequests
            filtered={Object.keys(filter).length > 0}
            onClear={() => {
              void navigate({ search: {}, replace: true });
            }}
          />
        }
      >
        <RequestsTable requests={items} pages={pages} stale={requests.isPlaceholderData} />
      </ListStates>
    </Page>
  );
}

function Filters({ filter, onNarrow }: { readonly filter: RequestSearch; readonly onNarrow: Narrow }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" mb="md">
      <SearchField
        label={t('requests.search')}
        value={filter.search ?? ''}
        onSearch={(search) => {
          onNarrow({ search: search === '' ? undefined : search });
        }}
      />
      <SegmentedControl
        aria-label={t('requests.result')}
        data={[
          { value: 'all', label: t('requests.resultAll') },
          { value: 'success', label: t('requests.resultSuccess') },
          { value: 'failure', label: t('requests.resultFailure') },
        ]}
        value={filter.result ?? 'all'}
        onChange={(value) => {
          onNarrow({ result: value === 'success' || value === 'failure' ? value : undefined });
        }}
      />
      <Select
        aria-label={t('requests.method')}
        placeholder={t('requests.methodAll')}
        data={[...REQUEST_METHODS]}
        value={filter.method ?? null}
        clearable
        w={160}
        comboboxProps={{ withinPortal: false }}
        clearButtonProps={{ 'aria-label': t('requests.methodAll') }}
        onChange={(method) => {
          onNarrow({ method: method ?? undefined });
        }}
      />
      <IntegrationFilter
        label={t('requests.integration')}
        value={filter.integrationId}
        onChange={(integrationId) => {
          onNarrow({ integrationId });
        }}
      />
      {filter.resourceId !== undefined && (
        <Badge
          size="lg"
          color="gray"
          rightSection={
            <CloseButton
              size="xs"
              aria-label={t('users.noHitsClear')}
              onClick={() => {
                onNarrow({ resourceId: undefined });
              }}
            />
          }
        >
          {t('requests.about')}
        </Badge>
      )}
    </Group>
  );
}

function NoRequests({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation();
  if (!filtered)
    return (
      <EmptyFace icon={<IconListDetails size={22} />} title={t('requests.emptyTitle')} text={t('requests.emptyText')} />
    );
  return (
    <EmptyFace
      icon={<IconSearchOff size={22} />}
      title={t('requests.noHitsTitle')}
      text={t('users.noHitsText')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('users.noHitsClear')}
        </Button>
      }
    />
  );
}
