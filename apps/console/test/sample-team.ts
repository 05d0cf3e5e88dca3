import type { MemberSession, OwnerAlert, PendingInvitation, TeamMember } from '@rollcall/admin-contracts';
import { aSession, minutesAgo } from './builders';
import { ok, type FakeApi } from './fake-api';
import { ownNotifications } from './sample-notifications';

export function aMember(over: Partial<TeamMember> = {}): TeamMember {
  return {
    id: 'm2',
    name: 'Ben Okafor',
    email: 'ben@example.com',
    role: 'support',
    status: 'active',
    createdAt: minutesAgo(60 * 24 * 40),
    lastSignInAt: minutesAgo(60 * 5),
    sessionCount: 1,
    ...over,
  };
}

export function anInvitation(over: Partial<PendingInvitation> = {}): PendingInvitation {
  return {
    id: 'v1',
    email: 'chloe@example.com',
    role: 'auditor',
    invitedBy: 'Mara Keller',
    createdAt: minutesAgo(60),
    expiresAt: minutesAgo(-60 * 23),
    expired: false,
    ...over,
  };
}

export function anOwnSession(over: Partial<MemberSession> = {}): MemberSession {
  return {
    id: 's1',
    current: true,
    createdAt: minutesAgo(70),
    lastSeenAt: minutesAgo(0),
    expiresAt: minutesAgo(-600),
    address: '192.0.2.17',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    ...over,
  };
}

export function anAlert(over: Partial<OwnerAlert> = {}): OwnerAlert {
  return {
    id: '41',
    at: minutesAgo(12),
    by: 'Ben Okafor',
    integrationId: 'i1',
    integrationName: 'Entra ID',
    tokenLastFour: '7Qx2',
    ...over,
  };
}

const LINK = 'https://rollcall.example/invitation#rcv_8dJm2xkQ0uW5nVbRz1tLsYpC7fGhEoAi';

/** A team of four and two invitations; what is changed stays changed until the server stops. */
export function withTeam(api: FakeApi): FakeApi {
  let members: readonly TeamMember[] = [
    aMember({ id: 'm1', name: 'Mara Keller', email: 'mara@example.com', role: 'owner', lastSignInAt: minutesAgo(2) }),
    aMember(),
    aMember({ id: 'm3', name: 'Elif Novák', email: 'elif@example.com', role: 'admin', lastSignInAt: minutesAgo(300) }),
    aMember({ id: 'm4', name: 'Goran Petrov', email: 'goran@example.com', role: 'auditor', status: 'suspended' }),
  ];
  let invitations: readonly PendingInvitation[] = [
    anInvitation(),
    anInvitation({ id: 'v2', email: 'jun@example.com', role: 'admin', expired: true, expiresAt: minutesAgo(60) }),
  ];
  let alerts: readonly OwnerAlert[] = [anAlert()];
  const change = (id: string | undefined, over: Partial<TeamMember>) => {
    members = members.map((member) => (member.id === id ? { ...member, ...over } : member));
    return { status: 204 };
  };

  return api
    .on('GET /team', () => ok({ members, invitations }))
    .on('POST /team/invitations', ({ body }) => {
      const made = anInvitation({ id: `v${String(invitations.length + 1)}`, ...(body as object) });
      invitations = [made, ...invitations];
      return { status: 201, body: { invitation: made, link: LINK } };
    })
    .on('POST /team/invitations/:id/resend', (_call, [id]) =>
      ok({ invitation: anInvitation({ id: id ?? '' }), link: LINK }),
    )
    .on('DELETE /team/invitations/:id', (_call, [id]) => {
      invitations = invitations.filter((invitation) => invitation.id !== id);
      return { status: 204 };
    })
    .on('PATCH /team/members/:id', ({ body }, [id]) => change(id, body as object))
    .on('POST /team/members/:id/suspend', (_call, [id]) => change(id, { status: 'suspended', sessionCount: 0 }))
    .on('POST /team/members/:id/reinstate', (_call, [id]) => change(id, { status: 'active' }))
    .on('POST /team/members/:id/transfer-ownership', (_call, [id]) => change(id, { role: 'owner' }))
    .on('DELETE /team/members/:id/sessions', (_call, [id]) => change(id, { sessionCount: 0 }))
    .on('DELETE /team/members/:id', (_call, [id]) => {
      members = members.filter((member) => member.id !== id);
      return { status: 204 };
    })
    .on('POST /invitation/open', () =>
      ok({
        tenantName: 'Example Works',
        email: 'chloe@example.com',
        role: 'support',
        invitedBy: 'Mara Keller',
        expiresAt: minutesAgo(-600),
      }),
    )
    .on('GET /account/sessions', () =>
      ok([
        anOwnSession(),
        anOwnSession({
          id: 's2',
          current: false,
          lastSeenAt: minutesAgo(25),
          address: '198.51.100.4',
          userAgent:
            'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
        }),
      ]),
    )
    .on('DELETE /account/sessions/:id', { status: 204 })
    .on('PATCH /account', ({ body }) => ok(aSession(body as { name: string })))
    .on('POST /account/password', { status: 204 })
    .on('GET /account/notifications', ok(ownNotifications()))
    .on('GET /alerts', () => ok(alerts))
    .on('POST /alerts/seen', () => {
      alerts = [];
      return { status: 204 };
    });
}
