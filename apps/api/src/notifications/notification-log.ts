import type { NotificationEvent } from '@rollcall/admin-contracts';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { ToldFacts } from './told';

/** $1 tenant, $2 integration, $3 id, $4 event, $5 episode, $6 facts */
const NOTE = `
  insert into notification (tenant_id, integration_id, id, integration_name, event, episode, facts)
  select i.tenant_id, i.id, $3, i.name, $4, $5, $6::jsonb from integration i where i.tenant_id = $1 and i.id = $2
  on conflict on constraint notification_episode_key do nothing`;

export interface Noted {
  readonly event: NotificationEvent;
  /** Names it among all of its event: what was noted once is not noted again. */
  readonly episode: string;
  readonly facts: ToldFacts;
}

/**
 * Notes what there is to tell, in the transaction that decides so: neither exists without the other. It becomes a message within a minute.
 * Says whether it was new.
 */
export async function note(
  tx: pg.ClientBase,
  key: { readonly tenantId: string; readonly integrationId: string },
  { event, episode, facts }: Noted,
): Promise<boolean> {
  const values = [key.tenantId, key.integrationId, uuid(), event, episode, JSON.stringify(facts)];
  return (await tx.query(NOTE, values)).rowCount === 1;
}
