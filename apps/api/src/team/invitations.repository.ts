import { Injectable } from '@nestjs/common';
import { INVITATION_HOURS, type Role } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { alreadyMember } from '../console/console-error';
import { constraintOf } from '../database/constraint-errors';
import { emailKey } from './email-key';
import { InvitationEntity } from './invitation.entity';
import type { MemberKey } from './members.repository';

const EXPIRES = () => `now() + make_interval(hours => ${INVITATION_HOURS})`;

export interface InvitationKey {
  readonly tenantId: string;
  readonly invitationId: string;
}

export interface NewInvitation extends InvitationKey {
  readonly email: string;
  readonly role: Role;
  readonly digest: Buffer;
  readonly invitedBy: string;
  readonly invitedById: string;
}

/** Invitations that nobody has accepted yet. */
@Injectable()
export class InvitationsRepository {
  /** An expired invitation of the same person makes room. @throws alreadyMember */
  async insert(em: EntityManager, { invitationId, ...invitation }: NewInvitation): Promise<void> {
    const key = emailKey(invitation.email);
    await em.query(`delete from invitation where tenant_id = $1 and email_key = $2 and expires_at <= now()`, [
      invitation.tenantId,
      key,
    ]);
    try {
      await em.insert(InvitationEntity, { ...invitation, id: invitationId, emailKey: key, expiresAt: EXPIRES });
    } catch (error) {
      if (constraintOf(error) === 'invitation_email_key') throw alreadyMember();
      throw error;
    }
  }

  list(em: EntityManager, tenantId: string): Promise<InvitationEntity[]> {
    return em.find(InvitationEntity, { where: { tenantId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  async find(em: EntityManager, { tenantId, invitationId }: InvitationKey): Promise<InvitationEntity | undefined> {
    return (await em.findOneBy(InvitationEntity, { tenantId, id: invitationId })) ?? undefined;
  }

  /** A new secret and a new day; the old link is dead. */
  async renew(em: EntityManager, { tenantId, invitationId }: InvitationKey, digest: Buffer): Promise<void> {
    await em.update(InvitationEntity, { tenantId, id: invitationId }, { digest, expiresAt: EXPIRES });
  }

  /** Takes an invitation that still holds away: of several who try at the same moment, one gets it. */
  async redeem(em: EntityManager, tenantId: string, digest: Buffer): Promise<InvitationEntity | undefined> {
    const found = await em.findOne(InvitationEntity, {
      where: { tenantId, digest },
      lock: { mode: 'pessimistic_write' },
    });
    if (!found || found.expiresAt <= new Date()) return undefined;
    await em.delete(InvitationEntity, { tenantId, id: found.id });
    return found;
  }

  async delete(em: EntityManager, { tenantId, invitationId }: InvitationKey): Promise<void> {
    await em.delete(InvitationEntity, { tenantId, id: invitationId });
  }

  /** What somebody who has lost rights had promised to others goes with them (SEC-50). */
  async deleteOf(em: EntityManager, { tenantId, memberId }: MemberKey): Promise<void> {
    await em.delete(InvitationEntity, { tenantId, invitedById: memberId });
  }
}
