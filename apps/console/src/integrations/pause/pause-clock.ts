import type { PauseView, Provider } from '@rollcall/admin-contracts';

const DAY_MS = 86_400_000;
/** So long after the first refused try Entra turns the job off. */
const ENTRA_GIVES_UP_MS = 28 * DAY_MS;

export type PauseAge = 'fresh' | 'day' | 'days' | 'week';

/** How long the provider has been held back, renewals included: it backs off by that clock. */
export function pauseAge({ since }: Pick<PauseView, 'since'>, now: Date): PauseAge {
  const days = (now.getTime() - Date.parse(since)) / DAY_MS;
  if (days < 1) return 'fresh';
  if (days < 3) return 'day';
  return days < 7 ? 'days' : 'week';
}

/** When the provider turns provisioning off, where that is known. */
export function givesUpAt({ since }: Pick<PauseView, 'since'>): Date {
  return new Date(Date.parse(since) + ENTRA_GIVES_UP_MS);
}

/** Providers whose clock is documented have sentences of their own. */
export function clockOf(provider: Provider): 'entra' | 'other' {
  return provider === 'entra' ? 'entra' : 'other';
}
