import { Injectable } from '@nestjs/common';
import type { Role } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { TenantEntity } from '../tenants/tenant.entity';
import { emailKey } from './email-key';
import { MemberEntity } from './member.entity';

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

/** Console people and the organisation they work for. */
@Injectable()
export class MembersRepository {
  async insertTenant(em: EntityManager, tenant: { tenantId: string; slug: string; name: string }): Promise<void> {
    await em.insert(TenantEntity, tenant);
  }

  async insert(em: EntityManager, { memberId, ...member }: NewMember): Promise<void> {
    await em.insert(MemberEntity, { ...member, id: memberId, emailKey: emailKey(member.email) });
  }

  async nameOf(em: EntityManager, { tenantId, memberId }: MemberKey): Promise<string> {
    return (await em.findOneByOrFail(MemberEntity, { tenantId, id: memberId })).name;
  }

  async noteSignIn(em: EntityManager, { tenantId, memberId }: MemberKey): Promise<void> {
    await em.update(MemberEntity, { tenantId, id: memberId }, { lastSignInAt: () => 'now()' });
  }
}
