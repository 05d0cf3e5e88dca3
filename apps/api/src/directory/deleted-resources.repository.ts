import { Injectable } from '@nestjs/common';
import { foldCase } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { BoundParameters } from './bound-parameters';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export type DeletedType = 'User' | 'Group';

export interface DeletedSelection {
  readonly tenantId: string;
  readonly integrationIds: readonly string[];
  readonly type: DeletedType;
  readonly search?: string;
}

export interface DeletedRow {
  readonly id: string;
  readonly integrationId: string;
  readonly displayName: string;
  readonly userName: string | null;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly deletedAt: Date;
  readonly restorableUntil: Date;
  readonly requestId: string | null;
}

export interface DeletedDetailRow extends DeletedRow {
  readonly createdAt: Date;
  readonly version: number;
  readonly resource: string;
}

const SHOWN = `d.id, d.integration_id as "integrationId", d.label as "displayName", d.resource::jsonb ->> 'userName' as "userName", d.email,
  d.external_id as "externalId", d.deleted_at as "deletedAt", d.deleted_at + interval '30 days' as "restorableUntil", (
    select e.request_id from event e
     where e.tenant_id = d.tenant_id and e.integration_id = d.integration_id and e.resource_id = d.id and e.kind = 'deleted'
     order by e.xid desc, e.id desc limit 1) as "requestId"`;

/** What was deleted and can still be restored (A19, C09). */
@Injectable()
export class DeletedResourcesRepository {
  /** Newest first. */
  page(
    em: EntityManager,
    selection: DeletedSelection,
    limit: number,
    after?: { readonly at: string; readonly id: string },
  ): Promise<DeletedRow[]> {
    const bound = new BoundParameters();
    const conditions = matching(selection, bound);
    if (after) {
      const at = `${bound.add(after.at)}::timestamptz`;
      conditions.push(`d.deleted_at <= ${at}`, `(d.deleted_at, d.id) < (${at}, ${bound.add(after.id)}::uuid)`);
    }
    const rows = bound.add(limit);
    const integrations = bound.add(selection.integrationIds);
    const order = 'd.deleted_at desc, d.id desc';
    const text = `
      select ${SHOWN}
        from (
          select own.* from unnest(${integrations}::uuid[]) i (id) cross join lateral (
            select d.* from deleted_resource d where d.integration_id = i.id and ${conditions.join(' and ')}
             order by ${order} limit ${rows}
          ) own order by own.deleted_at desc, own.id desc limit ${rows}
        ) d order by ${order}`;
    return em.query<DeletedRow[]>(text, bound.values);
  }

  async count(em: EntityManager, selection: DeletedSelection): Promise<number> {
    const bound = new BoundParameters();
    const conditions = matching(selection, bound);
    const [row] = await em.query<{ count: number }[]>(
      `select count(*)::int as count from deleted_resource d
        where d.integration_id = any(${bound.add(selection.integrationIds)}::uuid[]) and ${conditions.join(' and ')}`,
      bound.values,
    );
    return row?.count ?? 0;
  }

  async find(
    em: EntityManager,
    { tenantId, integrationIds, type }: DeletedSelection,
    id: string,
  ): Promise<DeletedDetailRow | undefined> {
    const rows = await em.query<DeletedDetailRow[]>(
      `select ${SHOWN}, d.created_at as "createdAt", d.version::int as version, d.resource
         from deleted_resource d
        where d.tenant_id = $1 and d.integration_id = any($2::uuid[]) and d.resource_type = $3 and d.id = $4
          and d.deleted_at > (select restorable_since($1))`,
      [tenantId, integrationIds, type, id],
    );
    return rows[0];
  }
}

/** Those of 30 days, or of a paused purge, are few beside all people, so a name is looked for in all of them. */
function matching({ tenantId, type, search }: DeletedSelection, bound: BoundParameters): string[] {
  const tenant = bound.add(tenantId);
  const conditions = [
    `d.tenant_id = ${tenant} and d.resource_type = ${bound.add(type)}`,
    `d.deleted_at > (select restorable_since(${tenant}))`,
  ];
  if (search === undefined) return conditions;
  const text = bound.add(foldCase(search));
  const ways = [
    `strpos(lower(d.label), ${text}) > 0`,
    `starts_with(lower(d.email), ${text})`,
    `starts_with(lower(d.resource::jsonb ->> 'userName'), ${text})`,
    `d.external_id = ${bound.add(search)}`,
    ...(UUID.test(search) ? [`d.id = ${bound.add(search.toLowerCase())}::uuid`] : []),
  ];
  return [...conditions, `(${ways.join(' or ')})`];
}
