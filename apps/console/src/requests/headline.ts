import type { RequestView } from '@rollcall/admin-contracts';
import type { SayRequest } from '../i18n/request-sentence';
import { visibleText } from '../ui/visible-text';

type Headed = Pick<RequestView, 'summary' | 'sentence' | 'trail'>;

/** The sentence without the reason of a refusal at its end: the page shows the reason in a place of its own. */
export function headlineOf(request: Headed, say: SayRequest): string {
  const { summary, trail } = request;
  const reason = trail.error === undefined ? undefined : `: ${trail.error.detail}`;
  const cut = reason !== undefined && summary.endsWith(reason) ? summary.slice(0, -reason.length) : summary;
  return visibleText(say.headline({ ...request, summary: cut }));
}
