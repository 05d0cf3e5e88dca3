import type { RequestFilter, RequestPage, RequestSummary, RequestTail } from '@rollcall/admin-contracts';
import { useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { requestsQuery, requestTailQuery } from '../api/requests';

type Pages = InfiniteData<RequestPage>;

export interface LiveTail {
  readonly live: boolean;
  readonly setLive: (live: boolean) => void;
  /** How many wait above while somebody reads further down; more than can be counted is Infinity. */
  readonly waiting: number;
  readonly showWaiting: () => void;
}

/**
 * New requests come into the list by themselves while its top is in view; else they wait, so that nothing moves under the reader's eyes.
 * Each question is an ordinary call of the session, so it ends with it.
 */
export function useLiveTail(filter: RequestFilter, pages: Pages | undefined): LiveTail {
  const client = useQueryClient();
  const [live, setLive] = useState(true);
  const atTop = useAtTop();
  const tail = useQuery(requestTailQuery(filter, live ? pages?.pages[0]?.tail : undefined)).data;

  useEffect(() => {
    if (tail === undefined || !live || !atTop) return;
    const { queryKey } = requestsQuery(filter);
    if (!tail.hasMore) {
      client.setQueryData(queryKey, (list) => list && withNews(list, tail));
      return;
    }
    client.setQueryData(requestTailQuery(filter, undefined).queryKey, { ...tail, hasMore: false });
    void client.resetQueries({ queryKey });
  }, [client, filter, tail, live, atTop]);

  return {
    live,
    setLive,
    waiting: tail?.hasMore === true ? Infinity : newsOf(pages, tail).length,
    showWaiting: () => {
      window.scrollTo({ top: 0 });
    },
  };
}

function newsOf(list: Pages | undefined, tail: RequestTail | undefined): readonly RequestSummary[] {
  if (list === undefined || tail === undefined || tail.items.length === 0) return [];
  const known = new Set(list.pages.flatMap((page) => page.items.map(({ id }) => id)));
  return tail.items.filter(({ id }) => !known.has(id));
}

/** The list with what is new on top; the tail moves on, so that the next question is about what comes after. */
export function withNews(list: Pages, tail: RequestTail): Pages {
  const [first, ...rest] = list.pages;
  if (first === undefined) return list;
  const news = newsOf(list, tail);
  const items = news.length === 0 ? first.items : [...news, ...first.items].sort(newestFirst);
  const counted = (page: RequestPage) => ({ ...page, total: page.total + news.length });
  return { ...list, pages: [{ ...counted(first), items, tail: tail.tail }, ...rest.map(counted)] };
}

/** As the server orders them. */
function newestFirst(one: RequestSummary, other: RequestSummary): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}

const TOP_PX = 160;

function useAtTop(): boolean {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('scroll', changed, { passive: true });
      return () => {
        window.removeEventListener('scroll', changed);
      };
    },
    () => window.scrollY < TOP_PX,
  );
}
