import { Injectable } from '@nestjs/common';
import type { ScimResource } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { userRecord } from '../scim/users/user-record';
import { DeletedRecordsRepository, type DeletedRow } from './deleted-records.repository';
import { RETURN_TO_GROUPS, WAIT_FOR_GROUPS } from './membership-statements';
import { causeOf, type RecordScope, type Restored, type Restorer, type RestoreOutcome } from './restore-outcome';
import { USER_FIELDS, USER_ROW, userRow } from './user-row';

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

/** $3 keys of userNames */
const HOLDERS = `
  select u.id, u.user_name_key as key, u.display_name as "displayName" from scim_user u
   where u.tenant_id = $1 and u.integration_id = $2 and u.user_name_key = any($3::text[])`;

/** Brings deleted users back as they were. */
@Injectable()
export class UserRestoration {
  constructor(private readonly deleted: DeletedRecordsRepository) {}

  /**
   * The same ids and texts under the next version, and the memberships that existed at the deletion: at once where the group lives, together
   * with the group where it is deleted too. One bundle of statements for all of them.
   */
  async restore(em: EntityManager, scope: RecordScope, ids: readonly string[], restorer: Restorer): Promise<Restored> {
    const rows = await this.deleted.lock(em, scope, 'User', ids);
    const outcomes = new Map<string, RestoreOutcome>(ids.map((id) => [id, { kind: 'missing' }]));
    for (const row of rows) if (row.expired) outcomes.set(row.id, { kind: 'expired' });
    const returning = rows.filter((row) => !row.expired);
    if (returning.length === 0) return { outcomes, memberships: 0 };
    const given = returning.map(restoredRow);
    const key = [scope.tenantId, scope.integrationId];
    const made = await em.query<{ id: string }[]>(INSERT, [...key, JSON.stringify(given), causeOf(restorer)]);
    const madeIds = made.map(({ id }) => id);
    for (const id of madeIds) outcomes.set(id, { kind: 'restored' });
    const refused = given.filter(({ id }) => outcomes.get(id)?.kind !== 'restored');
    for (const [id, outcome] of await this.holders(em, scope, refused)) outcomes.set(id, outcome);
    return { outcomes, memberships: await this.returnToGroups(em, scope, madeIds, restorer) };
  }

  private async returnToGroups(
    em: EntityManager,
    scope: RecordScope,
    ids: readonly string[],
    restorer: Restorer,
  ): Promise<number> {
    const key = [scope.tenantId, scope.integrationId, ids];
    const [added] = await em.query<{ memberships: number }[]>(RETURN_TO_GROUPS, [...key, causeOf(restorer)]);
    await em.query(WAIT_FOR_GROUPS, key);
    await this.deleted.drop(em, scope, ids);
    return added?.memberships ?? 0;
  }

  private async holders(
    em: EntityManager,
    scope: RecordScope,
    refused: readonly { id: string; user_name_key: string }[],
  ): Promise<Map<string, RestoreOutcome>> {
    if (refused.length === 0) return new Map();
    const keys = refused.map(({ user_name_key }) => user_name_key);
    const found = await em.query<{ id: string; key: string; displayName: string }[]>(HOLDERS, [
      scope.tenantId,
      scope.integrationId,
      keys,
    ]);
    const holders = new Map(found.map(({ key, id, displayName }) => [key, { type: 'User' as const, id, displayName }]));
    return new Map(
      refused.flatMap(({ id, user_name_key }) => {
        const holder = holders.get(user_name_key);
        return holder ? [[id, { kind: 'nameTaken', holder }] as const] : [];
      }),
    );
  }
}

/** The stored text goes back as it is; only the look-up columns are derived from it anew. */
function restoredRow(row: DeletedRow) {
  const record = userRecord(JSON.parse(row.resource) as ScimResource);
  return userRow({ ...record, resource: row.resource }, row.id, Number(row.version) + 1, row.createdAt);
}
