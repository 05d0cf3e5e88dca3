import { Injectable } from '@nestjs/common';
import type { ScimResource } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { LOCK_NESTING, WOULD_CIRCLE } from '../scim/groups/group-member-statements';
import { groupRecord } from '../scim/groups/group-record';
import type { DeletedRow } from './deleted-records.repository';
import {
  NEST,
  NESTED,
  RETURN_MEMBERS,
  WAIT_FOR_INNER_GROUPS,
  WAIT_FOR_OUTER_GROUPS,
  WAIT_FOR_USERS,
} from './membership-statements';
import { RecordReturn, type ReturningType } from './record-return';
import { causeOf, type RecordScope, type Restored, type Restorer } from './restore-outcome';

const ROW =
  'id uuid, created_at timestamptz, display_name text, display_name_key text, external_id text, resource text';
const FIELDS = 'created_at, display_name, display_name_key, external_id, resource';

/**
 * $3 rows as JSON, $4 cause. A version counts events, and those of the group are all still there: what ended before the horizon is counted
 * for good (docs/decisions/0002).
 */
const INSERT = `
  with given as (select * from json_to_recordset($3::json) as r (${ROW})),
  horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as xid),
  made as (
    insert into scim_group (tenant_id, integration_id, id, version_anchor, version_base, ${FIELDS})
    select $1, $2, g.id, h.xid,
           (select count(*) from event e where e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = g.id and e.xid < h.xid),
           ${FIELDS}
      from given g cross join horizon h order by g.id
    on conflict do nothing returning id
  ), logged as (
    insert into event (tenant_id, integration_id, resource_id, kind, resource_type, data)
    select $1, $2, id, 'restored', 'Group', $4::jsonb from made
  )
  select id from made`;

const HOLDERS = `
  select g.id, g.display_name_key as key, g.display_name as "displayName" from scim_group g
   where g.tenant_id = $1 and g.integration_id = $2 and g.display_name_key = any($3::text[])`;

const GROUPS: ReturningType<ReturnType<typeof restoredRow>> = {
  type: 'Group',
  insert: INSERT,
  holders: HOLDERS,
  row: restoredRow,
  nameKey: (row) => row.display_name_key,
  memberships: returnMembers,
};

/** Brings deleted groups back as they were, with the members that they had. */
@Injectable()
export class GroupRestoration {
  constructor(private readonly records: RecordReturn) {}

  /** As UserRestoration.restore; a nested group that would now close a circle stays out. */
  restore(em: EntityManager, scope: RecordScope, ids: readonly string[], restorer: Restorer): Promise<Restored> {
    return this.records.restore(em, scope, ids, restorer, GROUPS);
  }
}

async function returnMembers(
  em: EntityManager,
  scope: RecordScope,
  ids: readonly string[],
  restorer: Restorer,
): Promise<number> {
  const key = [scope.tenantId, scope.integrationId, ids];
  const [added] = await em.query<{ memberships: number }[]>(RETURN_MEMBERS, [...key, causeOf(restorer)]);
  const nested = await nest(em, scope, ids, restorer);
  await em.query(WAIT_FOR_USERS, key);
  await em.query(WAIT_FOR_INNER_GROUPS, key);
  await em.query(WAIT_FOR_OUTER_GROUPS, key);
  return (added?.memberships ?? 0) + nested;
}

async function nest(
  em: EntityManager,
  { tenantId, integrationId }: RecordScope,
  ids: readonly string[],
  restorer: Restorer,
): Promise<number> {
  const pairs = await em.query<{ groupId: string; memberId: string }[]>(NESTED, [tenantId, integrationId, ids]);
  if (pairs.length === 0) return 0;
  await em.query(LOCK_NESTING.text, [tenantId, integrationId]);
  let memberships = 0;
  for (const { groupId, memberId } of pairs) {
    const circle = await em.query<object[]>(WOULD_CIRCLE.text, [tenantId, integrationId, groupId, [memberId]]);
    if (circle.length > 0) continue;
    const values = [tenantId, integrationId, groupId, memberId, causeOf(restorer)];
    const [added] = await em.query<{ memberships: number }[]>(NEST, values);
    memberships += added?.memberships ?? 0;
  }
  return memberships;
}

function restoredRow({ id, resource, createdAt }: DeletedRow) {
  const record = groupRecord(JSON.parse(resource) as ScimResource);
  return {
    id,
    created_at: createdAt.toISOString(),
    display_name: record.displayName,
    display_name_key: record.displayNameKey,
    external_id: record.externalId,
    resource,
  };
}
