import type { RequestView } from '@rollcall/admin-contracts';
import { visibleText } from '../ui/visible-text';

/** The sentence without the reason of a refusal at its end: the page shows the reason in a place of its own. */
export function headlineOf({ summary, trail }: Pick<RequestView, 'summary' | 'trail'>): string {
  const reason = trail.error === undefined ? undefined : `: ${trail.error.detail}`;
  return visibleText(reason !== undefined && summary.endsWith(reason) ? summary.slice(0, -reason.length) : summary);
}
