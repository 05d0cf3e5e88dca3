import type { RequestPage } from '@rollcall/admin-contracts';
import { Button } from '@mantine/core';
import { IconHistory, IconListDetails, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { requestsQuery } from '../api/requests';
import { useLogWords } from '../i18n/told/use-log-words';
import { readRequestSearch } from '../search-params';
import { EmptyFace } from '../ui/faces';
import type { MorePages } from '../ui/list-foot';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { usePagesOf } from '../ui/pages-of';
import { exactTime } from '../ui/relative-time';
import { Filters, type Narrow } from './filters';
import { LiveButton, WaitingPill } from './live-controls';
import { useLiveTail } from './live-tail';
import { RequestsTable } from './requests-table';

const route = getRouteApi('/app/requests');

export function RequestsPage() {
  const { t } = useTranslation();
  const filter = route.useSearch({ select: readRequestSearch, structuralSharing: true });
  const navigate = route.useNavigate();
  const asked = useLogWords(filter);
  const requests = useInfiniteQuery(requestsQuery(asked));
  const tail = useLiveTail(asked, requests.isPlaceholderData ? undefined : requests.data);
  const { items, pages } = usePagesOf(requests);
  const last = requests.data?.pages.at(-1);
  const foot = useFoot(pages, items.length, last);
  const narrow: Narrow = (change) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const clear = () => {
    void navigate({ search: {}, replace: true });
  };
  const empty =
    last?.searchedBackTo === undefined ? (
      <NoRequests filtered={Object.keys(filter).length > 0} onClear={clear} />
    ) : (
      <NoneYet searchedBackTo={last.searchedBackTo} pages={pages} />
    );
  return (
    <Page
      title={t('requests.title')}
      intro={t('requests.intro')}
      actions={<LiveButton live={tail.live} setLive={tail.setLive} />}
    >
      <Filters filter={filter} onNarrow={narrow} />
      <WaitingPill waiting={tail.waiting} showWaiting={tail.showWaiting} />
      <ListStates
        loading={requests.isPending}
        error={requests.data === undefined ? requests.error : null}
        empty={items.length === 0}
        onRetry={() => void requests.refetch()}
        whenEmpty={empty}
      >
        <RequestsTable requests={items} pages={foot} stale={requests.isPlaceholderData} filter={filter} />
      </ListStates>
    </Page>
  );
}

/** Says how far the search has come where the log was not read to its end; it goes on only when somebody wants it to. */
function useFoot(pages: MorePages, shown: number, last: RequestPage | undefined): MorePages {
  const { t, i18n } = useTranslation();
  if (last?.searchedBackTo !== undefined) {
    const time = exactTime(last.searchedBackTo, i18n.language);
    return { ...pages, sentence: t('requests.shownSoFar', { shown, time }), onDemand: t('requests.searchFurther') };
  }
  const total = Math.max(pages.total, shown);
  if (last?.totalIsMinimum !== true) return { ...pages, total };
  return { ...pages, sentence: t('requests.shownOfMore', { shown, total }) };
}

function NoneYet({ searchedBackTo, pages }: { readonly searchedBackTo: string; readonly pages: MorePages }) {
  const { t, i18n } = useTranslation();
  return (
    <EmptyFace
      icon={<IconHistory size={22} />}
      title={t('requests.noneYetTitle')}
      text={t('requests.noneYetText', { time: exactTime(searchedBackTo, i18n.language) })}
      action={
        <Button variant="default" loading={pages.loading} onClick={pages.onMore}>
          {t('requests.searchFurther')}
        </Button>
      }
    />
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
      text={t('requests.noHitsText')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('users.noHitsClear')}
        </Button>
      }
    />
  );
}
