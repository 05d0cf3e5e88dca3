import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { setQuickSearchOpened, useQuickSearchOpened } from '../ui/quick-search';

const SearchBox = lazy(() => import('./search-box').then((module) => ({ default: module.SearchBox })));

const IN_EVERY_FIELD: string[] = [];

/** Listens for Ctrl/Cmd-K on every page; the box itself is loaded when it is first opened. */
export function QuickSearch() {
  const opened = useQuickSearchOpened();
  useHotkeys(
    [
      [
        'mod+K',
        () => {
          setQuickSearchOpened(!opened);
        },
      ],
    ],
    IN_EVERY_FIELD,
    true,
  );
  useEffect(() => close, []);
  if (!opened) return null;
  return (
    <Suspense fallback={null}>
      <SearchBox onClose={close} />
    </Suspense>
  );
}

function close(): void {
  setQuickSearchOpened(false);
}
