import type { PausePurgeRequest, PurgeView } from '@rollcall/admin-contracts';
import { minutesAgo } from './builders';
import { ok, type FakeApi } from './fake-api';

const DUE = { people: 4, groups: 1, integrations: 0 };

/** Some past their days, more to come; paused and resumed as asked. */
export function withPurge(api: FakeApi): FakeApi {
  const running: PurgeView = {
    due: DUE,
    next: { at: minutesAgo(-60 * 50), people: 12, groups: 0, integrations: 1 },
    held: 3,
  };
  let view = running;
  return api
    .on('GET /purge', () => ok(view))
    .on('POST /purge/pause', ({ body }) => {
      view = { ...running, paused: { at: minutesAgo(0), by: 'Mara Keller', ...(body as PausePurgeRequest) } };
      return ok(view);
    })
    .on('POST /purge/resume', () => {
      view = running;
      return ok(view);
    });
}
