import { Injectable } from '@nestjs/common';
import type { Role, TeamView } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { ActivityLog } from '../activity/activity-log';
import { lastOwner, notAllowed, notFound, stepUpRequired } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import { InvitationsRepository } from './invitations.repository';
import { MembersRepository, type MemberKey } from './members.repository';
import { Sessions, type Origin } from './sessions.service';
import type { SignedInMember } from './signed-in-member';
import { mayGive, mayTouch, roleOf } from './team-rules';
import { pendingInvitation, teamMember, type MemberRow } from './team.mapper';

type TeamAction =
  'member.roleChanged' | 'member.suspended' | 'member.reinstated' | 'member.removed' | 'member.sessionsEnded';

/** A member who is changed, and the right to change them checked under the team's lock. */
interface Subject extends MemberKey {
  readonly row: MemberRow;
  readonly role: Role;
}

/** Who works in the console and as what (A31). Rights that are taken away are gone with the commit, on every open page (SEC-50). */
@Injectable()
export class TeamService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly members: MembersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly sessions: Sessions,
    private readonly activity: ActivityLog,
  ) {}

  view(tenantId: string): Promise<TeamView> {
    return this.database.inTenant(tenantId, async (em) => {
      const now = new Date();
      const members = await this.members.list(em, tenantId);
      const invitations = await this.invitations.list(em, tenantId);
      return {
        members: members.map(teamMember),
        invitations: invitations.map((row) => pendingInvitation(row, now)),
      };
    });
  }

  /** @throws lastOwner, notAllowed, notFound, stepUpRequired */
  changeRole(actor: SignedInMember, memberId: string, role: Role): Promise<void> {
    if (!mayGive(actor.role, role)) throw notAllowed('Only an Owner can make somebody Owner.');
    if (role === 'owner' && !actor.signedInRecently) throw stepUpRequired();
    return this.change(actor, memberId, async (em, subject) => {
      if (subject.role === role) return;
      if (subject.role === 'owner') await this.keepAnOwner(em, subject);
      await this.members.setRole(em, subject, role);
      await this.loseRights(em, subject);
      await this.log(em, actor, 'member.roleChanged', subject, { before: subject.role, after: role });
    });
  }

  /** Opens nothing any more until reinstated. @throws lastOwner, notAllowed, notFound */
  suspend(actor: SignedInMember, memberId: string): Promise<void> {
    return this.change(actor, memberId, async (em, subject) => {
      if (subject.row.status === 'suspended') return;
      if (subject.role === 'owner') await this.keepAnOwner(em, subject);
      await this.members.setStatus(em, subject, 'suspended');
      await this.loseRights(em, subject);
      await this.log(em, actor, 'member.suspended', subject);
    });
  }

  /** @throws notAllowed, notFound */
  reinstate(actor: SignedInMember, memberId: string): Promise<void> {
    return this.change(actor, memberId, async (em, subject) => {
      if (subject.row.status === 'active') return;
      await this.members.setStatus(em, subject, 'active');
      await this.log(em, actor, 'member.reinstated', subject);
    });
  }

  /** The account goes; integrations, tokens and the name in the activity log stay (A32). @throws lastOwner, notAllowed, notFound */
  remove(actor: SignedInMember, memberId: string): Promise<void> {
    return this.change(actor, memberId, async (em, subject) => {
      if (subject.role === 'owner') await this.keepAnOwner(em, subject);
      await this.invitations.deleteOf(em, subject);
      await this.log(em, actor, 'member.removed', subject, { email: subject.row.email, role: subject.role });
      await this.members.delete(em, subject);
    });
  }

  /** @throws notAllowed, notFound */
  endSessions(actor: SignedInMember, memberId: string): Promise<void> {
    return this.change(actor, memberId, async (em, subject) => {
      const ended = await this.sessions.closeAll(em, subject);
      await this.log(em, actor, 'member.sessionsEnded', subject, { ended });
    });
  }

  /** Makes somebody Owner and oneself Admin: the secret of the actor's new session. @throws notAllowed, notFound */
  async transferOwnership(actor: SignedInMember, memberId: string, origin: Origin): Promise<string> {
    return this.database.inTenant(actor.tenantId, async (em) => {
      const subject = await this.subject(em, actor, memberId);
      if (subject.row.status !== 'active') throw notAllowed('Ownership goes to an active member only.');
      const self = { tenantId: actor.tenantId, memberId: actor.id };
      if (subject.role !== 'owner') {
        await this.members.setRole(em, subject, 'owner');
        await this.sessions.closeAll(em, subject);
      }
      await this.members.setRole(em, self, 'admin');
      await this.invitations.deleteOf(em, self);
      const details = { before: subject.role, after: 'owner', formerOwner: actor.name };
      const object = { type: 'member', id: subject.memberId, name: subject.row.name };
      await this.activity.record(em, actor, { action: 'member.ownershipTransferred', object, details });
      await this.sessions.closeAll(em, self, actor.sessionId);
      return this.sessions.renew(em, actor, origin);
    });
  }

  /** Nobody does these things to themselves: an organisation would lose people by a slip, and transferring is there for Owners. */
  private change(
    actor: SignedInMember,
    memberId: string,
    work: (em: EntityManager, subject: Subject) => Promise<void>,
  ): Promise<void> {
    return this.database.inTenant(actor.tenantId, async (em) => work(em, await this.subject(em, actor, memberId)));
  }

  private async subject(em: EntityManager, actor: SignedInMember, memberId: string): Promise<Subject> {
    await this.members.lockTeam(em, actor);
    const key = { tenantId: actor.tenantId, memberId };
    const row = await this.members.find(em, key);
    if (!row) throw notFound('member');
    if (memberId === actor.id) throw notAllowed('Ask another Owner or Admin: nobody does this to their own account.');
    const role = roleOf(row.role);
    if (!mayTouch(actor.role, role)) throw notAllowed('Only an Owner can change an Owner.');
    return { ...key, row, role };
  }

  private async keepAnOwner(em: EntityManager, subject: MemberKey): Promise<void> {
    if ((await this.members.countOtherOwners(em, subject)) === 0) throw lastOwner();
  }

  private async loseRights(em: EntityManager, subject: MemberKey): Promise<void> {
    await this.sessions.closeAll(em, subject);
    await this.invitations.deleteOf(em, subject);
  }

  private log(
    em: EntityManager,
    actor: SignedInMember,
    action: TeamAction,
    { memberId, row }: Subject,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const object = { type: 'member', id: memberId, name: row.name };
    return this.activity.record(em, actor, { action, object, details });
  }
}
