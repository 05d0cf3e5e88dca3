import type { GeneratedToken, IntegrationView, TokenView } from '@rollcall/admin-contracts';
import {
  aGroupView,
  aRequest,
  aRequestView,
  aSession,
  aToken,
  aUserView,
  anIntegrationView,
  minutesAgo,
} from './builders';
import { PAGE, USERS, GROUPS, REQUESTS, TRAFFIC } from './sample-data';
import { FakeApi, ok, refused, type FakeCall } from './fake-api';

/** An organisation with one busy integration; what is changed stays changed until the server stops. */
export function sampleApi(): FakeApi {
  let session: unknown = aSession();
  let setupNeeded = true;
  const integrations: IntegrationView[] = [
    anIntegrationView({
      tokens: [
        aToken({
          firstUsedAt: minutesAgo(9000),
          lastUsedAt: minutesAgo(3),
          lastAddress: '192.0.2.17',
          lastClient: 'Entra',
        }),
      ],
      checklist: {
        testConnectionAt: minutesAgo(12000),
        firstUserAt: minutesAgo(11990),
        firstGroupAt: minutesAgo(11980),
      },
      traffic: TRAFFIC,
      lastRequest: { ...(REQUESTS[0] ?? aRequest()) },
      lastError: { ...(REQUESTS[3] ?? aRequest()) },
    }),
    anIntegrationView({
      id: 'i2',
      name: 'Contractors (Okta)',
      provider: 'okta',
      state: 'failing',
      userCount: 18,
      groupCount: 1,
    }),
    anIntegrationView({
      id: 'i3',
      name: 'Subsidiary',
      provider: 'onelogin',
      state: 'quiet',
      userCount: 7,
      groupCount: 0,
      lastRequestAt: minutesAgo(9000),
    }),
  ];
  const find = (id: string | undefined) => integrations.find((integration) => integration.id === id);
  const replace = (next: IntegrationView) => {
    integrations.splice(
      integrations.findIndex((candidate) => candidate.id === next.id),
      1,
      next,
    );
    return ok(next);
  };

  return new FakeApi()
    .on('GET /setup', () => ok({ needed: setupNeeded }))
    .on('POST /setup', () => {
      setupNeeded = false;
      session = aSession();
      return ok(session);
    })
    .on('GET /session', () => (session === null ? refused(401, 'signedOut') : ok(session)))
    .on('POST /session', ({ body }) => {
      if ((body as { password: string }).password === 'wrong') return refused(401, 'wrongCredentials');
      session = aSession();
      return ok(session);
    })
    .on('DELETE /session', () => {
      session = null;
      return { status: 204 };
    })
    .on('GET /integrations', () => ok(integrations))
    .on('POST /integrations/name-check', ({ body }) => ok({ available: !taken(integrations, body) }))
    .on('POST /integrations', ({ body }) => {
      if (taken(integrations, body)) return refused(409, 'nameTaken');
      const request = body as { name: string; provider: IntegrationView['provider'] };
      const made = anIntegrationView({
        id: `i${String(integrations.length + 1)}`,
        ...request,
        state: 'waiting',
        userCount: 0,
        groupCount: 0,
        createdAt: minutesAgo(0),
      });
      const { lastRequestAt: _none, ...waiting } = made;
      integrations.push(waiting);
      return { status: 201, body: generated(made) };
    })
    .on('GET /integrations/:id', (_call, [id]) => (find(id) === undefined ? refused(404, 'notFound') : ok(find(id))))
    .on('PATCH /integrations/:id', ({ body }, [id]) => {
      const found = find(id);
      if (found === undefined) return refused(404, 'notFound');
      if (taken(integrations, body)) return refused(409, 'nameTaken');
      return replace({ ...found, ...(body as object) });
    })
    .on('GET /integrations/:id/deletion', (_call, [id]) => {
      const found = find(id);
      return ok({
        userCount: found?.userCount,
        activeUserCount: found?.activeUserCount,
        groupCount: found?.groupCount,
        liveTokenCount: 1,
        restorableUntil: minutesAgo(-60 * 24 * 30),
      });
    })
    .on('DELETE /integrations/:id', (_call, [id]) => {
      integrations.splice(
        integrations.findIndex((candidate) => candidate.id === id),
        1,
      );
      return { status: 204 };
    })
    .on('POST /integrations/:id/tokens/rotate', (_call, [id]) => {
      const found = find(id);
      if (found === undefined) return refused(404, 'notFound');
      const old = found.tokens.map((token): TokenView => ({
        ...token,
        state: 'ending',
        expiresAt: minutesAgo(-60 * 24),
      }));
      replace({
        ...found,
        tokens: [aToken({ id: `k${String(old.length + 1)}`, lastFour: 'Wd9f', createdAt: minutesAgo(0) }), ...old],
      });
      return { status: 201, body: generated(found) };
    })
    .on('POST /integrations/:id/tokens/:token/revoke', (_call, [id, tokenId]) => {
      const found = find(id);
      if (found === undefined) return refused(404, 'notFound');
      return replace({
        ...found,
        tokens: found.tokens.map((token) =>
          token.id === tokenId ? { ...token, state: 'revoked', revokedAt: minutesAgo(0) } : token,
        ),
      });
    })
    .on('GET /users', (call) => ok(userPage(call)))
    .on('GET /users/:id', (_call, [id]) => {
      const user = USERS.find((candidate) => candidate.id === id);
      return user === undefined ? refused(404, 'notFound') : ok(aUserView({ ...user }));
    })
    .on('GET /groups', (call) =>
      ok(
        paged(
          call,
          GROUPS.filter((group) => matches(call, group.displayName)),
        ),
      ),
    )
    .on('GET /groups/:id', (_call, [id]) => {
      const group = GROUPS.find((candidate) => candidate.id === id);
      return group === undefined ? refused(404, 'notFound') : ok(aGroupView({ ...group }));
    })
    .on('GET /groups/:id/members', (call) =>
      ok(
        paged(
          call,
          USERS.filter((user) => matches(call, user.displayName)).map((user) => ({ ...user, type: 'User' })),
        ),
      ),
    )
    .on('GET /requests', (call) =>
      ok(
        paged(
          call,
          REQUESTS.filter((request) => wanted(call, request.status, request.method)),
        ),
      ),
    )
    .on('GET /requests/:id', (_call, [id]) => {
      const request = REQUESTS.find((candidate) => candidate.id === id);
      if (request === undefined) return refused(404, 'notFound');
      return ok(aRequestView({ ...request, ...(request.status === 409 ? { trail: CONFLICT } : {}) }));
    });
}

