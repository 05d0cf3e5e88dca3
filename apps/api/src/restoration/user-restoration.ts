import { Injectable } from '@nestjs/common';
import type { ScimResource } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { userRecord } from '../scim/users/user-record';
import type { DeletedRow } from './deleted-records.repository';
import { RETURN_TO_GROUPS, WAIT_FOR_GROUPS } from './membership-statements';
import { RecordReturn, type ReturningType } from './record-return';
import { causeOf, type RecordScope, type Restored, type Restorer } from './restore-outcome';
import { USER_FIELDS, USER_HOLDERS, USER_ROW, userRow, type UserRowJson } from './user-row';

/** $1 tenant, $2 integration, $3 rows as JSON, $4 cause. Whoever's userName is taken stays out. */
const INSERT = `
  with given as (select * from json_to_recordset($3::json) as r (${USER_ROW})),
  made as (
    insert into scim_user (tenant_id, integration_id, id, version, created_at, ${USER_FIELDS})
    select $1, $2, id, version, created_at, ${USER_FIELDS} from given order by id
    on conflict do nothing returning id
  ), emails as (
    insert into scim_user_email (tenant_id, integration_id, user_id, email_key)
    select $1, $2, made.id, key from made join given using (id)
     cross join lateral json_array_elements_text(given.further_email_keys) key
  ), logged as (
    insert into event (tenant_id, integration_id, resource_id, kind, resource_type, data)
    select $1, $2, id, 'restored', 'User', $4::jsonb from made
  )
  select id from made`;

const USERS: ReturningType<UserRowJson> = {
  type: 'User',
  insert: INSERT,
  holders: USER_HOLDERS,
  row: restoredRow,
  nameKey: (row) => row.user_name_key,
  memberships: returnToGroups,
};

/** Brings deleted users back as they were. */
@Injectable()
export class UserRestoration {
  constructor(private readonly records: RecordReturn) {}

  /**
   * The same ids and texts under the next version, and the memberships that existed at the deletion: at once where the group lives, together
   * with the group where it is deleted too.
   */
  restore(em: EntityManager, scope: RecordScope, ids: readonly string[], restorer: Restorer): Promise<Restored> {
    return this.records.restore(em, scope, ids, restorer, USERS);
  }
}

async function returnToGroups(
  em: EntityManager,
  { tenantId, integrationId }: RecordScope,
  ids: readonly string[],
  restorer: Restorer,
): Promise<number> {
  const key = [tenantId, integrationId, ids];
  const [added] = await em.query<{ memberships: number }[]>(RETURN_TO_GROUPS, [...key, causeOf(restorer)]);
  await em.query(WAIT_FOR_GROUPS, key);
  return added?.memberships ?? 0;
}

/** The stored text goes back as it is; only the look-up columns are derived from it anew. */
function restoredRow(row: DeletedRow): UserRowJson {
  const record = userRecord(JSON.parse(row.resource) as ScimResource);
  return userRow({ ...record, resource: row.resource }, row.id, Number(row.version) + 1, row.createdAt);
}
