import { Injectable } from '@nestjs/common';
import { ROLES, type Role } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ConsoleDatabase } from '../database/console-database';
import { MemberSessionEntity } from './member-session.entity';
import { SESSION_SECONDS_MAX } from './session-cookie';
import { newSecret, secretDigest } from './session-secret';
import type { SignedInMember } from './signed-in-member';

/** Without a sign of life a session ends after so long (SEC-42). */
const IDLE_SECONDS_MAX = 30 * 60;
/** `last_seen_at` is that exact; writing it at every request would cost more than it tells. */
const SEEN_SECONDS = 60;

/** Whose session a digest is, unless it has ended; the ends are judged by the database's clock. */
const FIND = `
  select tenant_id as "tenantId", id, member_id as "memberId", last_seen_at < now() - make_interval(secs => ${SEEN_SECONDS}) as stale
    from session_by_digest($1)
   where expires_at > now() and last_seen_at > now() - make_interval(secs => ${IDLE_SECONDS_MAX})`;

const MEMBER = `
  select m.id, m.name, m.email, m.role, t.name as "tenantName", t.slug as "tenantSlug"
    from member m join tenant t on t.tenant_id = m.tenant_id
   where m.tenant_id = $1 and m.id = $2 and m.status = 'active'`;

interface FoundSession {
  readonly tenantId: string;
  readonly id: string;
  readonly memberId: string;
  readonly stale: boolean;
}

interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly tenantName: string;
  readonly tenantSlug: string;
}

/** Where a request came from, for the session list and the activity log. */
export interface Origin {
  readonly address: string;
  readonly userAgent?: string | undefined;
  readonly requestId: string;
}

/** Sessions of console people. Role and status are read anew at each request, so a change holds at once (SEC-42). */
@Injectable()
export class Sessions {
  constructor(private readonly database: ConsoleDatabase) {}

  /** Opens a session for a member and returns its secret, which is shown to the browser only. */
  async open(em: EntityManager, member: { tenantId: string; memberId: string }, origin: Origin): Promise<string> {
    const secret = newSecret();
    await em.query(`delete from member_session where tenant_id = $1 and member_id = $2 and expires_at <= now()`, [
      member.tenantId,
      member.memberId,
    ]);
    await em.insert(MemberSessionEntity, {
      ...member,
      id: uuid(),
      digest: secretDigest(secret),
      expiresAt: () => `now() + make_interval(secs => ${SESSION_SECONDS_MAX})`,
      address: origin.address,
      userAgent: origin.userAgent?.slice(0, 200) ?? null,
    });
    return secret;
  }

  /** Who is signed in with this secret; undefined when the session has ended or its member may not come in any more. */
  async find(secret: string, origin: Origin): Promise<SignedInMember | undefined> {
    const [session] = await this.database.query<FoundSession>(FIND, [secretDigest(secret)]);
    if (!session) return undefined;
    const { tenantId, id: sessionId } = session;
    return this.database.inTenant(tenantId, async (em) => {
      if (session.stale)
        await em.update(MemberSessionEntity, { tenantId, id: sessionId }, { lastSeenAt: () => 'now()' });
      const [row] = await em.query<MemberRow[]>(MEMBER, [tenantId, session.memberId]);
      if (!row) return undefined;
      const { address, requestId } = origin;
      return { ...row, type: 'member', tenantId, sessionId, role: roleOf(row.role), address, requestId };
    });
  }

  async close(em: EntityManager, session: { tenantId: string; sessionId: string }): Promise<void> {
    await em.delete(MemberSessionEntity, { tenantId: session.tenantId, id: session.sessionId });
  }
}

function roleOf(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new Error(`unknown role ${text}`);
  return role;
}
