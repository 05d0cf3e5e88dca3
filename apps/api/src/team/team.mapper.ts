import type { MemberSession, PendingInvitation, TeamMember } from '@rollcall/admin-contracts';
import type { InvitationEntity } from './invitation.entity';
import type { MemberSessionEntity } from './member-session.entity';
import type { MemberEntity } from './member.entity';
import { roleOf } from './team-rules';

export type MemberRow = Pick<
  MemberEntity,
  'id' | 'name' | 'email' | 'role' | 'status' | 'createdAt' | 'lastSignInAt'
> & { readonly sessionCount: number };

export function teamMember(row: MemberRow): TeamMember {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: roleOf(row.role),
    status: row.status === 'suspended' ? 'suspended' : 'active',
    createdAt: row.createdAt.toISOString(),
    ...(row.lastSignInAt === null ? {} : { lastSignInAt: row.lastSignInAt.toISOString() }),
    sessionCount: row.sessionCount,
  };
}

export function pendingInvitation(row: InvitationEntity, now: Date): PendingInvitation {
  return {
    id: row.id,
    email: row.email,
    role: roleOf(row.role),
    invitedBy: row.invitedBy,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    expired: row.expiresAt <= now,
  };
}

export function memberSession(row: MemberSessionEntity, currentId: string): MemberSession {
  return {
    id: row.id,
    current: row.id === currentId,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.userAgent === null ? {} : { userAgent: row.userAgent }),
  };
}
