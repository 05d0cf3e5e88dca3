import { Injectable } from '@nestjs/common';
import type { ChangePasswordRequest, MemberSession } from '@rollcall/admin-contracts';
import { ActivityLog } from '../activity/activity-log';
import { badInput, notFound } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import { MembersRepository, type MemberKey } from './members.repository';
import { PasswordCheck } from './password-check';
import { PasswordHasher } from './password-hasher';
import { passwordFault } from './password-rules';
import { Sessions, type Origin } from './sessions.service';
import type { SignedInMember } from './signed-in-member';

/** What people change about themselves. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly members: MembersRepository,
    private readonly passwords: PasswordHasher,
    private readonly check: PasswordCheck,
    private readonly sessions: Sessions,
    private readonly activity: ActivityLog,
  ) {}

  async rename(member: SignedInMember, name: string): Promise<void> {
    if (name === member.name) return;
    await this.database.inTenant(member.tenantId, async (em) => {
      await this.members.setName(em, keyOf(member), name);
      await this.activity.record(em, member, {
        action: 'member.renamed',
        object: { type: 'member', id: member.id, name },
        details: { before: member.name, after: name },
      });
    });
  }

  /** Ends all other sessions; answers the secret of a new one in place of this one (SEC-42). @throws wrongPassword, tooManyTries, badInput */
  async changePassword(member: SignedInMember, request: ChangePasswordRequest, origin: Origin): Promise<string> {
    await this.check.require(member, request.password);
    const fault = passwordFault(request.newPassword, [member.tenantName, member.name, member.email]);
    if (fault !== undefined) throw badInput({ newPassword: fault });
    const passwordHash = await this.passwords.hash(request.newPassword);
    return this.database.inTenant(member.tenantId, async (em) => {
      await this.members.setPassword(em, keyOf(member), passwordHash);
      const ended = await this.sessions.closeAll(em, keyOf(member), member.sessionId);
      const object = { type: 'member', id: member.id, name: member.name };
      await this.activity.record(em, member, { action: 'member.passwordChanged', object, details: { ended } });
      return this.sessions.renew(em, member, origin);
    });
  }

  listSessions(member: SignedInMember): Promise<MemberSession[]> {
    return this.database.inTenant(member.tenantId, (em) => this.sessions.list(em, keyOf(member), member.sessionId));
  }

  /** @throws notFound */
  async endSession(member: SignedInMember, sessionId: string): Promise<void> {
    await this.database.inTenant(member.tenantId, async (em) => {
      if (!(await this.sessions.closeOne(em, keyOf(member), sessionId))) throw notFound('session');
      await this.logEnded(em, member, 1);
    });
  }

  async endOtherSessions(member: SignedInMember): Promise<void> {
    await this.database.inTenant(member.tenantId, async (em) => {
      const ended = await this.sessions.closeAll(em, keyOf(member), member.sessionId);
      if (ended > 0) await this.logEnded(em, member, ended);
    });
  }

  private logEnded(em: Parameters<ActivityLog['record']>[0], member: SignedInMember, ended: number): Promise<void> {
    const object = { type: 'member', id: member.id, name: member.name };
    return this.activity.record(em, member, { action: 'member.sessionsEnded', object, details: { ended } });
  }
}

function keyOf(member: SignedInMember): MemberKey {
  return { tenantId: member.tenantId, memberId: member.id };
}
