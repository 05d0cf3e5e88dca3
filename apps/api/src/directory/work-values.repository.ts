import { Injectable } from '@nestjs/common';
import { WORK_VALUES_MAX } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';

/** So many different values of an integration are looked through for those that hold a text. */
const VALUES_LOOKED_AT = 2_000;

/**
 * From value to value along the index, without reading the people between them. $1 tenant, $2 integrations, $3 text or empty, $4 how many.
 */
const DEPARTMENTS = `
  select distinct value from unnest($2::uuid[]) i (id) cross join lateral (
    with recursive walk (value, step) as (
      (select u.department, 1 from scim_user u
        where u.tenant_id = $1 and u.integration_id = i.id and u.department is not null
          and (u.department is not null or u.title is not null) order by u.department limit 1)
      union all
      select (select u.department from scim_user u
               where u.tenant_id = $1 and u.integration_id = i.id and u.department > walk.value
                 and (u.department is not null or u.title is not null) order by u.department limit 1), walk.step + 1
        from walk where walk.value is not null and walk.step < ${VALUES_LOOKED_AT}
    ) select value from walk where value is not null
  ) found
   where $3 = '' or strpos(lower(value), lower($3)) > 0
   order by value limit $4`;

/** Titles lie behind the departments in the index, so they are gathered from it: an index-only scan. */
const TITLES = `
  select distinct u.title as value from scim_user u
   where u.tenant_id = $1 and u.integration_id = any($2::uuid[]) and u.title is not null
     and (u.department is not null or u.title is not null) and ($3 = '' or strpos(lower(u.title), lower($3)) > 0)
   order by u.title limit $4`;

/** The departments and titles that there are, to be offered as filters (A14). */
@Injectable()
export class WorkValuesRepository {
  async find(
    em: EntityManager,
    { tenantId, integrationIds }: { readonly tenantId: string; readonly integrationIds: readonly string[] },
    { field, search }: { readonly field: 'department' | 'title'; readonly search: string },
  ): Promise<string[]> {
    const values = [tenantId, integrationIds, search, WORK_VALUES_MAX];
    const rows = await em.query<{ value: string }[]>(field === 'department' ? DEPARTMENTS : TITLES, values);
    return rows.map(({ value }) => value);
  }
}
