import { Injectable } from '@nestjs/common';
import type {
  AcceptInvitationRequest,
  InvitationView,
  InviteRequest,
  IssuedInvitation,
} from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ActivityLog } from '../activity/activity-log';
import { HostsConfig } from '../config/hosts.config';
import {
  alreadyMember,
  badInput,
  invitationInvalid,
  notAllowed,
  notFound,
  stepUpRequired,
} from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import type { InvitationEntity } from './invitation.entity';
import { InvitationsRepository } from './invitations.repository';
import { MembersRepository } from './members.repository';
import { PasswordHasher } from './password-hasher';
import { passwordFault } from './password-rules';
import { newSecret, secretDigest } from './session-secret';
import { Sessions, type Origin } from './sessions.service';
import type { SignedInMember } from './signed-in-member';
import { mayGive, roleOf } from './team-rules';
import { pendingInvitation } from './team.mapper';

const LINK_PREFIX = 'rcv_';

interface FoundInvitation {
  readonly tenantId: string;
  readonly id: string;
  readonly tenantName: string;
}

/** Invitations by link: 256 bits, kept as a digest, for one use within 24 hours (A31, SEC-51). */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly invitations: InvitationsRepository,
    private readonly members: MembersRepository,
    private readonly passwords: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly activity: ActivityLog,
    private readonly hosts: HostsConfig,
  ) {}

  /** @throws alreadyMember, notAllowed, stepUpRequired (an Owner's rights are given with a recent sign-in only, SEC-49) */
  invite(actor: SignedInMember, { email, role }: InviteRequest): Promise<IssuedInvitation> {
    if (!mayGive(actor.role, role)) throw notAllowed('Only an Owner can invite an Owner.');
    if (role === 'owner' && !actor.signedInRecently) throw stepUpRequired();
    const key = { tenantId: actor.tenantId, invitationId: uuid() };
    const token = LINK_PREFIX + newSecret();
    return this.database.inTenant(actor.tenantId, async (em) => {
      await this.members.lockTeam(em, actor);
      if (await this.members.isMember(em, actor.tenantId, email)) throw alreadyMember();
      const by = { invitedBy: actor.name, invitedById: actor.id };
      await this.invitations.insert(em, { ...key, email, role, digest: secretDigest(token), ...by });
      await this.log(em, actor, 'member.invited', { id: key.invitationId, email }, { role });
      return this.issued(em, key, token);
    });
  }

  /** A new link; the old one ends. @throws notFound, notAllowed */
  renew(actor: SignedInMember, invitationId: string): Promise<IssuedInvitation> {
    const key = { tenantId: actor.tenantId, invitationId };
    const token = LINK_PREFIX + newSecret();
    return this.database.inTenant(actor.tenantId, async (em) => {
      await this.members.lockTeam(em, actor);
      const found = await this.require(em, actor, invitationId);
      if (found.role === 'owner' && !actor.signedInRecently) throw stepUpRequired();
      await this.invitations.renew(em, key, secretDigest(token));
      await this.log(em, actor, 'member.invitationRenewed', found, { role: found.role });
      return this.issued(em, key, token);
    });
  }

  /** @throws notFound, notAllowed */
  revoke(actor: SignedInMember, invitationId: string): Promise<void> {
    return this.database.inTenant(actor.tenantId, async (em) => {
      await this.members.lockTeam(em, actor);
      const found = await this.require(em, actor, invitationId);
      await this.invitations.delete(em, { tenantId: actor.tenantId, invitationId });
      await this.log(em, actor, 'member.invitationRevoked', found, { role: found.role });
    });
  }

  /** What the holder of a link is invited to. @throws invitationInvalid */
  async open(token: string): Promise<InvitationView> {
    const { found, tenantName } = await this.usable(secretDigest(token));
    const { email, invitedBy, expiresAt, role } = found;
    return { tenantName, email, role: roleOf(role), invitedBy, expiresAt: expiresAt.toISOString() };
  }

  /** Makes the member and signs them in: the session's secret. @throws invitationInvalid, badInput, alreadyMember */
  async accept({ invitationToken, name, password }: AcceptInvitationRequest, origin: Origin): Promise<string> {
    const digest = secretDigest(invitationToken);
    const { found, tenantName } = await this.usable(digest);
    const fault = passwordFault(password, [tenantName, name, found.email]);
    if (fault !== undefined) throw badInput({ password: fault });
    const passwordHash = await this.passwords.hash(password);
    const { tenantId } = found;
    return this.database.inTenant(tenantId, async (em) => {
      const redeemed = await this.invitations.redeem(em, tenantId, digest);
      if (!redeemed) throw invitationInvalid();
      const [memberId, role] = [uuid(), roleOf(redeemed.role)];
      await this.members.insert(em, {
        tenantId,
        memberId,
        name: name.trim(),
        email: redeemed.email,
        passwordHash,
        role,
      });
      await this.members.noteSignIn(em, { tenantId, memberId });
      await this.activity.record(
        em,
        { tenantId, type: 'member', id: memberId, name: name.trim(), role, ...origin },
        {
          action: 'member.joined',
          object: { type: 'member', id: memberId, name: name.trim() },
          details: { email: redeemed.email, role, invitedBy: redeemed.invitedBy },
        },
      );
      return this.sessions.open(em, { tenantId, memberId }, origin);
    });
  }

  private async usable(digest: Buffer): Promise<{ found: InvitationEntity; tenantName: string }> {
    const [place] = await this.database.query<FoundInvitation>(
      `select tenant_id as "tenantId", id, tenant_name as "tenantName" from invitation_by_digest($1)`,
      [digest],
    );
    if (!place) throw invitationInvalid();
    const { tenantId, id, tenantName } = place;
    const found = await this.database.inTenant(tenantId, (em) =>
      this.invitations.find(em, { tenantId, invitationId: id }),
    );
    if (!found || found.expiresAt <= new Date()) throw invitationInvalid();
    return { found, tenantName };
  }

  private async require(em: EntityManager, actor: SignedInMember, invitationId: string): Promise<InvitationEntity> {
    const found = await this.invitations.find(em, { tenantId: actor.tenantId, invitationId });
    if (!found) throw notFound('invitation');
    if (!mayGive(actor.role, roleOf(found.role)))
      throw notAllowed('Only an Owner can change an invitation of an Owner.');
    return found;
  }

  private async issued(
    em: EntityManager,
    key: { tenantId: string; invitationId: string },
    token: string,
  ): Promise<IssuedInvitation> {
    const row = await this.invitations.find(em, key);
    if (!row) throw notFound('invitation');
    // After the #, so that the secret stays out of every log between browser and server.
    return { invitation: pendingInvitation(row, new Date()), link: `${this.hosts.publicUrl}/invitation#${token}` };
  }

  private log(
    em: EntityManager,
    actor: SignedInMember,
    action: 'member.invited' | 'member.invitationRenewed' | 'member.invitationRevoked',
    { id, email }: { id: string; email: string },
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.activity.record(em, actor, { action, object: { type: 'invitation', id, name: email }, details });
  }
}
