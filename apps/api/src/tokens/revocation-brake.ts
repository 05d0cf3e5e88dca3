import { Injectable } from '@nestjs/common';
import { notAllowed } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import type { SignedInMember } from '../team/signed-in-member';

/** So many tokens may one supporter revoke in an hour; more needs an Admin (SEC-17). */
export const REVOCATIONS_PER_HOUR_MAX = 3;

@Injectable()
export class RevocationBrake {
  constructor(private readonly database: ConsoleDatabase) {}

  async refuseTooMany(member: SignedInMember): Promise<void> {
    if (member.role !== 'support') return;
    const revoked = await this.database.inTenant(member.tenantId, async (em) => {
      const rows = await em.query<{ count: number }[]>(
        `select count(*)::int as count from activity
          where tenant_id = $1 and actor_id = $2 and action = 'token.revoked' and at > now() - interval '1 hour'`,
        [member.tenantId, member.id],
      );
      return rows[0]?.count ?? 0;
    });
    if (revoked >= REVOCATIONS_PER_HOUR_MAX) {
      throw notAllowed('You have revoked three tokens within the hour. An Admin or Owner can revoke more.');
    }
  }
}
