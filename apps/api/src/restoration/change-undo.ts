import { Injectable } from '@nestjs/common';
import type { NameHolder } from '@rollcall/admin-contracts';
import type { ScimResource } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { userRecord, type UserRecord } from '../scim/users/user-record';
import { changesBetween } from '../scim/wire/attribute-changes';
import type { AttributeChange } from '../scim/wire/exchange';
import type { RecordScope } from './restore-outcome';
import { revertChanges } from './revert-changes';
import { USER_FIELDS, USER_HOLDERS, USER_ROW, userRow } from './user-row';

/** What became of one person whose changes were to be undone. */
export type UndoOutcome =
  | { readonly kind: 'undone'; readonly paths: readonly string[] }
  /** Somebody has changed it since, or it is undone already. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'nameTaken'; readonly holder: NameHolder }
  | { readonly kind: 'missing' };

/** The events to undo, by person, the newest first. */
export type UndoWish = ReadonlyMap<string, readonly (readonly AttributeChange[])[]>;

interface LivingRow {
  readonly id: string;
  readonly version: number;
  readonly resource: string;
  readonly key: string;
}

interface PlannedUser {
  readonly row: LivingRow;
  readonly record: UserRecord;
  readonly changes: readonly AttributeChange[];
}

const LOCK = `
  select u.id, u.version, u.resource, u.user_name_key as key from scim_user u
   where u.tenant_id = $1 and u.integration_id = $2 and u.id = any($3::uuid[]) order by u.id for update`;

/** People may have each other's names: first all of them let go, then each takes its own. No real key begins with this character. */
const LET_GO = `
  with freed as (
    update scim_user u set user_name_key = chr(1) || u.id::text
     where u.tenant_id = $1 and u.integration_id = $2 and u.id = any($3::uuid[]) returning 1
  ) select count(*)::int as count from freed`;

const ASSIGNMENTS = USER_FIELDS.split(', ')
  .map((column) => `${column} = g.${column}`)
  .join(', ');

/** $3 rows as JSON with the changes of each. */
const UPDATE = `
  with given as (select * from json_to_recordset($3::json) as r (${USER_ROW}, changes jsonb)),
  changed as (
    update scim_user u set ${ASSIGNMENTS}, version = g.version,
           last_modified = greatest(now(), u.last_modified + interval '1 millisecond')
      from given g where u.tenant_id = $1 and u.integration_id = $2 and u.id = g.id
    returning u.id
  ), dropped as (
    delete from scim_user_email e using given g
     where e.tenant_id = $1 and e.integration_id = $2 and e.user_id = g.id
       and not e.email_key = any(array(select json_array_elements_text(g.further_email_keys)))
  ), emails as (
    insert into scim_user_email (tenant_id, integration_id, user_id, email_key)
    select $1, $2, g.id, key from given g cross join lateral json_array_elements_text(g.further_email_keys) key
    on conflict do nothing
  ), logged as (
    insert into event (tenant_id, integration_id, resource_id, kind, resource_type, data)
    select $1, $2, g.id, 'updated', 'User', g.changes from given g join changed using (id)
  )
  select count(*)::int as count from changed`;

/** Takes changes of people back: attributes get the values that they had before, unless somebody has changed them since. */
@Injectable()
export class ChangeUndo {
  async undo(em: EntityManager, scope: RecordScope, wish: UndoWish): Promise<Map<string, UndoOutcome>> {
    const outcomes = new Map<string, UndoOutcome>([...wish.keys()].map((id) => [id, { kind: 'missing' }]));
    const key = [scope.tenantId, scope.integrationId];
    const rows = await em.query<LivingRow[]>(LOCK, [...key, [...wish.keys()]]);
    const plans: PlannedUser[] = [];
    for (const row of rows) {
      const plan = planOf(row, wish.get(row.id) ?? []);
      if (plan) plans.push(plan);
      else outcomes.set(row.id, { kind: 'unchanged' });
    }
    const free = await this.withoutTakenNames(em, scope, plans, outcomes);
    if (free.length > 0) await this.write(em, scope, free);
    for (const { row, changes } of free) {
      outcomes.set(row.id, { kind: 'undone', paths: changes.map(({ path }) => path) });
    }
    return outcomes;
  }

  /** Whoever cannot have the old name keeps the present one, so that others may not have that either: until nothing changes any more. */
  private async withoutTakenNames(
    em: EntityManager,
    { tenantId, integrationId }: RecordScope,
    plans: readonly PlannedUser[],
    outcomes: Map<string, UndoOutcome>,
  ): Promise<PlannedUser[]> {
    const moving = plans.filter(({ row, record }) => record.userNameKey !== row.key);
    if (moving.length === 0) return [...plans];
    const wanted = moving.map(({ record }) => record.userNameKey);
    const found = await em.query<{ id: string; key: string; displayName: string }[]>(USER_HOLDERS, [
      tenantId,
      integrationId,
      wanted,
    ]);
    const taken = new Map(found.map((holder) => [holder.key, holder]));
    let free = [...plans];
    for (;;) {
      const leaving = new Set(
        free.filter(({ row, record }) => record.userNameKey !== row.key).map(({ row }) => row.id),
      );
      const claimed = new Map<string, PlannedUser>();
      const refused = free.filter((plan) => {
        const holder = holderOf(plan, taken, leaving, claimed);
        if (holder) outcomes.set(plan.row.id, { kind: 'nameTaken', holder });
        else claimed.set(plan.record.userNameKey, plan);
        return holder !== undefined;
      });
      if (refused.length === 0) return free;
      free = free.filter((plan) => !refused.includes(plan));
    }
  }

  private async write(em: EntityManager, scope: RecordScope, plans: readonly PlannedUser[]): Promise<void> {
    const key = [scope.tenantId, scope.integrationId];
    const moving = plans.filter(({ row, record }) => record.userNameKey !== row.key).map(({ row }) => row.id);
    if (moving.length > 0) await em.query(LET_GO, [...key, moving]);
    const given = plans.map(({ row, record, changes }) => ({ ...userRow(record, row.id, row.version + 1), changes }));
    await em.query(UPDATE, [...key, JSON.stringify(given)]);
  }
}

function planOf(row: LivingRow, events: readonly (readonly AttributeChange[])[]): PlannedUser | undefined {
  const before = JSON.parse(row.resource) as ScimResource;
  const after = events.reduce<ScimResource>((resource, changes) => revertChanges(resource, changes), before);
  const { list } = changesBetween(before, after);
  return list.length === 0 ? undefined : { row, record: userRecord(after), changes: list };
}

function holderOf(
  { row, record }: PlannedUser,
  taken: ReadonlyMap<string, { id: string; displayName: string }>,
  leaving: ReadonlySet<string>,
  claimed: ReadonlyMap<string, PlannedUser>,
): NameHolder | undefined {
  if (record.userNameKey === row.key) return undefined;
  const rival = claimed.get(record.userNameKey);
  if (rival) return { type: 'User', id: rival.row.id, displayName: rival.record.displayName };
  const holder = taken.get(record.userNameKey);
  if (!holder || holder.id === row.id || leaving.has(holder.id)) return undefined;
  return { type: 'User', id: holder.id, displayName: holder.displayName };
}
