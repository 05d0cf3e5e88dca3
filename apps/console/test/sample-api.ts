import type { DeletedIntegration, GeneratedToken, IntegrationView, TokenView } from '@rollcall/admin-contracts';
import {
  aDeletedIntegration,
  aGroupView,
  aMappingHealth,
  aRequest,
  aSession,
  aToken,
  aUserView,
  anIntegrationView,
  minutesAgo,
} from './builders';
import { USERS, GROUPS, REQUESTS, TRAFFIC } from './sample-data';
import { FakeApi, ok, refused } from './fake-api';
import { asOf, DELETED, deletedUser, matches, paged, searchAnswer, userPage } from './sample-directory';
import { withSampleBrake } from './sample-brake';
import { aNotificationsView, SAMPLE_CHANNELS, SAMPLE_DELIVERIES, withNotifications } from './sample-notifications';
import { withPurge } from './sample-purge';
import { withSampleRequests } from './sample-requests';
import { withActivity } from './sample-activity';
import { withTeam } from './sample-team';

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
          recentAddresses: ['192.0.2.17', '192.0.2.40'],
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
      tokenEndsAt: minutesAgo(-60 * 24 * 12 - 5),
    }),
  ];
  let deleted: DeletedIntegration[] = [aDeletedIntegration()];
  const find = (id: string | undefined) => integrations.find((integration) => integration.id === id);
  const replace = (next: IntegrationView) => {
    integrations.splice(
      integrations.findIndex((candidate) => candidate.id === next.id),
      1,
      next,
    );
    return ok(next);
  };

  const known = withPurge(withActivity(withTeam(withSampleBrake(withSampleRequests(new FakeApi())))));
  return withNotifications(known, aNotificationsView({ channels: SAMPLE_CHANNELS }), SAMPLE_DELIVERIES)
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
    .on('GET /integrations/deleted', () => ok(deleted))
    .on('POST /integrations/deleted/:id/restore', (_call, [id]) => {
      const found = deleted.find((candidate) => candidate.id === id);
      if (found === undefined) return refused(404, 'notFound');
      deleted = deleted.filter((candidate) => candidate !== found);
      const { deletedAt: _at, deletedBy: _by, restorableUntil: _until, ...back } = found;
      integrations.push(anIntegrationView({ ...back, state: 'noToken', tokens: [aToken({ state: 'revoked' })] }));
      return ok(integrations.at(-1));
    })
    .on('POST /integrations/:id/pause', ({ body }, [id]) => {
      const found = find(id);
      if (found === undefined) return refused(404, 'notFound');
      const until = minutesAgo(-60 * (body as { hours: number }).hours);
      const pause = { since: found.pause?.since ?? minutesAgo(0), until, by: 'Mara Keller' };
      return replace({ ...found, state: 'paused', pausedUntil: until, pause });
    })
    .on('POST /integrations/:id/resume', (_call, [id]) => {
      const found = find(id);
      if (found === undefined) return refused(404, 'notFound');
      const { pausedUntil: _until, pause: _pause, ...running } = found;
      return replace({ ...running, state: 'connected' });
    })
    .on('POST /integrations/:id/diagnostics', () => ok({ kind: 'rollcall.diagnostics', takenAt: minutesAgo(0) }))
    .on('GET /integrations/:id/health', () => ok(aMappingHealth()))
    .on('POST /integrations/:id/health/refresh', () => ({
      status: 202,
      body: aMappingHealth({ asOf: minutesAgo(0) }),
    }))
    .on('GET /integrations/:id/deletion', (_call, [id]) => {
      const found = find(id);
      return ok({
        userCount: found?.userCount,
        activeUserCount: found?.activeUserCount,
        groupCount: found?.groupCount,
        membershipCount: 1320,
        liveTokenCount: 1,
        restorableUntil: minutesAgo(-60 * 24 * 30),
      });
    })
    .on('DELETE /integrations/:id', (_call, [id]) => {
      const found = find(id);
      if (found !== undefined) {
        const { name, provider, userCount, groupCount } = found;
        const facts = { id: found.id, name, provider, userCount, groupCount };
        deleted.unshift(
          aDeletedIntegration({ ...facts, deletedAt: minutesAgo(0), restorableUntil: minutesAgo(-43_200) }),
        );
      }
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
    .on('GET /search', (call) => ok(searchAnswer(call)))
    .on('GET /users', (call) => ok(userPage(call)))

    .on('GET /users/:id/as-of', ({ query }, [id]) => ok(asOf(query.get('at') ?? '', id)))
    .on('GET /users/:id', (_call, [id]) => {
      const user = USERS.find((candidate) => candidate.id === id);
      const view = user === undefined ? deletedUser(id) : aUserView({ ...user });
      return view === undefined ? refused(404, 'notFound') : ok(view);
    })
    .on('GET /users/deleted', (call) => ok(paged(call, DELETED)))
    .on('GET /users/work-values', ok(['Finance', 'Platform', 'Sales']))
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
    .on('GET /groups/deleted', ok({ items: [], total: 0 }))
    .on('GET /groups/:id/members/as-of', (call) =>
      ok(
        paged(
          call,
          USERS.map((user, index) => ({ ...user, type: 'User', presence: index % 9 === 4 ? 'deleted' : 'present' })),
        ),
      ),
    )
    .on('GET /groups/:id/members', (call) =>
      ok(
        paged(
          call,
          USERS.filter((user) => matches(call, user.displayName)).map((user) => ({ ...user, type: 'User' })),
        ),
      ),
    );
}

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
