import type { AsOfView, SearchAnswer } from '@rollcall/admin-contracts';
import { aUserView, minutesAgo } from './builders';
import type { FakeCall } from './fake-api';
import { GROUPS, PAGE, USERS } from './sample-data';

export function matches(call: FakeCall, text: string): boolean {
  return text.toLowerCase().includes((call.query.get('search') ?? '').toLowerCase());
}

export function userPage(call: FakeCall) {
  const found = USERS.filter((user) => matches(call, `${user.displayName} ${user.userName}`));
  const active = found.filter((user) => user.active);
  const status = call.query.get('status');
  const shown = status === null ? found : found.filter((user) => user.active === (status === 'active'));
  const sorted = [...shown].sort((a, b) => a.displayName.localeCompare(b.displayName));
  if (call.query.get('direction') === 'desc') sorted.reverse();
  return {
    ...paged(call, sorted),
    counts: { all: found.length, active: active.length, inactive: found.length - active.length, deleted: 2 },
  };
}

export const DELETED = ['Ana Marques', 'Tom Brandt'].map((displayName, index) => ({
  id: `d${String(index)}`,
  integrationId: 'i1',
  integrationName: 'Entra ID',
  displayName,
  userName: `${displayName.toLowerCase().replace(' ', '.')}@example.com`,
  deleted: { at: minutesAgo(3000 * (index + 1)), restorableUntil: minutesAgo(-40_000 + 3000 * index), requestId: 'r1' },
}));

export function deletedUser(id: string | undefined) {
  const gone = DELETED.find((candidate) => candidate.id === id);
  return gone === undefined ? undefined : aUserView({ ...gone, groups: [] });
}

export function asOf(at: string, id: string | undefined): AsOfView {
  const { attributes } = aUserView({ ...USERS.find((user) => user.id === id) });
  if (Date.parse(at) < Date.parse(minutesAgo(60 * 24 * 9))) return { at, state: 'notYet' };
  return {
    at,
    state: 'present',
    active: true,
    attributes: { ...attributes, title: 'Student' },
    groups: [{ id: 'g0', displayName: 'Interns' }],
  };
}

export function searchAnswer({ query }: FakeCall): SearchAnswer {
  const wanted = (query.get('q') ?? '').toLowerCase();
  const holds = (text: string): boolean => text.toLowerCase().includes(wanted);
  const people = USERS.filter((user) => holds(user.displayName)).slice(0, 8);
  return {
    people: people.map(({ id, displayName, userName, integrationName, active }, index) => ({
      id,
      displayName,
      userName,
      integrationName,
      active,
      ...(active ? {} : { turnedOff: { at: minutesAgo(4000), requestId: 'r2' } }),
      groupCount: index % 3,
      ...(index % 3 === 0 ? { noGroups: { kind: 'notAMember' as const, groupsSent: 25 } } : {}),
    })),
    groups: GROUPS.filter((group) => holds(group.displayName)).slice(0, 8),
    integrations: holds('Entra ID') ? [{ id: 'i1', name: 'Entra ID', provider: 'entra' }] : [],
    requests: [],
    traces: DELETED.filter(({ displayName }) => holds(displayName)).map(({ id, displayName, deleted }) => ({
      kind: 'deleted',
      type: 'User',
      id,
      displayName,
      integrationName: 'Entra ID',
      ...deleted,
    })),
    sources: [{ id: 'i1', name: 'Entra ID', provider: 'entra', lastRequestAt: minutesAgo(3) }],
  };
}

export function paged<Item>(call: FakeCall, items: readonly Item[]) {
  const from = Number(call.query.get('cursor') ?? '0');
  const end = from + PAGE;
  return {
    items: items.slice(from, end),
    total: items.length,
    ...(end < items.length ? { nextCursor: String(end) } : {}),
  };
}
