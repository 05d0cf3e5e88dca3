import type { ActivityEntry, ActivityPage } from '@rollcall/admin-contracts';
import type { InfiniteData } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MorePages } from '../ui/list-foot';
import { exactTime } from '../ui/relative-time';

interface ActivityPages {
  readonly data: InfiniteData<ActivityPage> | undefined;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Pages laid end to end. A page that found nothing yet is followed by the next one, until something is found or the log ends. */
export function useActivityPages(query: ActivityPages): {
  readonly items: readonly ActivityEntry[];
  readonly pages: MorePages;
  readonly searching: boolean;
} {
  const { t, i18n } = useTranslation();
  const { data, fetchNextPage, hasNextPage, isFetchNextPageError: failed } = query;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const searching = items.length === 0 && hasNextPage && !failed;
  const pageCount = data?.pages.length ?? 0;
  useEffect(() => {
    if (searching) onMore();
  }, [searching, pageCount, onMore]);
  const backTo = data?.pages.at(-1)?.searchedBackTo;
  const shown = new Intl.NumberFormat(i18n.language).format(items.length);
  return {
    items,
    searching,
    pages: {
      total: items.length + (hasNextPage ? 1 : 0),
      hasMore: hasNextPage,
      loading: query.isFetchingNextPage,
      failed,
      onMore,
      sentence:
        backTo === undefined
          ? t(hasNextPage ? 'activity.shownSoFar' : 'activity.shownAll', { shown })
          : t('activity.searchedBackTo', { shown, date: exactTime(backTo, i18n.language) }),
    },
  };
}
