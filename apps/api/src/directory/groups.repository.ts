import { Injectable } from '@nestjs/common';
import { foldCase } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { BoundParameters } from './bound-parameters';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export interface GroupSelection {
  readonly tenantId: string;
  readonly integrationIds: readonly string[];
  readonly search?: string;
}

export interface GroupRow {
  readonly id: string;
  readonly integrationId: string;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly memberCount: number;
  readonly lastModified: Date;
  readonly sortKey: string;
}

export interface GroupDetailRow extends GroupRow {
  readonly createdAt: Date;
  readonly version: string;
  readonly resource: string;
}

/** Version and time of group `g` count its events: a change of members does not touch the group's row (docs/decisions/0002). */
const CHANGED = `lateral (
    select (g.version_base + count(*))::text as version, greatest(g.last_modified, max(e.at)) as at
      from event e
     where e.tenant_id = g.tenant_id and e.integration_id = g.integration_id and e.resource_id = g.id and e.xid >= g.version_anchor
  ) changed`;

const MEMBERS = `lateral (
    select count(*)::int as count from group_member m
     where m.tenant_id = g.tenant_id and m.integration_id = g.integration_id and m.group_id = g.id
  ) members`;

const SHOWN = `g.id, g.integration_id as "integrationId", g.display_name as "displayName", g.external_id as "externalId",
  members.count as "memberCount", changed.at as "lastModified", g.display_name_key as "sortKey"`;

const DETAIL = `
  select ${SHOWN}, g.created_at as "createdAt", changed.version, g.resource
    from scim_group g cross join ${CHANGED} cross join ${MEMBERS}
   where g.tenant_id = $1 and g.integration_id = any($2::uuid[]) and g.id = $3`;

/** Groups as the console reads them, in the order of their names. */
@Injectable()
export class GroupsRepository {
  async page(
    em: EntityManager,
    selection: GroupSelection,
    limit: number,
    after?: { readonly key: string; readonly id: string },
  ): Promise<GroupRow[]> {
    const bound = new BoundParameters();
    const conditions = matching(selection, bound);
    if (after) {
      const key = bound.add(after.key);
      conditions.push(
        `g.display_name_key >= ${key}`,
        `(g.display_name_key, g.id) > (${key}, ${bound.add(after.id)}::uuid)`,
      );
    }
    const rows = bound.add(limit);
    const integrations = bound.add(selection.integrationIds);
    const text = `
      select ${SHOWN}
        from (
          select own.* from unnest(${integrations}::uuid[]) i (id) cross join lateral (
            select g.* from scim_group g where g.integration_id = i.id and ${conditions.join(' and ')}
             order by g.display_name_key, g.id limit ${rows}
          ) own order by own.display_name_key, own.id limit ${rows}
        ) g cross join ${CHANGED} cross join ${MEMBERS}
       order by g.display_name_key, g.id`;
    return em.query<GroupRow[]>(text, bound.values);
  }

  async count(em: EntityManager, selection: GroupSelection): Promise<number> {
    const bound = new BoundParameters();
    const conditions = matching(selection, bound);
    const integrations = bound.add(selection.integrationIds);
    const [row] = await em.query<{ count: number }[]>(
      `select count(*)::int as count from scim_group g
        where g.integration_id = any(${integrations}::uuid[]) and ${conditions.join(' and ')}`,
      bound.values,
    );
    return row?.count ?? 0;
  }

  async find(
    em: EntityManager,
    tenantId: string,
    integrationIds: readonly string[],
    groupId: string,
  ): Promise<GroupDetailRow | undefined> {
    return (await em.query<GroupDetailRow[]>(DETAIL, [tenantId, integrationIds, groupId]))[0];
  }
}

/** Groups are few beside people, so a name is looked for in all of them. */
function matching(selection: GroupSelection, bound: BoundParameters): string[] {
  const conditions = [`g.tenant_id = ${bound.add(selection.tenantId)}`];
  const { search } = selection;
  if (search === undefined) return conditions;
  const ways = [
    `strpos(g.display_name_key, ${bound.add(foldCase(search))}) > 0`,
    `g.external_id = ${bound.add(search)}`,
  ];
  if (UUID.test(search)) ways.push(`g.id = ${bound.add(search.toLowerCase())}::uuid`);
  return [...conditions, `(${ways.join(' or ')})`];
}
