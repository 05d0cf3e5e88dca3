import { useHotkeys, type HotkeyItem } from '@mantine/hooks';
import { useSyncExternalStore } from 'react';

const STORAGE_KEY = 'rollcall-shortcuts';
const OFF = 'off';
const listeners = new Set<() => void>();
/** What was chosen where the browser refuses storage. */
let chosen: boolean | undefined;

/** Shortcuts of a single key, for the reader who has not switched them off: speech input would press them by accident (WCAG 2.1.4). */
export function useShortcuts(keys: HotkeyItem[]): void {
  useHotkeys(useShortcutsOn() ? keys : []);
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, areOn);
}

export function switchShortcuts(on: boolean): void {
  chosen = on;
  try {
    if (on) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, OFF);
  } catch {
    // A browser that refuses storage forgets it with the page.
  }
  for (const listener of listeners) listener();
}

function areOn(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== OFF;
  } catch {
    return chosen ?? true;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
