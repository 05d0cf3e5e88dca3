import { useSyncExternalStore } from 'react';

/** Whether the search box is open: the navigation opens it, the box itself is mounted beside every page. */
let opened = false;
const listeners = new Set<() => void>();

export function setQuickSearchOpened(next: boolean): void {
  if (opened === next) return;
  opened = next;
  for (const listener of listeners) listener();
}

export function useQuickSearchOpened(): boolean {
  return useSyncExternalStore(subscribe, () => opened);
}

/** The keys that open the box, as the keyboard in front of the reader names them. */
export function quickSearchKeys(): string {
  return /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
