/**
 * How many resources of a type an integration has, as an expression of a surrounding statement: those counted before the anchor, plus arrivals
 * less departures since; exact, without a scan of the table (docs/decisions/0002). The anchor is made whole before it is compared:
 * row-level security lets no other expression than a bare value reach an index, and all events would be read.
 */
export function resourceTotal(tenantId: string, integrationId: string, type: 'User' | 'Group'): string {
  return `(
    select (counted.base + (
        select count(*) filter (where e.kind <> 'deleted') - count(*) filter (where e.kind = 'deleted')
          from event e
         where e.tenant_id = ${tenantId} and e.integration_id = ${integrationId} and e.resource_type = '${type}'
           and e.kind in ('created', 'deleted', 'revived', 'restored') and e.xid >= counted.anchor))::int
      from (
        select coalesce(max(c.base), 0) as base, coalesce(max(c.anchor::text), '0')::xid8 as anchor from resource_count c
         where c.tenant_id = ${tenantId} and c.integration_id = ${integrationId} and c.resource_type = '${type}'
      ) counted)`;
}
