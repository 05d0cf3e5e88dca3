import { Injectable } from '@nestjs/common';
import type { OwnerAlert } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';

const ALERTS_SHOWN = 20;

interface AlertRow {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly integrationId: string;
  readonly integrationName: string;
  readonly tokenLastFour: string | null;
}

/** $1 organisation, $2 the Owner. */
const UNSEEN = `
  select a.id::text as id, a.at, a.actor_name as by, a.object_id as "integrationId", a.object_name as "integrationName",
         a.details ->> 'lastFour' as "tokenLastFour"
    from activity a join member m on m.tenant_id = a.tenant_id and m.id = $2
   where a.tenant_id = $1 and a.action = 'token.revoked' and a.actor_role = 'support'
     and a.id > m.alerts_seen_id and a.at > m.created_at
   order by a.id desc limit ${ALERTS_SHOWN}`;

/** What Owners are told about wherever they are in the console: tokens that Support has revoked (SEC-17). */
@Injectable()
export class OwnerAlertsRepository {
  async unseen(em: EntityManager, owner: { tenantId: string; id: string }): Promise<OwnerAlert[]> {
    const rows = await em.query<AlertRow[]>(UNSEEN, [owner.tenantId, owner.id]);
    return rows.map(({ at, tokenLastFour, ...row }) => ({
      ...row,
      at: at.toISOString(),
      ...(tokenLastFour === null ? {} : { tokenLastFour }),
    }));
  }

  /** Puts all up to this entry away, for this Owner only. */
  async markSeen(em: EntityManager, owner: { tenantId: string; id: string }, entryId: string): Promise<void> {
    await em.query(`update member set alerts_seen_id = greatest(alerts_seen_id, $3) where tenant_id = $1 and id = $2`, [
      owner.tenantId,
      owner.id,
      entryId,
    ]);
  }
}
