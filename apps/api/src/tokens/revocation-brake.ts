import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../activity/actor';
import { notAllowed } from '../console/console-error';

/** So many tokens may one supporter revoke in an hour; more needs an Admin (SEC-17). */
export const REVOCATIONS_PER_HOUR_MAX = 3;

/** $1 member. Whoever revokes many at the same moment does so one after the other, or each would count those before itself alone. */
const IN_TURN = `select pg_advisory_xact_lock(hashtextextended('rollcall.revocation ' || $1, 0))`;

const REVOKED = `
  select count(*)::int as count from activity
   where tenant_id = $1 and actor_id = $2 and action = 'token.revoked' and at > now() - interval '1 hour'`;

@Injectable()
export class RevocationBrake {
  /** In the transaction that revokes, before it does. @throws notAllowed */
  async refuseTooMany(em: EntityManager, actor: Actor): Promise<void> {
    if (actor.role !== 'support') return;
    await em.query(IN_TURN, [actor.id]);
    const [revoked] = await em.query<{ count: number }[]>(REVOKED, [actor.tenantId, actor.id]);
    if ((revoked?.count ?? 0) >= REVOCATIONS_PER_HOUR_MAX) {
      throw notAllowed('You have revoked three tokens within the hour. An Admin or Owner can revoke more.');
    }
  }
}
