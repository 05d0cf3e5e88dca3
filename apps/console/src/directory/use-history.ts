import type { ChangeView, PersonReveal, TimeLinePage } from '@rollcall/admin-contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { historyQuery, revealPerson, type DeletedKind } from '../api/directory';
import { useAction } from '../ui/use-action';

/** What lies further back than what is shown. */
export interface Earlier {
  readonly more: boolean;
  readonly loading: boolean;
  readonly failed: boolean;
  readonly onMore: () => void;
}

interface ShownHistory {
  readonly changes: readonly ChangeView[];
  readonly earlier: Earlier;
}

/** A time line as the reader's role may see it. */
export function useHistory(kind: DeletedKind, id: string, known: TimeLinePage): ShownHistory {
  const query = useInfiniteQuery(historyQuery(kind, id, known));
  return {
    changes: query.data.pages.flatMap((page) => page.items),
    earlier: {
      more: query.hasNextPage,
      loading: query.isFetchingNextPage,
      failed: query.isFetchNextPageError,
      onMore: () => void query.fetchNextPage(),
    },
  };
}

/** A person's time line with nothing hidden, as long as the page shows it; each further page is revealed, and logged, by itself, for the reason that was given. */
export function useRevealedHistory({ user }: PersonReveal, reason: string | undefined): ShownHistory {
  const [pages, setPages] = useState<readonly TimeLinePage[]>([user.history]);
  const cursor = pages.at(-1)?.nextCursor;
  const more = useAction(async () => {
    if (cursor === undefined) return;
    const { earlier } = await revealPerson(user.id, { cursor, ...(reason === undefined ? {} : { reason }) });
    if (earlier !== undefined) setPages([...pages, earlier]);
  });
  return {
    changes: pages.flatMap((page) => page.items),
    earlier: { more: cursor !== undefined, loading: more.busy, failed: more.error !== undefined, onMore: more.run },
  };
}
