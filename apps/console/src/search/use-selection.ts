import { useState } from 'react';
import type { SearchEntry } from './search-entry';

export interface Selection {
  readonly entry: SearchEntry | undefined;
  readonly select: (key: string) => void;
  /** Whether the key moved the selection. */
  readonly move: (key: string) => boolean;
}

/** The first entry until another is chosen; a new text begins at the first again. */
export function useSelection(entries: readonly SearchEntry[], text: string): Selection {
  const [chosen, setChosen] = useState<{ readonly text: string; readonly key: string }>();
  const at = Math.max(
    0,
    entries.findIndex(({ key }) => chosen?.text === text && chosen.key === key),
  );
  const select = (key: string): void => {
    setChosen({ text, key });
  };
  return {
    entry: entries[at],
    select,
    move: (key) => {
      const next = nextIndex(key, at, entries.length);
      const entry = next === undefined ? undefined : entries[next];
      if (entry !== undefined) select(entry.key);
      return next !== undefined;
    },
  };
}

function nextIndex(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'PageDown':
      return Math.min(at + 5, count - 1);
    case 'PageUp':
      return Math.max(at - 5, 0);
    default:
      return undefined;
  }
}
