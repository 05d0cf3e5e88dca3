import { Injectable } from '@nestjs/common';
import { RECENT_SIGN_IN_SECONDS, type MemberSession } from '@rollcall/admin-contracts';
import { MoreThan, Not, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ConsoleDatabase } from '../database/console-database';
import { MemberSessionEntity } from './member-session.entity';
import type { MemberKey } from './members.repository';
import { SESSION_SECONDS_MAX } from './session-cookie';
import { newSecret, secretDigest } from './session-secret';
import type { SignedInMember } from './signed-in-member';
import { roleOf } from './team-rules';
import { memberSession } from './team.mapper';

/** Without a sign of life a session ends after so long (SEC-42). */
const IDLE_SECONDS_MAX = 30 * 60;
/** `last_seen_at` is that exact; writing it at every request would cost more than it tells. */
const SEEN_SECONDS = 60;
/** A renewed session's old secret opens so much longer. */
const HANDOVER_SECONDS = 10;

/** Whose session a digest is, unless it has ended; the ends are judged by the database's clock. */
const FIND = `
  select tenant_id as "tenantId", id, last_seen_at < now() - make_interval(secs => ${SEEN_SECONDS}) as stale
    from session_by_digest($1)
   where expires_at > now() and last_seen_at > now() - make_interval(secs => ${IDLE_SECONDS_MAX})`;

const MEMBER = `
  select m.id, m.name, m.email, m.role, t.name as "tenantName", t.slug as "tenantSlug",
         s.confirmed_at > now() - make_interval(secs => ${RECENT_SIGN_IN_SECONDS}) as "signedInRecently"
    from member_session s
    join member m on m.tenant_id = s.tenant_id and m.id = s.member_id
    join tenant t on t.tenant_id = m.tenant_id
   where s.tenant_id = $1 and s.id = $2 and m.status = 'active'`;

interface FoundSession {
  readonly tenantId: string;
  readonly id: string;
  readonly stale: boolean;
}

interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly tenantName: string;
  readonly tenantSlug: string;
  readonly signedInRecently: boolean;
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
  async open(em: EntityManager, member: MemberKey, origin: Origin): Promise<string> {
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

  /**
   * A session with a new secret in place of this one. The old one ends shortly after, so that what the page sent a moment ago is still
   * answered, and is not one of a recent sign-in.
   */
  async renew(em: EntityManager, member: SignedInMember, origin: Origin): Promise<string> {
    const secret = await this.open(em, { tenantId: member.tenantId, memberId: member.id }, origin);
    await em.query(
      `update member_session set expires_at = least(expires_at, now() + make_interval(secs => ${HANDOVER_SECONDS})),
              confirmed_at = now() - make_interval(secs => ${RECENT_SIGN_IN_SECONDS})
        where tenant_id = $1 and id = $2`,
      [member.tenantId, member.sessionId],
    );
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
      const [row] = await em.query<MemberRow[]>(MEMBER, [tenantId, sessionId]);
      if (!row) return undefined;
      const { address, requestId } = origin;
      return { ...row, type: 'member', tenantId, sessionId, role: roleOf(row.role), address, requestId };
    });
  }

  /** Whether a session that a long answer began with still opens things with the same role (SEC-50). */
  async isOpen({ tenantId, sessionId, role }: SignedInMember): Promise<boolean> {
    return this.database.inTenant(tenantId, async (em) => {
      const [row] = await em.query<MemberRow[]>(MEMBER, [tenantId, sessionId]);
      return row?.role === role;
    });
  }

  /** Open sessions of a member, the newest sign of life first. */
  async list(em: EntityManager, member: MemberKey, currentId: string): Promise<MemberSession[]> {
    const rows = await em.find(MemberSessionEntity, {
      where: {
        ...member,
        expiresAt: MoreThan(new Date()),
        lastSeenAt: MoreThan(new Date(Date.now() - IDLE_SECONDS_MAX * 1_000)),
      },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    });
    return rows.map((row) => memberSession(row, currentId));
  }

  /** Whether the member had such a session. */
  async closeOne(em: EntityManager, { tenantId, memberId }: MemberKey, sessionId: string): Promise<boolean> {
    const { affected } = await em.delete(MemberSessionEntity, { tenantId, memberId, id: sessionId });
    return affected === 1;
  }

  /** Ends a member's sessions, but for the one to keep, and says how many there were. */
  async closeAll(em: EntityManager, { tenantId, memberId }: MemberKey, keepId?: string): Promise<number> {
    const others = keepId === undefined ? {} : { id: Not(keepId) };
    return (await em.delete(MemberSessionEntity, { tenantId, memberId, ...others })).affected ?? 0;
  }

  async close(em: EntityManager, session: { tenantId: string; sessionId: string }): Promise<void> {
    await em.delete(MemberSessionEntity, { tenantId: session.tenantId, id: session.sessionId });
  }
}
