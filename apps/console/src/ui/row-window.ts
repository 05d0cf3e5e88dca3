import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { MorePages } from './list-foot';

const OVERSCAN_ROWS = 15;
const LOAD_AHEAD_ROWS = 20;

interface RowWindow {
  readonly first: number;
  readonly last: number;
  readonly beforePx: number;
  readonly afterPx: number;
}

/** Which rows are near the window, and how much height stands for the others; asks for the next page before its rows are seen. */
export function useRowWindow(
  frame: RefObject<HTMLElement | null>,
  count: number,
  rowHeightPx: number,
  pages?: MorePages,
): RowWindow {
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    if (frame.current !== null) setScrollMargin(frame.current.getBoundingClientRect().top + window.scrollY);
  }, [frame, count]);

  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeightPx,
    overscan: OVERSCAN_ROWS,
    scrollMargin,
  });
  const items = virtualizer.getVirtualItems();
  const first = items.at(0)?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;

  const goesOn = pages?.hasMore === true && !pages.loading && !pages.failed && pages.onDemand === undefined;
  const wantsMore = goesOn && last >= count - LOAD_AHEAD_ROWS;
  const onMore = pages?.onMore;
  useEffect(() => {
    if (wantsMore) onMore?.();
  }, [wantsMore, onMore]);

  return { first, last, beforePx: first * rowHeightPx, afterPx: (count - 1 - last) * rowHeightPx };
}
