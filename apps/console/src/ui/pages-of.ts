import type { Page } from '@rollcall/admin-contracts';
import type { InfiniteData } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { MorePages } from './list-foot';

interface PagedQuery<OnePage> {
  readonly data: InfiniteData<OnePage> | undefined;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Pages of a list laid end to end, and what the table needs to know to ask for more. */
export function usePagesOf<OnePage extends Page<unknown>>(
  query: PagedQuery<OnePage>,
): { readonly items: readonly OnePage['items'][number][]; readonly pages: MorePages } {
  const { data, fetchNextPage } = query;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return {
    items,
    pages: {
      total: data?.pages.at(-1)?.total ?? 0,
      hasMore: query.hasNextPage,
      loading: query.isFetchingNextPage,
      failed: query.isFetchNextPageError,
      onMore,
    },
  };
}
