import type pg from 'pg';
import { DECISIONS_ABOUT_TRIP } from '../brake/trip-statements';
import type { UnansweredHold } from './hold-alarms';
import type { Alarm } from './token-alarms';

/** By integration. While a decision is carried out nobody has to be reminded of it. */
const HOLDS = `
  select t.integration_id as "integrationId", t.id as "tripId", greatest(t.opened_at, j.decided_at) as since,
         (select count(distinct f.person_id)::int from brake_effect f
           where f.tenant_id = t.tenant_id and f.integration_id = t.integration_id and f.trip_id = t.id and f.settled is null) as undecided
    from brake_trip t
    join integration i on i.tenant_id = t.tenant_id and i.id = t.integration_id and i.deleted_at is null
    cross join lateral ${DECISIONS_ABOUT_TRIP} j
   where t.tenant_id = $1 and t.closed_at is null and not j.running
     and greatest(t.opened_at, j.decided_at) <= $2::timestamptz - interval '1 day'`;

/** $3 facts */
const LOG = `
  insert into activity (tenant_id, actor_type, actor_name, action, object_type, object_id, object_name, details)
  select $1, 'system', 'Rollcall', 'brake.unanswered', 'integration', i.id, i.name, $3::jsonb
    from integration i where i.tenant_id = $1 and i.id = $2`;

/** Open trips of the brake that nobody has answered for a day or longer. */
export async function unansweredHolds(
  tx: pg.ClientBase,
  tenantId: string,
  now: Date,
): Promise<ReadonlyMap<string, UnansweredHold[]>> {
  const { rows } = await tx.query<UnansweredHold & { integrationId: string }>(HOLDS, [tenantId, now]);
  const holds = new Map<string, UnansweredHold[]>();
  for (const row of rows) holds.set(row.integrationId, [...(holds.get(row.integrationId) ?? []), row]);
  return holds;
}

/** The reminder's line in the activity log. */
export async function logReminder(
  tx: pg.ClientBase,
  key: { readonly tenantId: string; readonly integrationId: string },
  { facts }: Alarm,
): Promise<void> {
  await tx.query(LOG, [key.tenantId, key.integrationId, JSON.stringify(facts)]);
}
