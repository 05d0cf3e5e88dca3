import { Injectable } from '@nestjs/common';
import type { MemberStatus, Role } from '@rollcall/admin-contracts';
import { Not, type EntityManager } from 'typeorm';
import { alreadyMember, signedOut } from '../console/console-error';
import { constraintOf } from '../database/constraint-errors';
import { TenantEntity } from '../tenants/tenant.entity';
import { emailKey } from './email-key';
import { MemberEntity } from './member.entity';
import type { MemberRow } from './team.mapper';

export interface MemberKey {
  readonly tenantId: string;
  readonly memberId: string;
}

export interface NewMember extends MemberKey {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly role: Role;
}

/** $1 organisation, $2 one member or null for all. */
const LIST = `
  select m.id, m.name, m.email, m.role, m.status, m.created_at as "createdAt", m.last_sign_in_at as "lastSignInAt",
         (select count(*)::int from member_session s
           where s.tenant_id = m.tenant_id and s.member_id = m.id and s.expires_at > now()
             and s.last_seen_at > now() - interval '30 minutes') as "sessionCount"
    from member m
   where m.tenant_id = $1 and ($2::uuid is null or m.id = $2)
   order by lower(m.name), m.id`;

/** Console people and the organisation they work for. */
@Injectable()
export class MembersRepository {
  async insertTenant(em: EntityManager, tenant: { tenantId: string; slug: string; name: string }): Promise<void> {
    await em.insert(TenantEntity, tenant);
  }

  /** @throws alreadyMember */
  async insert(em: EntityManager, { memberId, ...member }: NewMember): Promise<void> {
    try {
      await em.insert(MemberEntity, { ...member, id: memberId, emailKey: emailKey(member.email) });
    } catch (error) {
      if (constraintOf(error) === 'member_email_key') throw alreadyMember();
      throw error;
    }
  }

  list(em: EntityManager, tenantId: string): Promise<MemberRow[]> {
    return em.query<MemberRow[]>(LIST, [tenantId, null]);
  }

  async find(em: EntityManager, { tenantId, memberId }: MemberKey): Promise<MemberRow | undefined> {
    return (await em.query<MemberRow[]>(LIST, [tenantId, memberId]))[0];
  }

  /**
   * Nobody else changes the team until the transaction ends, and the actor still has the role that was checked: of two Owners who remove
   * each other at the same moment, one does.
   * @throws signedOut
   */
  async lockTeam(em: EntityManager, actor: { tenantId: string; id: string; role: Role }): Promise<void> {
    await em.query(`select 1 from tenant where tenant_id = $1 for update`, [actor.tenantId]);
    const still = await em.existsBy(MemberEntity, {
      tenantId: actor.tenantId,
      id: actor.id,
      role: actor.role,
      status: 'active',
    });
    if (!still) throw signedOut();
  }

  isMember(em: EntityManager, tenantId: string, email: string): Promise<boolean> {
    return em.existsBy(MemberEntity, { tenantId, emailKey: emailKey(email) });
  }

  countOtherOwners(em: EntityManager, { tenantId, memberId }: MemberKey): Promise<number> {
    return em.countBy(MemberEntity, { tenantId, id: Not(memberId), role: 'owner', status: 'active' });
  }

  async setRole(em: EntityManager, { tenantId, memberId }: MemberKey, role: Role): Promise<void> {
    await em.update(MemberEntity, { tenantId, id: memberId }, { role });
  }

  async setStatus(em: EntityManager, { tenantId, memberId }: MemberKey, status: MemberStatus): Promise<void> {
    await em.update(MemberEntity, { tenantId, id: memberId }, { status });
  }

  async setName(em: EntityManager, { tenantId, memberId }: MemberKey, name: string): Promise<void> {
    await em.update(MemberEntity, { tenantId, id: memberId }, { name });
  }

  async setPassword(em: EntityManager, { tenantId, memberId }: MemberKey, passwordHash: string): Promise<void> {
    await em.update(MemberEntity, { tenantId, id: memberId }, { passwordHash });
  }

  /** Sessions and saved views go with the member. */
  async delete(em: EntityManager, { tenantId, memberId }: MemberKey): Promise<void> {
    await em.delete(MemberEntity, { tenantId, id: memberId });
  }

  async nameOf(em: EntityManager, { tenantId, memberId }: MemberKey): Promise<string> {
    return (await em.findOneByOrFail(MemberEntity, { tenantId, id: memberId })).name;
  }

  async passwordHashOf(em: EntityManager, { tenantId, memberId }: MemberKey): Promise<string> {
    return (await em.findOneByOrFail(MemberEntity, { tenantId, id: memberId })).passwordHash;
  }

  async noteSignIn(em: EntityManager, { tenantId, memberId }: MemberKey): Promise<void> {
    await em.update(MemberEntity, { tenantId, id: memberId }, { lastSignInAt: () => 'now()' });
  }
}