const CONFLICT = {
  recognisedAs: 'Microsoft Entra ID',
  notes: [],
  changes: [],
  error: {
    scimType: 'uniqueness',
    detail: 'userName "deniz.lima@example.com" is already used by another user of this integration.',
    remedy: 'Find the two people with this user principal name in Entra and rename or remove one of them.',
  },
};

function generated(integration: IntegrationView): GeneratedToken {
  return {
    integrationId: integration.id,
    scimUrl: integration.scimUrl,
    token: 'rcs_4tGk9QzL' + 'mP2vX8nR5wB1cD7fH3jK6sT0yU4aE9gZ2qL5xN8bV1M' + '0aB3xY',
    tokenId: 'k9',
  };
}

function taken(integrations: readonly IntegrationView[], body: unknown): boolean {
  const name = (body as { name?: string }).name?.trim().toLowerCase();
  return integrations.some((integration) => integration.name.toLowerCase() === name);
}

function matches(call: FakeCall, text: string): boolean {
  return text.toLowerCase().includes((call.query.get('search') ?? '').toLowerCase());
}

function wanted(call: FakeCall, status: number, method: string): boolean {
  const result = call.query.get('result');
  const right = result === null || (result === 'failure') === status >= 400;
  return right && (call.query.get('method') ?? method) === method;
}

function userPage(call: FakeCall) {
  const found = USERS.filter((user) => matches(call, `${user.displayName} ${user.userName}`));
  const active = found.filter((user) => user.active);
  const status = call.query.get('status');
  const shown = status === null ? found : found.filter((user) => user.active === (status === 'active'));
  const sorted = [...shown].sort((a, b) => a.displayName.localeCompare(b.displayName));
  if (call.query.get('direction') === 'desc') sorted.reverse();
  return {
    ...paged(call, sorted),
    counts: { all: found.length, active: active.length, inactive: found.length - active.length },
  };
}

function paged<Item>(call: FakeCall, items: readonly Item[]) {
  const from = Number(call.query.get('cursor') ?? '0');
  const end = from + PAGE;
  return {
    items: items.slice(from, end),
    total: items.length,
    ...(end < items.length ? { nextCursor: String(end) } : {}),
  };
}
