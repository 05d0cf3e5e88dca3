import type { SearchEntry } from './search-entry';

const KEPT = 6;

const storageKey = (memberId: string): string => `rollcall-recent-${memberId}`;

/** What this person opened last, newest first; kept until the tab is closed, because it names people. */
export function recentEntries(memberId: string): readonly SearchEntry[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey(memberId)) ?? '[]') as unknown;
    return Array.isArray(kept) ? (kept as SearchEntry[]) : [];
  } catch {
    return [];
  }
}

export function rememberEntry(memberId: string, entry: SearchEntry): void {
  if (entry.section === 'pages') return;
  const { reason: _reason, ...kept } = entry;
  const others = recentEntries(memberId).filter(({ key }) => key !== entry.key);
  try {
    const next = [{ ...kept, section: 'recent' }, ...others].slice(0, KEPT);
    sessionStorage.setItem(storageKey(memberId), JSON.stringify(next));
  } catch {
    // A browser that refuses storage shows no recent entries.
  }
}
