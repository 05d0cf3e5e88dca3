import type { ActivityEntry, ActivityView } from '@rollcall/admin-contracts';
import { minutesAgo } from './builders';
import { ok, type FakeApi } from './fake-api';

export function anEntry(over: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    id: '1',
    source: 'directory',
    at: minutesAgo(4),
    actor: { type: 'integration', id: 'i1', name: 'Entra ID' },
    action: 'user.updated',
    object: { type: 'user', id: 'u1', name: 'Ana Lima' },
    integration: { id: 'i1', name: 'Entra ID' },
    result: 'success',
    requestId: 'r1',
    details: { changes: [{ path: 'title', before: 'Clerk', after: 'Lead' }] },
    ...over,
  };
}

export function aDeed(over: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    id: '2',
    source: 'console',
    at: minutesAgo(12),
    actor: { type: 'member', id: 'm1', name: 'Mara Keller' },
    action: 'member.roleChanged',
    object: { type: 'member', id: 'm2', name: 'Ben Okafor' },
    result: 'success',
    address: '192.0.2.17',
    details: { before: 'auditor', after: 'support' },
    ...over,
  };
}

const ENTRIES: readonly ActivityEntry[] = [
  anEntry(),
  anEntry({
    id: '7',
    at: minutesAgo(6),
    action: 'user.deactivated',
    details: { changes: [{ path: 'active', before: true, after: false }] },
  }),
  aDeed(),
  aDeed({ id: '9', at: minutesAgo(20), action: 'member.signInFailed', result: 'failure', details: {} }),
  anEntry({
    id: '11',
    at: minutesAgo(45),
    action: 'group.membersAdded',
    object: { type: 'group', id: 'g1', name: 'Engineers' },
    details: { memberCount: 2, members: ['Ana Lima', 'Ben Okafor'] },
  }),
  aDeed({
    id: '12',
    at: minutesAgo(90),
    action: 'token.rotated',
    object: { type: 'integration', id: 'i1', name: 'Entra ID' },
    details: { overlap: '24h' },
  }),
];

/** A short log; saved views stay until the server stops. */
export function withActivity(api: FakeApi): FakeApi {
  let views: readonly ActivityView[] = [{ id: 'w1', name: 'Leavers', filter: { action: 'user.deactivated' } }];
  return api
    .on('GET /activity', ({ query }) => {
      const [action, result] = [query.get('action'), query.get('result')];
      const items = ENTRIES.filter(
        (entry) => (action ?? entry.action) === entry.action && (result ?? entry.result) === entry.result,
      );
      return ok({ items });
    })
    .on('GET /activity/views', () => ok(views))
    .on('POST /activity/views', ({ body }) => {
      const made = { id: `w${String(views.length + 1)}`, ...(body as Omit<ActivityView, 'id'>) };
      views = [...views, made];
      return { status: 201, body: made };
    })
    .on('PATCH /activity/views/:id', ({ body }, [id]) => {
      views = views.map((view) => (view.id === id ? { ...view, ...(body as Pick<ActivityView, 'name'>) } : view));
      return ok(views.find((view) => view.id === id));
    })
    .on('DELETE /activity/views/:id', (_call, [id]) => {
      views = views.filter((view) => view.id !== id);
      return { status: 204 };
    });
}
